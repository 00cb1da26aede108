using System.Numerics;
using EditEngine.Compiler.Lowering;
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
}
