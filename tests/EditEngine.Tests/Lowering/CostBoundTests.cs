using System.Collections.Immutable;
using System.Numerics;
using EditEngine.Compiler.Lowering;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Lowering;

public sealed class CostBoundTests
{
    [Theory]
    [InlineData("line v", 450, "lines")]
    [InlineData("line v, other line or history line x", 450 * 5450, "lines × (lines + history)")]
    [InlineData("claim", 1, "1")]
    public void Tuples_are_the_product_of_what_the_names_run_over(string bindings, int tuples, string formula)
    {
        string target = bindings.StartsWith("claim", StringComparison.Ordinal) ? "claim" : "v";
        EditCost cost = Assert.Single(CostBound.Of(
            TestPacks.Bind($"""
                pack p version "1"
                edit X "x"
                  for each  {bindings}
                  when      claim.id = "A"
                  then      warn {target}
                end
                """),
            ClaimMaxima.Default));

        Assert.Equal(new BigInteger(tuples), cost.Tuples);
        Assert.Equal(formula, cost.Formula);
        Assert.True(cost.Steps >= cost.Tuples);
    }

    [Theory]
    [InlineData("line v, other line x, other line y, other line z", "v.units > z.units", "lines × lines × lines × lines")]
    [InlineData("line v, history line h, history line g", "v.units > h.units", "lines × history × history")]
    [InlineData("line v", "any history line h has (any history line g has (g.units > h.units))", "lines, for each of them history × history")]
    [InlineData("line v", "count of history line h where (count of history line g where (g.units > h.units) > 1) > 1", "lines, for each of them history × history")]
    public void An_edit_that_multiplies_is_remarked_with_what_multiplies(string bindings, string condition, string why)
    {
        Diagnostic told = Assert.Single(Check(bindings, condition, ""));
        Assert.Equal("EDIT0830", told.Id);
        Assert.Equal(Severity.Warning, told.Severity);
        Assert.Contains($"looks at {why}.", told.Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line v, other line or history line x", "v.units > x.units")]
    [InlineData("line v, history line h", "v.units > h.units")]
    [InlineData("line v", "any history line h has (any line x has (x.units > h.units))")]
    [InlineData("v of group g of line by procedure", "count of g > 1 and v = last of g by date")]
    public void An_ordinary_edit_is_not_remarked(string bindings, string condition) => Assert.Empty(Check(bindings, condition, ""));

    [Fact]
    public void A_limit_of_the_pack_takes_the_place_of_the_remark()
    {
        Assert.Empty(Check("line v, other line x, other line y, other line z", "v.units > z.units", "limit cost 10000000000000"));
        Assert.Equal("EDIT0801", Assert.Single(Check("line v, other line x", "v.units > x.units", "limit cost 1000")).Id);
        Assert.Equal("EDIT0801", Assert.Single(Check("line v, other line x", "v.units > x.units", "limit lines 100\nlimit cost 1000")).Id);
        Assert.Empty(Check("line v, other line x", "v.units > x.units", "limit lines 10\nlimit cost 2000"));
    }

    private static ImmutableArray<Diagnostic> Check(string bindings, string condition, string limits) => EditCompiler.Compile(
        PackSources.FromText("rules.edit", $"pack p version \"1\"\n{limits}\nedit X \"x\"\n  for each  {bindings}\n  when      {condition}\n  then      warn v\nend\n"), CompileOptions.Default).Diagnostics;
}
