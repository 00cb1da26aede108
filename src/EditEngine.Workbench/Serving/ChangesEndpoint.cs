using System.Runtime.CompilerServices;
using EditEngine.LanguageServer.Workspaces;
using EditEngine.Workbench.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Serving;

/// <summary>Tells the page which files changed on the disk, by whatever program, as events of a stream.</summary>
internal sealed class ChangesEndpoint(Desk desk) : IDeskEndpoint
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/changes", (HttpContext context) => TypedResults.ServerSentEvents(Events(context.RequestAborted), "files"));

    private async IAsyncEnumerable<ChangedFiles> Events([EnumeratorCancellation] CancellationToken gone)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(gone, desk.Stopping);
        using FolderWatch.Listener listener = desk.Watch.Listen();

        // Begins at once: a page that hears this misses nothing from here on.
        yield return new ChangedFiles([], []);
        while (await listener.Next(end.Token).ConfigureAwait(false) is { Count: > 0 } paths)
        {
            yield return new ChangedFiles([.. paths.Select(desk.Folder.NameOf).OfType<string>()], [.. paths.Select(DocumentUri.Of)]);
        }
    }

    /// <summary>Files that changed.</summary>
    /// <param name="Names">Those of the folder, by their names in it.</param>
    /// <param name="Uris">All, by their addresses.</param>
    internal sealed record ChangedFiles(IReadOnlyList<string> Names, IReadOnlyList<string> Uris);
}
