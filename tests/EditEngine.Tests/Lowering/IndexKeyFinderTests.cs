using EditEngine.Compiler.Lowering;
using EditEngine.Plans;
using Xunit;

namespace EditEngine.Tests.Lowering;

public sealed class IndexKeyFinderTests
{
    [Theory]
    [InlineData("line v", "v.procedure in { 99213, 99214 }", 2)]
    [InlineData("line v", "v.procedure = 99213 and v.units > 1", 1)]
    [InlineData("line v", "v.units > 1", null)]
    [InlineData("line v, line x", "v.procedure in { 99211-99215, 99202 } and x.procedure = 20610", 1)]
    [InlineData("line v, history line h", "h.procedure = 20610", null)]
    [InlineData("line v", "v.procedure = 99213 or v.units > 1", null)]
    public void The_smallest_set_that_a_line_of_the_claim_must_meet_is_chosen(string bindings, string condition, int? intervals)
    {
        RulePack(bindings, condition, out IndexKey key);
        Assert.Equal(intervals, key.Codes?.Intervals.Length);
    }

    [Fact]
    public void Kinds_of_claims_are_read_from_adjectives()
    {
        RulePack("dental line v", "v.units > 1", out IndexKey key);
        Assert.Equal(1 << (int)EditEngine.Claims.ClaimType.Dental, key.ClaimTypes);
    }

    private static void RulePack(string bindings, string condition, out IndexKey key) =>
        key = Assert.Single(PackLowering.Lower(TestPacks.Bind($"""
            pack p version "1"
            edit X "x"
              for each  {bindings}
              when      {condition}
              then      warn v
            end
            """)).Edits).IndexKey;
}
