using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Explanation;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Notation;
using EditEngine.Outcomes;
using EditEngine.Tests.Boundaries;
using Xunit;

namespace EditEngine.Tests.Explanation;

public sealed class CounterfactualTests
{
    private const string Denied = "claim professional\n  line 1: 99213 x2 on 2025-03-04\n  line 2: 11721 on 2025-03-04";

    [Theory]
    [InlineData("modifier 25 or 57 on line 1", "bypassed: distinct")]
    [InlineData("units of line 1 at most 1", "nothing")]
    [InlineData("date of line 1 from 2025-03-05", "nothing")]
    [InlineData("date of line 1 up to 2025-03-03", "nothing")]
    [InlineData("all dates up to 2023-12-31", "nothing")]
    [InlineData("without line 2", "nothing")]
    public void A_finding_is_avoided_by_the_smallest_change(string change, string then)
    {
        CounterfactualSet end = Assert.Single(Of(VisitRules.Text, Denied).Ends);
        Assert.Equal("line 1", end.Target?.ToString());
        Counterfactual? way = end.Ways.FirstOrDefault(way => way.Changes.SequenceEqual([change]));
        Assert.True(way is not null, string.Join("\n", end.Ways.Select(one => string.Join(" and ", one.Changes))));
        Assert.Equal(then, way.Then);
    }

    [Fact]
    public void What_is_told_was_run()
    {
        PreparedPack pack = Pack(VisitRules.Text);
        foreach (Counterfactual way in Of(VisitRules.Text, Denied).Ends.SelectMany(end => end.Ways))
        {
            Assert.DoesNotContain(pack.Evaluate(way.Claim.Claim, way.Claim.AsOf).Findings, finding => finding.Line == 1 && finding.State == FindingState.Active);
        }
    }

    [Fact]
    public void A_change_that_takes_the_line_away_or_leaves_it_open_avoids_nothing()
    {
        string[] changes = [.. Of(VisitRules.Text, Denied, most: 1000).Ends.SelectMany(end => end.Ways).SelectMany(way => way.Changes)];
        Assert.DoesNotContain("without line 1", changes);
        Assert.DoesNotContain(changes, change => change.EndsWith("not known", StringComparison.Ordinal));
        Assert.DoesNotContain(changes, change => change.StartsWith("as-of", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_it_does_not_fire_the_least_that_would_make_it_fire_is_told()
    {
        CounterfactualSet end = Assert.Single(Of(VisitRules.Text, Denied.Replace(" x2", "", StringComparison.Ordinal)).Ends);
        Assert.Null(end.Target);
        Counterfactual way = Assert.Single(end.Ways);
        Assert.Equal(["units of line 1 at least 2"], way.Changes);
        Assert.Equal("line 1 denied", way.Then);
    }

    [Fact]
    public void Where_one_change_is_not_enough_two_are_told()
    {
        CounterfactualSet end = Assert.Single(Of(VisitRules.Text, "claim professional\n  line 1: 99213 on 2025-03-04\n  line 2: 11720 on 2025-03-04").Ends);
        Assert.NotEmpty(end.Ways);
        Assert.All(end.Ways, way => Assert.Equal(2, way.Changes.Length));
        Assert.Contains(end.Ways, way => way.Changes.Contains("units of line 1 at least 2") || way.Changes.Any(change => change.StartsWith("units of line 1 2", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_days_of_a_window_are_told_to_the_day()
    {
        const string Rules = """
            pack sample version "1"
            dates by date of service
            reasons
              GLOBAL = CO 97

            edit LATER "Within 90 days"
              for each  line v, history line h
              when      v.procedure = 99213 and h.procedure = 27447
              and       v.date in h.date + 1 day .. h.date + 90 days
              then      deny v  reason GLOBAL
            end
            """;
        CounterfactualSet end = Assert.Single(Of(Rules, "claim professional\n  line 1: 99213 on 2025-03-04\n  history paid 27447 on 2025-01-10", most: 50).Ends);
        Assert.Contains("date of line 1 from 2025-04-11", end.Ways.SelectMany(way => way.Changes));
        Assert.Contains("date of line 1 up to 2025-01-10", end.Ways.SelectMany(way => way.Changes));
        CounterfactualSet fires = Assert.Single(Of(Rules, "claim professional\n  line 1: 99213 on 2025-04-11\n  history paid 27447 on 2025-01-10", most: 50).Ends);
        Assert.Contains("date of line 1 2025-01-11 .. 2025-04-10", fires.Ways.SelectMany(way => way.Changes));
    }

    [Fact]
    public void A_search_that_nobody_waits_for_ends()
    {
        TestCase test = TestText.Read("claim professional\n  line 1: 99213 on 2025-03-04\n  line 2: 11720 on 2025-03-04".Split('\n'), TestFacts.None)!; // It is written here.
        using CancellationTokenSource stop = new();
        CounterfactualSearch search = new(Pack(VisitRules.Text), 0) { Cancellation = stop.Token };
        Assert.NotEmpty(search.Of(new DatedClaim(test.Claim!, test.AsOf), 30).Ends);
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => search.Of(new DatedClaim(test.Claim!, test.AsOf), 30));
    }

    private static EditCounterfactuals Of(string rules, string claim, int most = 30)
    {
        TestCase test = TestText.Read(claim.Split('\n'), TestFacts.None)!; // It is written above.
        return new CounterfactualSearch(Pack(rules), 0).Of(new DatedClaim(test.Claim!, test.AsOf), most);
    }

    private static PreparedPack Pack(string rules) => new(VisitRules.Compile(rules).Pack!); // It compiled.
}
