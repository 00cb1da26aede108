using EditEngine.LanguageServer.Workspaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Serving;

/// <summary>What the page is about: the folder and its packs.</summary>
internal sealed class DeskEndpoint(Desk desk) : IDeskEndpoint
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/desk", () => Results.Json(
        new
        {
            Name = Path.GetFileName(desk.Folder.Path) is { Length: > 0 } name ? name : desk.Folder.Path,
            Uri = DocumentUri.Of(desk.Folder.Path),
            Version = typeof(DeskEndpoint).Assembly.GetName().Version?.ToString(3),
            Packs = desk.Packs.Found().Select(pack => new { pack.Name, pack.Folder }),
        },
        DeskJson.Options));
}
