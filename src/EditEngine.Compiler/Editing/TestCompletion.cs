using EditEngine.Codes;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>What can be written in a test: the notation of claims is asked, with the line as far as it is.</summary>
internal static class TestCompletion
{
    // What is expected of the whole claim, or in a form of its own.
    private static readonly Proposal[] Whole =
    [
        new("clean", ProposalKind.Word, "nothing is found and nothing is left open"), new("nothing from", ProposalKind.Word, "the edit finds nothing, in no state"),
        new("line added", ProposalKind.Word, "such a line is added"),
    ];

    /// <summary>The place stands in the lines of a test.</summary>
    public static bool IsAsked(CursorPlace place) =>
        place is { Part.Declaration.Syntax: EditSyntax, Clause: TestSyntax test } && place.Tree.Source.LineOf(place.Word.Start) > place.Part.Source.LineOf(test.Title?.Span.Start ?? test.Span.Start);

    /// <summary>The proposals for it.</summary>
    public static IEnumerable<Proposal> Of(CursorPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        string line = place.LineBefore;
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<Proposal>? named = words switch
        {
            ["expect", .., "by" or "from"] => NameProposals.Edits(place.Pack),
            ["expect", .., "reason"] => NameProposals.Reasons(place.Pack.Symbols),
            ["claim", "of"] => ClaimsOf(place),
            ["fact"] or ["missing", .., "fact"] => FieldProposals.Facts(place.Pack.Symbols),
            _ => null,
        };
        if (named is not null)
        {
            return named;
        }

        NotationChoice? choice = TestChoices.After(line, new TestFacts(place.Pack.Parts.Select(part => part.Declaration.Syntax).OfType<FactSyntax>()));
        IEnumerable<Proposal> found = choice is null ? [] : choice.Words.Select(word => new Proposal(word, ProposalKind.Word));
        found = (words is ["expect"] ? Whole.Concat(found) : found).Concat(Codes(place, words, choice));
        return place.IsFirstInLine ? found.Concat(StartProposals.Of(place).Where(one => one.Label is "test" or "end")) : found;
    }

    // The tests of the edit whose claim may be taken over.
    private static IEnumerable<Proposal> ClaimsOf(CursorPlace place) =>
        from test in ((EditSyntax)place.Part!.Declaration.Syntax).Clauses.OfType<TestSyntax>() // It stands in a test.
        where test != place.Clause
        let title = test.Title?.Value
        where title is not null
        select new Proposal($"\"{title}\"", ProposalKind.Word, "the claim of that test");

    private static IEnumerable<Proposal> Codes(CursorPlace place, string[] words, NotationChoice? choice)
    {
        int hyphen = place.Typed.LastIndexOf('-');
        bool isLine = words is ["line", _] or ["history" or "stay", ..];
        CodeSystem system = hyphen >= 0 && isLine ? CodeSystem.Modifier : SystemOf(choice?.What);
        return system == CodeSystem.None
            ? []
            : CodeProposals.Of(place.Pack.Symbols, system, place.Typed[(hyphen + 1)..]).Select(one => one with { Replaces = TextSpan.FromTo(place.Word.Start + hyphen + 1, place.Word.End) });
    }

    private static CodeSystem SystemOf(string? what) =>
        what?.Split(' ') is ["a", string name, "code"] && Symbols.CodeSystemNames.TryFind(name, out CodeSystem system) ? system : CodeSystem.None;
}
