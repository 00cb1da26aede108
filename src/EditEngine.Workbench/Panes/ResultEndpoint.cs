using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Explanation;
using EditEngine.Compiler.Interpretation;
using EditEngine.Outcomes;
using EditEngine.Stacks;
using EditEngine.Workbench.Packs;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Panes;

/// <summary>What the pack decides of the claim in hand, and why.</summary>
internal sealed class ResultEndpoint(Desk desk, DecidingPacks packs) : IDeskEndpoint
{
    private const int MostWays = 8;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/edits", ([FromBody] PackRequest asked) => Edits(asked));
        routes.MapPost("/api/result", ([FromBody] ResultAsked asked) => Decide(asked));
        routes.MapPost("/api/result/explain", ([FromBody] ResultAsked asked) => Explain(asked));
        routes.MapPost("/api/result/changes", ([FromBody] ResultAsked asked, CancellationToken stop) => Changes(asked, stop));
    }

    private IResult Edits(PackRequest asked) => packs.Open(asked, out DeskRefusal? refusal) is PackInUse pack
        ? Results.Json(new { pack.IsCurrent, Edits = pack.Pack.Rules.Edits.Select(edit => new { edit.Id, edit.Title }) }, DeskJson.Options)
        : refusal!.Answer; // One of both is there.

    private IResult Decide(ResultAsked asked)
    {
        if (!CanRead(asked, out PackInUse? pack, out DatedClaim? claim, out ImmutableArray<ShownProblem> problems, out IResult? answer))
        {
            return answer;
        }

        Result result = pack.Pack.Evaluating()(claim.Claim, claim.AsOf);
        HashSet<string> concerned = [.. result.Findings.Select(finding => finding.Edit), .. result.NotEvaluated.Select(open => open.Edit)];
        return Results.Json(
            new
            {
                pack.IsCurrent,
                Errors = pack.Errors.Select(error => error.ToString()),
                Problems = problems,
                Result = ClaimElement.Of(result),
                Titles = pack.Pack.Rules.Edits.Where(edit => concerned.Contains(edit.Id)).ToDictionary(edit => edit.Id, edit => edit.Title),
            },
            DeskJson.Options);
    }

    private IResult Explain(ResultAsked asked)
    {
        if (!CanRead(asked, out PackInUse? pack, out DatedClaim? claim, out _, out IResult? answer) || !HasEdit(asked, pack, out int position, out answer))
        {
            return answer;
        }

        EditTrace trace = DeepStack.Run(() => pack.Pack.Trace(position, claim.Claim, claim.AsOf));
        return Results.Json(
            new { pack.IsCurrent, Edit = ShownEdit.Of(pack.Pack.Rules.Edits[position]), Place = PlaceOf(pack.Pack, position), claim.AsOf, Tuples = ShownTuple.Of(trace), KeptBy = ShownObstacle.Of(trace) },
            DeskJson.Options);
    }

    private IResult Changes(ResultAsked asked, CancellationToken stop)
    {
        if (!CanRead(asked, out PackInUse? pack, out DatedClaim? claim, out _, out IResult? answer) || !HasEdit(asked, pack, out int position, out answer))
        {
            return answer;
        }

        EditCounterfactuals found = new CounterfactualSearch(pack.Pack.Prepared, position) { Cancellation = stop }.Of(claim, MostWays);
        return Results.Json(
            new
            {
                pack.IsCurrent,
                found.Tried,
                Ends = found.Ends.Select(end => new { Avoids = end.Target?.ToString(), end.More, Ways = end.Ways.Select(way => new { way.Changes, way.Then, Claim = ClaimElement.Of(way.Claim.Claim), way.Claim.AsOf }) }),
            },
            DeskJson.Options);
    }

    private bool CanRead(
        ResultAsked asked, [NotNullWhen(true)] out PackInUse? pack, [NotNullWhen(true)] out DatedClaim? claim, out ImmutableArray<ShownProblem> problems, [NotNullWhen(false)] out IResult? answer)
    {
        (claim, problems) = (null, []);
        pack = packs.Open(asked, out DeskRefusal? refusal);
        claim = asked.Claim?.Read(out problems);
        answer = asked.Claim is null ? new DeskRefusal(StatusCodes.Status400BadRequest, "A result is asked for without a claim.").Answer
            : claim is null ? Results.Json(new { Problems = problems }, DeskJson.Options)
            : pack is null ? Results.Json(new { refusal!.Said, Problems = problems }, DeskJson.Options, statusCode: refusal.Status) // Else there is a pack.
            : null;
        return answer is null;
    }

    private DeskPlace PlaceOf(DecidingPack pack, int position) => DeskPlace.Of(desk.Folder, pack.Compilation.Sources, pack.Rules.Edits[position].Place);

    private static bool HasEdit(ResultAsked asked, PackInUse pack, out int position, [NotNullWhen(false)] out IResult? answer)
    {
        position = pack.Pack.PositionOf(asked.Edit ?? "");
        answer = position < 0 ? new DeskRefusal(StatusCodes.Status404NotFound, $"The pack has no edit '{asked.Edit}'.").Answer : null;
        return answer is null;
    }

    /// <summary>What is asked of a claim.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Edit">Id of the edit that is explained.</param>
    internal sealed record ResultAsked(AskedClaim? Claim, string? Edit) : PackRequest;
}
