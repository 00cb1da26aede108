using EditEngine.Compiler.Lowering;
using EditEngine.Plans;
using Xunit;

namespace EditEngine.Tests.Lowering;

public sealed class HistoryNeedsTests
{
    private const string Prelude = """
        pack p version "1"
        reasons
          R = CO 119
        define counted h : history line where h.status in { paid, adjusted } and h.claim_type = claim.type
        define span of x : 30 days if x.units > 1, otherwise 90 days
        codes @a1c : procedure = { 83036, 83037 }

        """;

    [Theory]
    [InlineData("v.date < h.date + 36 months", "date is on or after line date - 36 months")]
    [InlineData("v.date in h.date + 1 day .. h.date + 90 days", "date is on or after line date - 90 days; date is on or before line date - 1 day")]
    [InlineData("full calendar months from h.date to v.date < 11", "date is on or after the first day of the month of line date - 11 months")]
    [InlineData("h.date in calendar quarter of v.date", "date is on or after the first day of the quarter of line date; date is on or before the last day of the quarter of line date")]
    [InlineData("v.date in benefit year of h.date from 2020-07-01", "date is on or after the first day of the benefit year of line date from 2020-07-01; date is on or before the last day of the benefit year of line date from 2020-07-01")]
    [InlineData("h.date = v.date", "date is on or after line date; date is on or before line date")]
    [InlineData("h.procedure = v.procedure and h.date < v.date", "procedure = line procedure; date is on or before line date - 1 day")]
    [InlineData("h.date = claim.admission", "date is on or after claim admission; date is on or before claim admission")]
    [InlineData("days from h.date to v.date in -3 .. 3", "date is on or after line date - 3 days; date is on or before line date + 3 days")]
    [InlineData("h.rendering.npi = claim.referring.npi", "rendering.npi = claim referring.npi")]
    [InlineData("(h.date = v.date or h.date = v.date - 1 day)", "date is on or after line date - 1 day; date is on or before line date")]
    [InlineData("not (h.date < v.date - 30 days)", "date is on or after line date - 30 days")]
    [InlineData("h.rendering.npi = (v.rendering.npi or else claim.billing.npi)", "rendering.npi = line rendering.npi or claim billing.npi")]
    [InlineData("h.date >= v.date - span of v", "date is on or after line date - 90 days")]
    public void Windows_and_keys_come_from_the_conditions(string condition, string asked)
    {
        HistoryNeed need = Assert.Single(HistoryNeeds.Of(TestPacks.Bind(Prelude + $"""
            edit X "x"
              for each  line v, counted h
              when      h.procedure in @a1c and {condition}
              then      deny v  reason R
            end
            """)));

        Assert.Equal($"claim_type = claim type; {asked}", string.Join("; ", NeedText.Of(need with { Codes = [], Words = [] }).Split("; ").OrderBy(part => !part.StartsWith("claim_type", StringComparison.Ordinal))));
        Assert.Equal(["adjusted", "paid"], Assert.Single(need.Words).Words);
        Assert.Equal(2, Assert.Single(need.Codes).Codes.Intervals.Length);
    }

    [Fact]
    public void An_edit_of_the_claim_alone_needs_no_history() =>
        Assert.Empty(HistoryNeeds.Of(TestPacks.Bind(Prelude + """
            edit X "x"
              for each  line v
              when      v.units > 3
              then      deny v  reason R
            end
            """)));
}
