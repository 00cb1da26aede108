using EditEngine.Analysis.Comparison;
using EditEngine.Compiler.Notation;
using EditEngine.Tests.Boundaries;
using Xunit;

namespace EditEngine.Tests.Comparison;

public sealed class PackComparisonTests
{
    [Theory]
    [InlineData("v.units > 1", "v.units >= 1", 1)]
    [InlineData("v.units > 1", "v.units > 2", 2)]
    [InlineData("{ 25, 57 }", "{ 25 }", 1)]
    [InlineData("{ 25, 57 }", "{ 25, 57, 59 }", 2)]
    [InlineData("{ 25, 57 }", "{ 25, 59 }", 3)]
    [InlineData("deny v  reason BUNDLED", "warn v", 2)]
    [InlineData("deny v  reason BUNDLED", "deny v  reason UNITS", 4)]
    [InlineData("effective 2024-01-01 ..", "effective 2024-01-02 ..", 2)]
    [InlineData("  with same date", "", 1)]
    [InlineData("because \"distinct\"", "because \"another\"", 4)]
    public void A_change_is_told_in_its_direction_with_a_claim_that_shows_it(string text, string other, int verdict)
    {
        string now = VisitRules.Text.Replace(text, other, StringComparison.Ordinal);
        EditComparison edit = Assert.Single(Compare(VisitRules.Text, now).Changed);
        Verdict direction = edit.Verdict & (Verdict)(verdict | (verdict == 4 ? 7 : 3));
        Assert.Equal((Verdict)verdict, direction);
        Assert.InRange(edit.Differ, 1, edit.Tried);
        foreach (Verdict one in Enum.GetValues<Verdict>().Where(one => one != Verdict.Same && ((Verdict)verdict).HasFlag(one)))
        {
            Witness witness = Assert.Single(edit.Witnesses, witness => witness.Direction == one);
            Assert.Equal(0, VisitRules.Run(VisitRules.Compile(With(now, witness))).Tests.Count(test => !test.HasPassed && test.Title == witness.Test.Title));
            Assert.Equal(1, VisitRules.Run(VisitRules.Compile(With(VisitRules.Text, witness))).Tests.Count(test => !test.HasPassed && test.Title == witness.Test.Title));
        }
    }

    [Theory]
    [InlineData("for each  professional line v, other line x", "for each  professional line   v, other line x -- a remark\n ")]
    [InlineData("line v, other", "line w, other", "v.", "w.", "v has", "w has", "deny v", "deny w")]
    [InlineData("@bypass", "@other")]
    [InlineData("{ 25, 57 }", "{ 57, 25 }")]
    [InlineData("  BUNDLED = CO 97\n  UNITS   = CO 151", "  UNITS   = CO 151\n  BUNDLED = CO 97")]
    public void Names_order_and_layout_are_no_difference(params string[] changes)
    {
        string now = VisitRules.Text;
        for (int i = 0; i < changes.Length; i += 2)
        {
            now = now.Replace(changes[i], changes[i + 1], StringComparison.Ordinal);
        }

        PackComparison comparison = Compare(VisitRules.Text, now);
        Assert.True(comparison.IsNothing, string.Join("; ", [.. comparison.Declarations, .. comparison.Changed.Select(edit => edit.Edit)]));
        Assert.Equal(1, comparison.Same);
    }

    [Fact]
    public void What_is_declared_is_told()
    {
        string now = VisitRules.Text
            .Replace("{ 25, 57 }", "{ 25, 59 }", StringComparison.Ordinal)
            .Replace("CO 97", "CO 236", StringComparison.Ordinal)
            .Replace("codes @bypass", "codes @more : modifier = { 76 }\ncodes @bypass", StringComparison.Ordinal)
            + "\nedit MORE \"More\"\n  for each  line v\n  when      v has modifier in @more\n  then      warn v\nend\n";
        PackComparison comparison = Compare(VisitRules.Text, now);
        Assert.Equal(["MORE"], comparison.Added.ToArray());
        Assert.Equal(["codes @bypass changed: without 57, with 59", "codes @more added", "reason BUNDLED changed: CO 97 before, CO 236 now"], comparison.Declarations.ToArray());
        Assert.Equal(["MORE"], Compare(now, VisitRules.Text).Removed.ToArray());
    }

    private static string With(string text, Witness witness) => VisitRules.With(text, "VISIT", witness.Test);

    private static PackComparison Compare(string old, string now) => PackComparison.Of(Packed(old), Packed(now), []);

    private static ComparedPack Packed(string text)
    {
        CompileResult compiled = VisitRules.Compile(text);
        return new ComparedPack(compiled.Pack!, compiled.Tests, TestFacts.None); // It compiled.
    }
}
