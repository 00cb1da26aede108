using System.Collections.Immutable;
using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Compiler.Notation;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Boundaries;

/// <summary>A test that passes: a claim, and what a pack decides of it by one edit.</summary>
/// <param name="Title">What is expected, in short.</param>
/// <param name="Body">The lines of the claim and of what is expected.</param>
internal sealed record GeneratedTest(string Title, ImmutableArray<string> Body)
{
    private const int MostTitle = 70;

    /// <summary>The block as it stands in an edit, under a remark.</summary>
    /// <param name="remark">A sentence for its reader.</param>
    public ImmutableArray<string> Lines(string remark) => [$"  -- {remark}", $"  test \"{Title}\"", .. Body.Select(line => "    " + line)];

    /// <summary>Its title, with a number where others have it; it is one of them then.</summary>
    public string TitleBeside(HashSet<string> titles)
    {
        string unused = Title;
        for (int number = 2; !titles.Add(unused); number++)
        {
            unused = FormattableString.Invariant($"{Title} ({number})");
        }

        return unused;
    }

    /// <summary>The test that a claim makes.</summary>
    /// <param name="edits">Ids of the edits of which it tells, the one beside which it stands first.</param>
    /// <param name="pack">The pack that decides.</param>
    /// <param name="text">The claim.</param>
    /// <param name="claim">The claim that the text makes.</param>
    /// <param name="facts">The facts that the pack declares.</param>
    /// <returns>Null where no line can say what any of the edits comes to; one that another outranks is left out.</returns>
    public static GeneratedTest? Of(ImmutableArray<string> edits, PreparedPack pack, ClaimText text, DatedClaim claim, TestFacts facts)
    {
        Result result = pack.Evaluate(claim.Claim, claim.AsOf);
        (string Edit, ImmutableArray<string> Lines)[] expected = [.. edits.Select(edit => (edit, ExpectationText.Of(edit, result, text.Lines, facts))).Where(one => !one.Item2.IsEmpty)];
        if (expected.Length == 0)
        {
            return null;
        }

        ImmutableArray<string> body = [.. text.Lines, .. expected.SelectMany(one => one.Lines)];
        bool passes = TestText.Read(body, facts) is { Claim: Claim read } test && test.Expectations.All(one => ExpectationCheck.IsMet(one, pack.Evaluate(read, test.AsOf)));
        return passes ? new GeneratedTest(TitleOf(expected[0].Edit, expected[0].Lines), body) : null;
    }

    private static string TitleOf(string edit, ImmutableArray<string> expected)
    {
        string title = expected[0]["expect ".Length..].Replace($" by {edit}", "", StringComparison.Ordinal).Replace($" from {edit}", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        return title.Length <= MostTitle ? title : title[..MostTitle].TrimEnd() + "…";
    }
}
