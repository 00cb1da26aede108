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
        codes @a1c : procedure = { 83036, 83037 }

        """;

    [Theory]
    [InlineData("v.date < h.date + 36 months", "36 months", "")]
    [InlineData("v.date in h.date + 1 day .. h.date + 90 days", "90 days", "")]
    [InlineData("full calendar months from h.date to v.date < 11", "12 months", "")]
    [InlineData("h.date in calendar quarter of v.date", "3 months", "")]
    [InlineData("v.date in benefit year of h.date from 2020-07-01", "12 months", "")]
    [InlineData("h.date = v.date", "the same day", "date")]
    [InlineData("h.procedure = v.procedure and h.date < v.date", "ever", "procedure")]
    public void Look_back_and_keys_come_from_the_conditions(string condition, string lookBack, string keys)
    {
        HistoryNeed need = Assert.Single(HistoryNeeds.Of(TestPacks.Bind(Prelude + $"""
            edit X "x"
              for each  line v, counted h
              when      h.procedure in @a1c and {condition}
              then      deny v  reason R
            end
            """)));

        Assert.Equal(lookBack, need.LookBack.ToString());
        Assert.Equal(keys, string.Join(",", need.Keys));
        Assert.Equal(["adjusted", "paid"], need.Statuses);
        Assert.True(need.SameClaimType);
        Assert.Equal(2, need.Codes!.Intervals.Length);
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
