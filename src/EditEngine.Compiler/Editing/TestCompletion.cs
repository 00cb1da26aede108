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
        place.Part?.Declaration.Syntax switch
        {
            EditSyntax when place.Clause is TestSyntax test => IsBelow(place, (SyntaxNode?)test.Title ?? test),
            NamedClaimSyntax claim => IsBelow(place, claim.Title) && place.Column > 0,
            _ => false,
        };

    /// <summary>The proposals for it.</summary>
    public static IEnumerable<Proposal> Of(CursorPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        string line = place.LineBefore;
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<Proposal>? named = EachValues.At(place) ?? words switch
        {
            ["expect", .., "by" or "from"] => NameProposals.Edits(place.Pack),
            ["expect", .., "reason"] => NameProposals.Reasons(place.Pack.Symbols),
            ["claim", "of"] or ["claim", "of", ['"', ..], ..] => ClaimsOf(place),
            ["fact"] or ["missing", .., "fact"] => FieldProposals.Facts(place.Pack.Symbols),
            _ => null,
        };
        if (named is not null)
        {
            return named;
        }

        NotationChoice? choice = TestChoices.After(line, new TestFacts(place.Pack.Parts.Select(part => part.Declaration.Syntax).OfType<FactSyntax>()));
        IEnumerable<Proposal> found = choice is null ? [] : choice.Words.Select(word => new Proposal(word, ProposalKind.Word));
        found = words switch
        {
            ["expect"] => Whole.Concat(found),
            ["claim"] => found.Append(new Proposal("of", ProposalKind.Word, "the claim of another test, or one that the pack names")),
            _ => found,
        };
        found = found.Concat(Codes(place, words, choice));
        return !place.IsFirstInLine ? found
            : place.Clause is TestSyntax ? found.Concat(StartProposals.Of(place).Where(one => one.Label is "test" or "end"))
            : found.Where(one => one.Label != "expect");
    }

    private static bool IsBelow(CursorPlace place, SyntaxNode head) => place.Tree.Source.LineOf(place.Word.Start) > place.Part!.Source.LineOf(head.Span.Start); // It stands in one.

    // The claims that may be taken over: of the tests beside, and those that the pack names.
    private static IEnumerable<Proposal> ClaimsOf(CursorPlace place)
    {
        DeclarationSyntax declaration = place.Part!.Declaration.Syntax; // It stands in a test, or in a claim.
        IEnumerable<string?> beside = declaration is EditSyntax edit ? edit.Clauses.OfType<TestSyntax>().Where(test => test != place.Clause).Select(test => test.Title?.Value) : [];
        IEnumerable<string> named = place.Pack.Parts.Select(part => part.Declaration.Syntax).OfType<NamedClaimSyntax>().Where(claim => claim != declaration).Select(claim => claim.Title.Value);
        return beside.OfType<string>().Select(title => Claim(title, "the claim of that test")).Concat(named.Select(title => Claim(title, "a claim of the pack"))).DistinctBy(one => one.Label);

        Proposal Claim(string title, string says) => new($"\"{title}\"", ProposalKind.Word, says) { Replaces = TitleAt(place) };
    }

    // From the quote that was typed to what stands behind it.
    private static TextSpan TitleAt(CursorPlace place)
    {
        int quote = place.LineBefore.IndexOf('"', StringComparison.Ordinal);
        string text = place.Tree.Source.Text;
        int start = quote < 0 ? place.Word.Start : place.Word.Start - place.LineBefore.Length + quote;
        int lineEnd = text.AsSpan(place.Word.End).IndexOfAny('\r', '\n') is var length and >= 0 ? place.Word.End + length : text.Length;
        int close = quote < 0 ? -1 : text.IndexOf('"', place.Word.End, lineEnd - place.Word.End);
        return TextSpan.FromTo(start, close < 0 ? place.Word.End : close + 1);
    }

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
