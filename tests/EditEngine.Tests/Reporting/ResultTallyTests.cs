using System.Collections.Immutable;
using EditEngine.Analysis.Reporting;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Reporting;

public sealed class ResultTallyTests
{
    [Fact]
    public void Lines_count_for_the_edit_that_decides_them_and_for_its_reason()
    {
        ResultTally tally = new();
        tally.Add(Denied("A", winning: "ONE", outranked: "TWO", cents: 5_000), null);
        tally.Add(Denied("B", winning: "TWO", outranked: null, cents: 2_500), null);
        DecisionReport report = tally.ToReport();
        Assert.Equal((2, 2, 7_500L), (report.Claims, report.Lines, report.NotPaidCents));
        Assert.Equal([new ReportRow("ONE", 1, 1, 5_000, ["A"]), new ReportRow("TWO", 2, 1, 2_500, ["B"])], report.Groups[0].Rows, SameRow);
        Assert.Equal([new ReportRow("CO 97", 2, 2, 7_500, ["A", "B"])], report.Groups[1].Rows, SameRow);
        Assert.Equal(["edit", "carc"], report.Groups.Select(group => group.By));
        Assert.Null(report.BilledCents);
    }

    [Fact]
    public void With_claims_there_are_providers_months_places_and_what_was_billed()
    {
        ResultTally tally = new();
        tally.Add(Denied("A", "ONE", null, 5_000), ClaimOf("A", "1234567893"));
        DecisionReport report = tally.ToReport();
        Assert.Equal(9_000, report.BilledCents);
        Assert.Equal(["1234567893", "2025-03", "11"], report.Groups.Skip(2).Select(group => group.Rows.Single().Value));
    }

    [Fact]
    public void A_missing_field_is_one_whatever_line_it_is_of()
    {
        ResultTally tally = new();
        tally.Add(Open("A", new NotEvaluated("ONE", 1, ["lines[0].units"]), new NotEvaluated("TWO", 2, ["lines[1].units"])), null);
        tally.Add(Open("B", new NotEvaluated("ONE", null, []) { Because = NotEvaluatedCause.OverBudget }), null);
        Assert.Equal([("lines.units", 2L, "ONE TWO"), ("over budget", 1L, "ONE")], tally.ToReport().NotEvaluated.Select(one => (one.Want, one.Times, string.Join(' ', one.Edits))));
    }

    [Theory]
    [InlineData(30, 30, true)]
    [InlineData(30, 1, false)]
    [InlineData(29, 29, false)] // Of so few lines nothing is said.
    public void A_provider_far_from_the_rest_is_told(int lines, int decided, bool isTold)
    {
        ReportRow rest = new("rest", 10_000, 1_000, 0, []);
        ImmutableArray<ProviderOutlier> found = ProviderOutliers.Of([rest, new ReportRow("one", lines, decided, 0, [])]);
        Assert.Equal(isTold ? ["one"] : [], found.Select(one => one.Npi));
    }

    private static bool SameRow(ReportRow one, ReportRow other) =>
        one with { Behind = [] } == other with { Behind = [] } && one.Behind.SequenceEqual(other.Behind);

    private static Result Denied(string claim, string winning, string? outranked, long cents) => Open(claim) with
    {
        Disposition = Disposition.Deny,
        Lines = [new LineResult { Number = 1, Status = LineDecision.Deny, Winning = winning, DeniedChargeCents = cents }],
        Findings = [Found(winning, FindingState.Active), .. outranked is null ? ImmutableArray<Finding>.Empty : [Found(outranked, FindingState.Suppressed)]],
    };

    private static Finding Found(string edit, FindingState state) =>
        new() { Edit = edit, Level = FindingLevel.Line, Line = 1, Action = EditAction.Deny, State = state, GroupCode = "CO", Carc = "97" };

    private static Result Open(string claim, params ImmutableArray<NotEvaluated> open) =>
        new() { Claim = claim, Pack = "p@1#0", AsOf = new DateOnly(2025, 6, 1), Disposition = Disposition.Clean, Lines = [], Findings = [], NotEvaluated = open };

    private static Claim ClaimOf(string id, string npi) => new()
    {
        Id = id,
        Type = ClaimType.Professional,
        Billing = new Provider { Npi = npi },
        Lines = [new ServiceLine { Number = 1, Procedure = Code.From(CodeSystem.Procedure, "99213"), From = new DateOnly(2025, 3, 4), PlaceOfService = Code.From(CodeSystem.PlaceOfService, "11"), ChargeCents = 9_000 }],
    };
}
