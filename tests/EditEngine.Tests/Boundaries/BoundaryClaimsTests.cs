using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using Xunit;

namespace EditEngine.Tests.Boundaries;

public sealed class BoundaryClaimsTests
{
    [Theory]
    [InlineData("one unit", 1, "2025-03-04", "")]
    [InlineData("two units", 2, "2025-03-04", "Active")]
    [InlineData("the first effective day", 2, "2024-01-01", "Active")]
    [InlineData("the day before", 2, "2023-12-31", "")]
    public void Bounds_are_met_on_both_sides(string what, int units, string day, string outcome)
    {
        BoundaryClaims claims = Search(VisitRules.Text);
        DateOnly date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        DatedClaim[] met = [.. claims.Tried.Where(one => one.Claim.Lines.Length == 2 && one.Claim.Lines[0].Units == units && one.Claim.Lines.All(line => line.From == date) && one.Claim.Lines[0].Modifiers.IsEmpty)];
        Assert.True(met.Length > 0, what);
        Assert.Contains(met, one => outcome.Length == 0 ? claims.SignatureOf(one).Outcome.Length == 0 : claims.SignatureOf(one).Outcome.StartsWith(outcome, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Bypassed")]
    [InlineData("open line  units")]
    [InlineData("open line  date")]
    [InlineData("open line  modifiers", false)]
    public void Exceptions_and_missing_facts_are_met(string outcome, bool isMet = true) =>
        Assert.Equal(isMet, Search(VisitRules.Text).Found.Any(one => one.Signature.Outcome.StartsWith(outcome, StringComparison.Ordinal)));

    [Fact]
    public void Without_any_test_a_claim_is_found_on_which_the_edit_fires()
    {
        const string Untested = """
            pack sample version "1"
            dates by date of service
            reasons
              UNITS = CO 151

            edit AGAIN "Twice in 90 days, of a young man"
              for each  line v, history line h
              when      v.procedure = 20610 and v.units >= 3
              and       claim.patient.sex = M
              and       h.procedure = 20610 and days from h.date to v.date in 1 .. 90
              then      deny v  reason UNITS
            end
            """;
        BoundaryClaims claims = Search(Untested);
        Assert.Contains(claims.Found, one => one.Signature.Fires);
        int[] days = [.. claims.Tried.Where(one => !one.Claim.History.IsDefault && one.Claim is { Lines: [{ From: not null }], History: [{ Line.From: not null }] } && claims.SignatureOf(one).Fires).Select(one => one.Claim.Lines[0].From!.Value.DayNumber - one.Claim.History[0].Line.From!.Value.DayNumber)];
        Assert.Contains(90, days);
        Assert.DoesNotContain(91, days);
    }

    [Fact]
    public void The_search_is_the_same_each_time()
    {
        Assert.Equal(Search(VisitRules.Text).Found.Select(one => one.Signature.Key), Search(VisitRules.Text).Found.Select(one => one.Signature.Key));
    }

    private static BoundaryClaims Search(string text)
    {
        CompileResult compiled = VisitRules.Compile(text);
        BoundaryClaims claims = new(new PreparedPack(compiled.Pack!), 0); // It compiled.
        claims.Search(GeneratedTests.SeedsOf(compiled.Tests, claims.Edit.Id), GeneratedTests.MostClaims);
        return claims;
    }
}
