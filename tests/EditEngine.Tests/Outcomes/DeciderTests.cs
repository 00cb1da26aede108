using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Outcomes;

public sealed class DeciderTests
{
    private static readonly Decider Decider = new("p@1#0", new ReasonMap(
    [
        new ReasonRow("R", "CO", "97", ["M80"], int.MinValue, int.MaxValue, []),
        new ReasonRow("R", "CO", "45", [], int.MinValue, int.MaxValue, ["medicaid"]),
    ]));

    [Theory]
    [InlineData(EditAction.Deny, EditAction.Pend, LineDecision.Deny, "A")]
    [InlineData(EditAction.Pend, EditAction.Deny, LineDecision.Deny, "B")]
    [InlineData(EditAction.Return, EditAction.Pend, LineDecision.Return, "A")]
    [InlineData(EditAction.Reduce, EditAction.Review, LineDecision.Review, "B")]
    [InlineData(EditAction.Deny, EditAction.Reject, LineDecision.Reject, "B")]
    public void The_strongest_action_decides_a_line_and_suppresses_the_other(EditAction a, EditAction b, LineDecision status, string winning)
    {
        Result result = Decide([Line("A", a), Line("B", b)]);
        Assert.Equal((status, winning), (result.Lines[0].Status, result.Lines[0].Winning));
        Finding loser = result.Findings.Single(finding => finding.Edit != winning);
        Assert.Equal((FindingState.Suppressed, winning), (loser.State, loser.SuppressedBy));
    }

    [Fact]
    public void Percents_multiply_and_units_take_the_least()
    {
        Result result = Decide([
            Line("A", EditAction.Reduce) with { PayPercent = 50m },
            Line("B", EditAction.Reduce) with { PayPercent = 33.33m },
            Line("C", EditAction.Reduce) with { AllowedUnits = 2m },
            Line("D", EditAction.Reduce) with { AllowedUnits = 1m },
        ]);
        LineResult line = result.Lines[0];
        Assert.Equal((16.67m, 1m, 3m), (line.PayPercent, line.AllowedUnits, line.DeniedUnits));
        Assert.All(result.Findings, finding => Assert.Equal(FindingState.Active, finding.State));
    }

    [Fact]
    public void Findings_on_the_claim_stand_side_by_side_and_set_every_line()
    {
        FindingDraft claim = Line("A", EditAction.Return) with { Level = FindingLevel.Claim, Line = null };
        Result result = Decide([claim, claim with { Edit = Header("B") }]);
        Assert.All(result.Findings, finding => Assert.Equal(FindingState.Active, finding.State));
        Assert.Equal(Disposition.Return, result.Disposition);
        Assert.All(result.Lines, line => Assert.Equal(LineDecision.Return, line.Status));
    }

    [Fact]
    public void An_added_line_falls_with_a_line_it_rests_on()
    {
        AddedLine added = new() { Procedure = default, Edit = "A", Supports = [1] };
        FindingDraft add = Line("A", EditAction.Add) with { Level = FindingLevel.Claim, Line = null, Added = added };
        Assert.Single(Decide([add]).AddedLines);
        Assert.Empty(Decide([add, Line("B", EditAction.Deny)]).AddedLines);
        Assert.Single(Decide([add, Line("A", EditAction.Deny)]).AddedLines);
    }

    [Fact]
    public void A_reason_of_the_line_of_business_comes_before_the_general_one()
    {
        Assert.Equal("97", Decide([Line("A", EditAction.Deny)]).Findings[0].Carc);
        Assert.Equal("45", Decide([Line("A", EditAction.Deny)], "medicaid").Findings[0].Carc);
    }

    [Fact]
    public void Allowed_and_denied_units_are_the_billed_ones_whatever_is_found()
    {
        const int Seed = 99;
        Random random = new(Seed);
        for (int round = 0; round < 500; round++)
        {
            FindingDraft[] drafts = [.. Enumerable.Range(0, random.Next(0, 5)).Select(i => Line($"E{random.Next(3)}", (EditAction)random.Next(0, 11)) with
            {
                AllowedUnits = random.Next(2) == 0 ? random.Next(0, 6) : null,
                PayPercent = random.Next(2) == 0 ? random.Next(0, 101) : null,
            })];
            LineResult line = Decide(drafts).Lines[0];
            Assert.True(line.AllowedUnits + line.DeniedUnits == line.BilledUnits, $"seed {Seed}, round {round}");
            Assert.InRange(line.PayPercent!.Value, 0m, 100m);
        }
    }

    private static Result Decide(FindingDraft[] drafts, string? lineOfBusiness = null)
    {
        Claim claim = new()
        {
            Id = "C",
            Type = ClaimType.Professional,
            LineOfBusiness = lineOfBusiness,
            Lines = [new ServiceLine { Number = 1, Units = 4, ChargeCents = 10_000 }],
        };
        return Decider.Decide(claim, new DateOnly(2025, 1, 1), [.. drafts], ImmutableArray<NotEvaluated>.Empty, historyActions: true);
    }

    private static EditHeader Header(string id) => new(id, "1", "main", 0, 1000, 0, []);

    private static FindingDraft Line(string edit, EditAction action) => new()
    {
        Edit = Header(edit),
        Action = action,
        State = FindingState.Active,
        Level = FindingLevel.Line,
        Line = 1,
        Reason = "R",
    };
}
