using System.Collections.Immutable;
using EditEngine.Compiler.Lowering;
using EditEngine.Plans;
using Xunit;

namespace EditEngine.Tests.Lowering;

/// <summary>One meaning in two spellings asks the same of history.</summary>
public sealed class SpellingTests
{
    private const string Prelude = """
        pack p version "1"
        dates by date of service
        reasons
          R = CO 119
        define counted h : history line where h.status in { paid, adjusted }
        define doctor of x : x.rendering.npi
        define seen h of v : counted where h.procedure = v.procedure
        define near of a and b : a.date in b.date - 3 days .. b.date
        define window of x : x.date - 30 days
        codes @visits : procedure = { 99211-99215 }

        """;

    [Theory]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h  with same date", "v.units > 0")]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h", "v.date = h.date")]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h", "h.date in v.date .. v.date")]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h", "h.date >= v.date and h.date <= v.date")]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h", "days from h.date to v.date = 0")]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h", "not (h.date < v.date or h.date > v.date)")]
    [InlineData("line v, counted h", "h.rendering.npi = v.rendering.npi", "line v, counted h  with same doctor", "v.units > 0")]
    [InlineData("line v, counted h", "doctor of h = doctor of v", "line v, counted h  with same doctor", "v.units > 0")]
    [InlineData("line v, counted h", "h.procedure = v.procedure and h.date = v.date", "line v, counted h  with same procedure, same date", "v.units > 0")]
    [InlineData("line v, counted h", "h.procedure = v.procedure", "line v, seen h of v", "v.units > 0")]
    [InlineData("line v, counted h", "h.procedure = v.procedure", "line v", "any seen h of v")]
    [InlineData("line v, counted h", "h.procedure = v.procedure", "line v", "no seen h of v")]
    [InlineData("line v, counted h", "h.procedure = v.procedure", "line v", "count of seen h of v > 2")]
    [InlineData("line v, counted h", "h.date = v.date", "line v", "any counted h has (h.date = v.date)")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "v.date <= h.date + 30 days")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "days from h.date to v.date <= 30")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "30 >= days from h.date to v.date")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "h.date > v.date - 31 days")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "not (h.date < v.date - 30 days)")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "h.date >= window of v")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "v.date - 30 days <= h.date")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "days from v.date to h.date >= -30")]
    [InlineData("line v, counted h", "h.date in v.date - 30 days .. v.date", "line v, counted h", "days from h.date to v.date in 0 .. 30")]
    [InlineData("line v, counted h", "h.date in v.date - 30 days .. v.date", "line v, counted h", "v.date in h.date .. h.date + 30 days")]
    [InlineData("line v, counted h", "h.date in v.date - 30 days .. v.date", "line v, counted h", "h.date <= v.date and v.date <= h.date + 30 days")]
    [InlineData("line v, counted h", "h.date in v.date - 24 months .. v.date", "line v, counted h", "v.date in h.date .. h.date + 24 months")]
    [InlineData("line v, counted h", "h.date in v.date - 3 days .. v.date", "line v, counted h", "h is near of v")]
    [InlineData("line v, counted h", "h.date in claim.admission - 3 days .. claim.admission", "claim c, counted h", "h.date in c.admission - 3 days .. c.admission")]
    [InlineData("line v, counted h", "h.date in calendar year of v.date", "line v, counted h", "v.date in calendar year of h.date")]
    [InlineData("line v, counted h", "h.date in calendar month of v.date", "line v, counted h", "h.date in first day of calendar month of v.date .. last day of calendar month of v.date")]
    [InlineData("line v, counted h", "h.procedure in @visits", "line v, counted h", "h.procedure in { 99211-99215 }")]
    [InlineData("line v, counted h", "h.procedure in { 99213, 99214 }", "line v, counted h", "h.procedure = 99213 or h.procedure = 99214")]
    [InlineData("line v, counted h", "v.units > 0", "line v, history line h", "h.status = paid or h.status = adjusted")]
    [InlineData("line v, counted h", "v.units > 0", "line v, history line h", "not (h.status not in { paid, adjusted })")]
    public void Ask_the_same_of_history(string things, string condition, string otherThings, string otherCondition)
    {
        string first = Asked(things, condition);
        Assert.NotEqual("every line", first);
        Assert.Equal(first, Asked(otherThings, otherCondition));
    }

    private static string Asked(string things, string condition)
    {
        ImmutableArray<HistoryNeed> needs = HistoryNeeds.Of(TestPacks.Bind(Prelude + $"""
            edit X "x"
              for each  {things}
              when      {condition}
              then      warn claim
            end
            """));
        return NeedText.Of(Assert.Single(needs));
    }
}
