using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Workbench.Packs;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Panes;

/// <summary>The tests beside the edits: run as one types, and made of claims.</summary>
internal sealed class TestsEndpoint(Desk desk, DecidingPacks packs) : IDeskEndpoint
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/tests/run", ([FromBody] TestsAsked asked, CancellationToken stop) => Run(asked, stop));
        routes.MapPost("/api/tests/claim", ([FromBody] TestNamed named) => ClaimOf(named));
        routes.MapPost("/api/tests/make", ([FromBody] TestWanted wanted) => Make(wanted));
    }

    private IResult Run(TestsAsked asked, CancellationToken stop)
    {
        if (packs.Open(asked, out DeskRefusal? refusal) is not PackInUse pack)
        {
            return refusal!.Answer; // It says why.
        }

        PackCompilation compilation = pack.Pack.Compilation;
        string? edit = asked.File is null ? null : EditAt(asked);
        if (asked.File is not null && edit is null)
        {
            return Results.Json(new { pack.IsCurrent, Errors = Errors(pack), Tests = Array.Empty<object>(), Untested = Array.Empty<string>() }, DeskJson.Options);
        }

        Func<Claims.Claim, DateOnly, Outcomes.Result> evaluate = pack.Pack.Evaluating();
        TestReport report = PackTests.Run(
            compilation.Result,
            (claim, asOf) =>
            {
                stop.ThrowIfCancellationRequested();
                return evaluate(claim, asOf);
            },
            new TestFilter { Edit = edit });
        return Results.Json(
            new
            {
                pack.IsCurrent,
                Errors = Errors(pack),
                Edit = edit,
                Tests = report.Tests.Select(test => new
                {
                    test.Edit,
                    test.Title,
                    test.HasPassed,
                    test.IsReadable,
                    File = NameOf(compilation, test.Place.File),
                    test.Place.Line,
                    Failures = test.Failures.Select(failure => new { failure.Expected, failure.Found, failure.Place.Line }),
                }),
                Untested = report.Untested.Select(one => one.Edit),
            },
            DeskJson.Options);
    }

    private IResult ClaimOf(TestNamed named)
    {
        if (packs.Open(named, out DeskRefusal? refusal) is not PackInUse pack)
        {
            return refusal!.Answer; // It says why.
        }

        TestCase? test = pack.Pack.Compilation.Result.Tests.Where(edit => edit.Edit == named.Edit).SelectMany(edit => edit.Cases).FirstOrDefault(one => one.Title == named.Title);
        return test?.Claim is Claims.Claim claim ? Results.Json(new { Claim = ClaimElement.Of(claim), test.AsOf }, DeskJson.Options)
            : new DeskRefusal(StatusCodes.Status404NotFound, test is null ? $"'{named.Edit}' has no test \"{named.Title}\" any more." : "A mistake in the test keeps its claim from being read.").Answer;
    }

    private IResult Make(TestWanted wanted)
    {
        if (packs.Open(wanted, out DeskRefusal? refusal) is not PackInUse pack)
        {
            return refusal!.Answer; // It says why.
        }

        if (!pack.IsCurrent)
        {
            return new DeskRefusal(StatusCodes.Status422UnprocessableEntity, $"The pack has errors: a test is made when they are mended. The first: {pack.Errors[0]}").Answer;
        }

        int position = pack.Pack.PositionOf(wanted.Edit ?? "");
        if (position < 0)
        {
            return new DeskRefusal(StatusCodes.Status404NotFound, $"The pack has no edit '{wanted.Edit}'.").Answer;
        }

        if (wanted.Claim is null || wanted.Claim.Read(out ImmutableArray<ShownProblem> problems) is not DatedClaim claim)
        {
            return new DeskRefusal(StatusCodes.Status422UnprocessableEntity, "The claim cannot be read: no test is made of it.").Answer;
        }

        if (ClaimTest.Of(pack.Pack, position, claim, wanted.LeavesOut, out string? why) is not ClaimTest made || NameOf(pack.Pack.Compilation, made.Change.File) is not string name)
        {
            return new DeskRefusal(StatusCodes.Status422UnprocessableEntity, why ?? "The edit stands in a file outside of this folder.").Answer;
        }

        return Results.Json(new { File = name, At = PlaceOf(pack.Pack.Compilation, made.Change), Text = made.Change.NewText, made.Test.Title, made.Unsaid }, DeskJson.Options);
    }

    private static object PlaceOf(PackCompilation compilation, TextChange change)
    {
        SourceSpan place = compilation.Sources.Texts.First(text => text.File == change.File).PlaceOf(change.Span);
        return new { place.Line, place.Column };
    }

    // Where the text cannot be compiled, an edit is still one.
    private string? EditAt(TestsAsked asked)
    {
        if (desk.Packs.Open(asked.Pack ?? "", asked.Texts ?? []) is not PackCompilation compilation)
        {
            return null;
        }

        EditingPack editing = new(compilation);
        string? file = compilation.Sources.Texts.Select(text => text.File).FirstOrDefault(file => NameOf(compilation, file) == asked.File);
        return file is null ? null : editing.PartsOf(file)
            .Where(part => part.Source.PlaceOf(part.Declaration.Syntax.Span) is SourceSpan place && place.Line <= asked.Line && asked.Line <= place.Line + part.Source.Slice(part.Declaration.Syntax.Span).Count(sign => sign == '\n'))
            .Select(part => part.Declaration.Syntax).OfType<EditSyntax>().Select(edit => edit.Id.Text).LastOrDefault(id => id.Length > 0);
    }

    private static IEnumerable<string> Errors(PackInUse pack) => pack.Errors.Select(error => error.ToString());

    private string? NameOf(PackCompilation compilation, string file) => desk.Folder.NameOf(Path.GetFullPath(compilation.Sources.PathOf(file)));

    /// <summary>Tests that are to run.</summary>
    /// <param name="File">The file with the cursor, by its name in the desk's folder; null: all tests of the pack.</param>
    /// <param name="Line">The line of the cursor, from 1.</param>
    internal sealed record TestsAsked(string? File, int Line) : PackRequest;

    /// <summary>A test that is to be made of a claim.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Edit">Id of the edit that the test is beside.</param>
    /// <param name="LeavesOut">What the edit does not look at is left out.</param>
    internal sealed record TestWanted(AskedClaim? Claim, string? Edit, bool LeavesOut) : PackRequest;

    /// <summary>The claim of a test.</summary>
    /// <param name="Edit">The edit beside which it stands.</param>
    /// <param name="Title">Its title; of a test of several values, with its own.</param>
    internal sealed record TestNamed(string? Edit, string? Title) : PackRequest;
}
