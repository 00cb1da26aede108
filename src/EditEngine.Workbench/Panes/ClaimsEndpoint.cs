using EditEngine.Claims;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Outcomes;
using EditEngine.Workbench.Packs;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Panes;

/// <summary>The claims of a file or folder: listed, searched, chosen by what was found. A list is made anew each time; nothing is kept.</summary>
internal sealed class ClaimsEndpoint(Desk desk, DecidingPacks packs) : IDeskEndpoint
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/claims/list", ([FromBody] ListAsked asked, CancellationToken stop) => List(asked, stop));
        routes.MapPost("/api/claims/one", ([FromBody] OneAsked asked, CancellationToken stop) => One(asked, stop));
    }

    private IResult List(ListAsked asked, CancellationToken stop)
    {
        ClaimFile file = asked.File ?? new ClaimFile(null, null);
        using ClaimSources? claims = file.Open(desk.Folder, out DeskRefusal? refusal);
        if (claims is null)
        {
            return refusal!.Answer; // It says why.
        }

        PackInUse? pack = packs.Open(asked, out DeskRefusal? undecided);
        Func<Claim, DateOnly, Result>? evaluate = pack?.Pack.Evaluating();
        ClaimKind kind = Enum.TryParse(asked.Kind, ignoreCase: true, out ClaimKind known) ? known : ClaimKind.Any;
        ClaimListing listing = ClaimListing.Of(claims, new ClaimChoice(asked.Search?.Trim() ?? "", asked.Edit ?? "", kind, Math.Max(0, asked.Skip)), evaluate, place => ShownPlace(file, place), stop);
        return Results.Json(
            new
            {
                listing.Claims,
                listing.Matching,
                listing.Read,
                listing.Bad,
                listing.IsCut,
                Problems = claims.FileProblems.Select(problem => ShownProblem.Of(problem, name => file.NameOf(desk.Folder, name))),
                Undecided = undecided?.Said,
                IsCurrent = pack?.IsCurrent ?? false,
            },
            DeskJson.Options);
    }

    private IResult One(OneAsked asked, CancellationToken stop)
    {
        ClaimFile file = asked.File ?? new ClaimFile(null, null);
        using ClaimSources? claims = file.Open(desk.Folder, out DeskRefusal? refusal);
        if (claims is null)
        {
            return refusal!.Answer; // It says why.
        }

        for (int at = 0; claims.Read() is ReadClaim read; at++)
        {
            stop.ThrowIfCancellationRequested();
            if (at == asked.At)
            {
                return Results.Json(
                    new
                    {
                        read.Id,
                        Claim = read.Claim is Claim claim ? ClaimElement.Of(claim) : (System.Text.Json.JsonElement?)null,
                        AsOf = read.Claim is null ? null : AsOfDate.Of(read.Claim),
                        Problems = read.Problems.Select(problem => ShownProblem.Of(problem, name => file.NameOf(desk.Folder, name))),
                    },
                    DeskJson.Options);
            }
        }

        return new DeskRefusal(StatusCodes.Status404NotFound, "The claim is no longer there: the file was changed. List it again.").Answer;
    }

    private string ShownPlace(ClaimFile file, EditEngine.Diagnostics.Place place) =>
        ShownProblem.Named(place, name => file.NameOf(desk.Folder, name))?.ToString() ?? "";

    /// <summary>A list that is asked for.</summary>
    /// <param name="File">The claims.</param>
    /// <param name="Search">See <see cref="ClaimChoice"/>.</param>
    /// <param name="Edit">See <see cref="ClaimChoice"/>.</param>
    /// <param name="Kind">A kind by its name.</param>
    /// <param name="Skip">See <see cref="ClaimChoice"/>.</param>
    internal sealed record ListAsked(ClaimFile? File, string? Search, string? Edit, string? Kind, int Skip) : PackRequest;

    /// <summary>A claim of a list that is asked for.</summary>
    internal sealed record OneAsked(ClaimFile? File, int At);
}
