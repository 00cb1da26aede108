using System.Buffers;
using System.Text;
using System.Text.Json;
using EditEngine.Claims;
using EditEngine.Files;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Json;
using EditEngine.Workbench.Packs;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Panes;

/// <summary>Runs the pack over files of claims and tells what came of it, and gives a claim of them by its id. A page that goes ends its run; nothing of it is kept.</summary>
internal sealed class RunsEndpoint(Desk desk) : IDeskEndpoint
{
    private static readonly TimeSpan BetweenNews = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/runs", (HttpContext context, [FromBody] RunOrder order) => Run(context, order));
        routes.MapPost("/api/runs/claim", ([FromBody] ClaimOrder order) => Find(order));
    }

    // News come as lines of JSON: how far it is, and at last what was decided.
    private async Task Run(HttpContext context, RunOrder order)
    {
        if (desk.Packs.OpenRules(order, out DeskRefusal? refusal) is not RulePack rules || PathOf(order.Claims, out refusal) is not string path)
        {
            await refusal!.Answer.ExecuteAsync(context).ConfigureAwait(false); // It says why there is nothing to run.
            return;
        }

        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, desk.Stopping);
        using ClaimSources sources = new([path]);
        FileRun run = new(rules, sources, file => desk.Folder.NameOf(file) ?? file);
        Task<RunOutcome> work = Task.Run(() => run.Do(end.Token), CancellationToken.None);
        context.Response.ContentType = "application/x-ndjson";
        try
        {
            while (await Task.WhenAny(work, Task.Delay(BetweenNews, end.Token)).ConfigureAwait(false) != work)
            {
                await Tell(context, new { Progress = new { Claims = run.Read, Bytes = sources.BytesRead, Of = sources.BytesTotal } }, end.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            // What reads the claims is not taken away under a run that is still at them.
            await end.CancelAsync().ConfigureAwait(false);
            await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Tell(context, await work.ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task Tell(HttpContext context, object news, CancellationToken gone)
    {
        await context.Response.WriteAsync(JsonSerializer.Serialize(news, DeskJson.Options) + "\n", gone).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(gone).ConfigureAwait(false);
    }

    private IResult Find(ClaimOrder order)
    {
        if (PathOf(order.Claims, out DeskRefusal? refusal) is not string path)
        {
            return refusal!.Answer; // It says why there is no file.
        }

        using ClaimSources sources = new([path]);
        while (sources.Read() is ReadClaim read)
        {
            if (read.Id == order.Id && read.Claim is Claim claim)
            {
                using ClaimWriter writer = new();
                ArrayBufferWriter<byte> text = new();
                writer.Write(claim, text);
                return Results.Json(new { Claim = Encoding.UTF8.GetString(text.WrittenSpan) }, DeskJson.Options);
            }
        }

        return new DeskRefusal(StatusCodes.Status404NotFound, $"The claim '{order.Id}' is not there any more.").Answer;
    }

    // The claims of a payer lie where they lie: they are only read, and by the one who may read them anyway.
    private string? PathOf(string? claims, out DeskRefusal? refusal)
    {
        refusal = null;
        string? path = claims is null ? null : Path.IsPathFullyQualified(claims) ? Path.GetFullPath(claims) : desk.Folder.Find(claims, out refusal)?.Path;
        FileKind kind = string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal) ? FileKind.Missing : OrdinaryFile.KindOf(path);
        refusal ??= kind switch
        {
            FileKind.Ordinary or FileKind.Folder => null,
            FileKind.Missing => new DeskRefusal(StatusCodes.Status404NotFound, $"There is no file '{claims}'. Choose one of the list, or write the full path of a file or folder of claims."),
            _ => new DeskRefusal(StatusCodes.Status415UnsupportedMediaType, $"'{claims}' is {OrdinaryFile.Describe(kind)}, and no file of claims."),
        };
        return refusal is null ? path : null;
    }

    /// <summary>Asks for a run.</summary>
    internal sealed record RunOrder : PackRequest
    {
        /// <summary>A file or folder: a name in the desk's folder, or a full path.</summary>
        public string? Claims { get; init; }
    }

    /// <summary>Asks for a claim of such a file.</summary>
    internal sealed record ClaimOrder(string? Claims, string? Id);
}
