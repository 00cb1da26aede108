using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Syntax;
using EditEngine.Stacks;
using EditEngine.Workbench.Packs;

namespace EditEngine.Workbench.Panes;

/// <summary>A claim as a test of an edit, and the change of a file that puts it there.</summary>
/// <param name="Test">The test; it passes as the pack is.</param>
/// <param name="Change">The change.</param>
/// <param name="Unsaid">What of the claim no line of a test can say: the test's claim is another there.</param>
internal sealed record ClaimTest(GeneratedTest Test, TextChange Change, ImmutableArray<string> Unsaid)
{
    private const string Remark = "Made of a claim: what the edit does now. Check that it is what the policy asks.";

    /// <summary>The test that a claim makes.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="position">The position of the edit.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="leavesOut">What the edit does not look at is left out.</param>
    /// <param name="why">Why there is none.</param>
    public static ClaimTest? Of(DecidingPack pack, int position, DatedClaim claim, bool leavesOut, out string? why)
    {
        why = null;
        EditingPack editing = new(pack.Compilation);
        string id = pack.Rules.Edits[position].Id;
        if (editing.Sources.Chain is not [.., var own] || editing.Parts.LastOrDefault(part => ReferenceEquals(part.Pack, own) && part.Declaration.Syntax is EditSyntax edit && edit.Id.Text == id) is not FilePart part)
        {
            why = $"'{id}' stands in a pack that this one extends: its tests stand there, too.";
            return null;
        }

        TestFacts facts = PackFacts.Of(editing.Sources);
        (ClaimText Text, DatedClaim Claim)? said = (leavesOut ? DeepStack.Run(() => Least(pack, position, claim, facts)) : null) ?? Whole(claim, facts);
        if (said is not (ClaimText text, DatedClaim made))
        {
            why = "No lines of a test make this claim: it has things that the notation cannot say.";
            return null;
        }

        if (DeepStack.Run(() => GeneratedTest.Of([id], pack.Prepared, text, made, facts)) is not GeneratedTest test)
        {
            why = $"No line of a test can say what '{id}' comes to on this claim: another edit outranks it.";
            return null;
        }

        HashSet<string> titles = [.. pack.Compilation.Result.Tests.Where(edit => edit.Edit == id).SelectMany(edit => edit.Cases).Select(one => one.Title)];
        GeneratedTest titled = test with { Title = test.TitleBeside(titles) };
        string lines = string.Concat(titled.Lines(Remark).Prepend("").Select(line => line + "\n"));
        TextChange? change = TestInsertion.Of(part, lines);
        why = change is null ? $"'{id}' has no end in the text: write 'end' below it first." : null;
        return change is TextChange there ? new ClaimTest(titled, there, text.Unsaid) : null;
    }

    private static (ClaimText Text, DatedClaim Claim)? Least(DecidingPack pack, int position, DatedClaim claim, TestFacts facts)
    {
        BoundaryClaims ways = new(pack.Prepared, position);
        string wanted = ways.SignatureOf(claim).Key;
        return new SmallestText(facts).Of(claim, other => ways.SignatureOf(other).Key == wanted);
    }

    private static (ClaimText Text, DatedClaim Claim)? Whole(DatedClaim claim, TestFacts facts)
    {
        ClaimText text = new ClaimTextWriter(facts).Write(claim.Claim, claim.AsOf);
        return TestText.Read(text.Lines, facts) is { Claim: { } read } test ? (text, new DatedClaim(read, test.AsOf)) : null;
    }
}
