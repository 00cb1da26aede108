using System.Collections.Immutable;
using EditEngine.Analysis.Consistency;
using EditEngine.Analysis.Testing;
using EditEngine.Diagnostics;
using EditEngine.Tests.Boundaries;
using Xunit;

namespace EditEngine.Tests.Consistency;

public sealed class PackAnalysisTests
{
    private const string Head = """
        pack sample version "1"
        dates by date of service
        reasons
          BUNDLED = CO 97

        codes @bypass : modifier = { 25, 57 }

        """;

    private const string Deny = "edit DENY \"Denied\"\n  for each  line v\n  when      v.procedure in { 99211-99215 } and v.units > 2\n  then      deny v  reason BUNDLED\nend\n";

    [Fact]
    public void A_pack_whose_edits_go_together_has_no_remark() => Assert.Empty(Of(VisitRules.Text));

    [Theory]
    [InlineData("when      v.units > 5 and v.units < 3", true)]
    [InlineData("when      v.procedure = 99213 and any line x has (x.units < 1 and x.units >= 1)", false)]
    public void An_edit_that_cannot_fire_is_told(string condition, bool isProven)
    {
        PackRemark remark = Assert.Single(Of($"{Head}edit NEVER \"Never\"\n  for each  line v\n  {condition}\n  then      warn v\nend\nedit USES \"Uses\"\n  for each  line v\n  when      v has modifier in @bypass\n  then      warn v\nend\n"));
        Assert.Equal((RemarkKind.Never, "NEVER", isProven), (remark.Kind, remark.Edits[0], remark.IsProven));
        Assert.Equal(isProven, remark.Witness is null);
    }

    [Fact]
    public void An_edit_that_always_fires_with_a_stronger_one_is_told_with_a_claim()
    {
        string rules = Head.Replace("codes @bypass : modifier = { 25, 57 }\n", "", StringComparison.Ordinal) + Deny
            + "edit ALSO \"Also\"\n  for each  line v\n  when      v.procedure = 99213 and v.units > 4\n  then      warn v\nend\n";
        PackRemark remark = Assert.Single(Of(rules));
        Assert.Equal(RemarkKind.Shadowed, remark.Kind);
        Assert.Equal(["ALSO", "DENY"], remark.Edits.AsEnumerable());
        Passes(rules, remark);
    }

    [Theory]
    [InlineData("v.procedure = 99213 and v.units > 1")]
    [InlineData("v.procedure in { 99211-99216 } and v.units > 4")]
    [InlineData("v.units > 2")]
    public void An_edit_that_fires_alone_on_some_claim_is_not_shadowed(string condition) =>
        Assert.DoesNotContain(Of($"{Head}{Deny}edit ALSO \"Also\"\n  for each  line v\n  when      {condition}\n  then      warn v\nend\n"), remark => remark.Kind == RemarkKind.Shadowed);

    [Fact]
    public void Edits_that_decide_one_line_in_opposite_ways_are_told_with_a_claim()
    {
        string rules = Head + Deny + "edit HALF \"Half\"\n  for each  line v\n  when      v.procedure = 99213 and v has modifier in @bypass\n  then      reduce v to 50%\nend\n";
        PackRemark remark = Assert.Single(Of(rules), one => one.Kind == RemarkKind.Opposite);
        Assert.Equal(["DENY", "HALF"], remark.Edits.AsEnumerable());
        Passes(rules, remark);
    }

    [Fact]
    public void A_set_that_only_an_unused_definition_asks_for_is_told()
    {
        PackRemark[] remarks = [.. Of(Head + "codes @other : CPT = { 99213 }\ncodes @both : CPT = @other + { 99214 }\ndefine visit v : line where v.procedure in @both\n" + Deny)];
        Assert.Equal(["No edit asks for @bypass.", "No edit asks for @other.", "No edit asks for @both."], remarks.Where(one => one.Kind == RemarkKind.Unreached).Select(one => one.Text));
    }

    [Theory]
    [InlineData("effective 2024-01-01 .. 2024-06-30", "effective 2024-08-01 ..", "From 2024-07-01 through 2024-07-31")]
    [InlineData("effective 2024-01-01 .. 2024-06-30", "effective 2024-07-02 ..", "On 2024-07-01")]
    [InlineData("effective 2024-01-01 .. 2024-06-30", "effective 2024-07-01 ..", null)]
    [InlineData("effective 2024-01-01 .. 2024-06-30", "effective 2024-05-01 ..", null)]
    public void Days_between_two_periods_are_told(string first, string second, string? days)
    {
        const string Body = "\n  for each  line v\n  when      v.procedure = 99213 and v.units > 2\n  then      deny v  reason BUNDLED\nend\n";
        string rules = $"{Head}edit OLD \"Old\"\n  {first}{Body}edit NEW \"New\"\n  {second}{Body}";
        PackRemark[] gaps = [.. Of(rules).Where(one => one.Kind == RemarkKind.Gap)];
        Assert.Equal(days is null ? 0 : 1, gaps.Length);
        if (days is not null)
        {
            Assert.StartsWith(days + " nothing decides what OLD finds before and NEW after", gaps[0].Text, StringComparison.Ordinal);
            Passes(rules, gaps[0]);
        }
    }

    private static void Passes(string rules, PackRemark remark)
    {
        Assert.NotNull(remark.Witness);
        TestReport report = VisitRules.Run(VisitRules.Compile(VisitRules.With(rules, remark.Edits[0], remark.Witness)));
        Assert.Equal((1, 0), (report.Passed, report.Failed));
    }

    private static ImmutableArray<PackRemark> Of(string rules)
    {
        PackSources sources = PackSources.FromText("one.edit", rules);
        CompileResult compiled = EditCompiler.Compile(sources, CompileOptions.Default);
        Assert.DoesNotContain(compiled.Diagnostics, problem => problem.Severity == Severity.Error);
        return new PackAnalysis(sources, compiled, compiled.Pack!, compiled.Rules!).Remarks(); // It compiled.
    }
}
