using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Notation;
using EditEngine.Diagnostics;
using EditEngine.Workbench.Packs;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Panes;

/// <summary>One claim, by form and by notation. It is the page's: nothing of it stays here.</summary>
internal sealed class ClaimEndpoint(Desk desk) : IDeskEndpoint
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/claim/fields", ([FromBody] PackRequest asked) => Fields(asked));
        routes.MapPost("/api/claim/to-notation", ([FromBody] NotationAsked asked) => Write(asked));
        routes.MapPost("/api/claim/from-notation", ([FromBody] NotationGiven given) => Read(given));
    }

    private IResult Fields(PackRequest asked) => Results.Json(
        new
        {
            Claim = FormField.Of(FieldTable.Claim),
            Facts = FormField.Of(FactsOf(asked)),
            Diagnosis = FormField.Of(FieldTable.Diagnosis),
            Line = FormField.Of(FieldTable.Line),
            History = FormField.Of([.. FieldTable.History, .. FieldTable.Line]),
        },
        DeskJson.Options);

    private IResult Write(NotationAsked asked)
    {
        if (asked.Claim is null)
        {
            return new DeskRefusal(StatusCodes.Status400BadRequest, "A claim is asked about without a claim.").Answer;
        }

        if (asked.Claim.Read(out ImmutableArray<ShownProblem> problems) is not DatedClaim claim)
        {
            return Results.Json(new { Problems = problems }, DeskJson.Options);
        }

        ClaimText text = new ClaimTextWriter(FactsOf(asked)).Write(claim.Claim, claim.AsOf);
        return Results.Json(new { Text = string.Join('\n', text.Lines), text.Unsaid, Problems = problems }, DeskJson.Options);
    }

    private IResult Read(NotationGiven given)
    {
        TestCase read = NotationText.Read(given.Text ?? "", FactsOf(given), out ImmutableArray<Diagnostic> problems);
        return Results.Json(
            new
            {
                Claim = read.Claim is { } claim ? ClaimElement.Of(claim) : (System.Text.Json.JsonElement?)null,
                AsOf = read.Claim is null ? null : (DateOnly?)read.AsOf,
                Problems = problems.Select(problem => ShownProblem.Of(problem, static file => file)),
                Lines = problems.Select(problem => problem.Place is SourceSpan place ? place.Line : 0),
            },
            DeskJson.Options);
    }

    // Facts are declared also where the pack has errors.
    private TestFacts FactsOf(PackRequest request) => desk.Packs.Open(request.Pack ?? "", request.Texts ?? []) is PackCompilation compilation ? PackFacts.Of(compilation.Sources) : TestFacts.None;

    /// <summary>A claim that is to be written.</summary>
    internal sealed record NotationAsked(AskedClaim? Claim) : PackRequest;

    /// <summary>A claim that was written.</summary>
    internal sealed record NotationGiven(string? Text) : PackRequest;
}
