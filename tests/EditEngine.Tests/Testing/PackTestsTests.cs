using EditEngine.Analysis.Testing;
using EditEngine.Codes;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Testing;

public sealed class PackTestsTests
{
    private static readonly Finding Denied = new()
    {
        Edit = "A",
        Level = FindingLevel.Line,
        Line = 1,
        Action = EditAction.Deny,
        State = FindingState.Active,
        Reason = "KEY",
        GroupCode = "CO",
        Carc = "97",
    };

    private static readonly Result Nothing = new()
    {
        Claim = "TEST",
        Pack = "p",
        AsOf = new DateOnly(2024, 5, 17),
        Disposition = Disposition.Clean,
        Lines = [new LineResult { Number = 1, Status = LineDecision.Pay }],
        Findings = [],
    };

    public static TheoryData<string, Result, string> Cases => new()
    {
        { "clean", Nothing, "" },
        { "clean", Nothing with { Findings = [Denied] }, "line 1: denied by A reason KEY (CO 97)" },
        { "clean", Nothing with { Findings = [Denied with { State = FindingState.Monitor }, Denied with { State = FindingState.Bypassed }] }, "" },
        { "clean", Open(1), "line 1: not evaluated by A, missing claim.processed, line 1 units" },
        { "clean", Nothing with { NotEvaluated = [new NotEvaluated("A", 1, [])] }, "line 1: not evaluated by A, a number or date went beyond what is kept" },
        { "line 1 clean", Open(null), "" },
        { "line 1 clean", Nothing with { Findings = [Denied with { Line = 2 }] }, "" },
        { "claim clean", Open(null), "claim: not evaluated by A, missing claim.processed, line 1 units" },
        { "line 1 denied by A", Nothing with { Findings = [Denied] }, "" },
        { "line 1 denied by A reason KEY group CO carc 97", Nothing with { Findings = [Denied] }, "" },
        { "line 1 denied by A carc 45", Nothing with { Findings = [Denied] }, "line 1: denied by A reason KEY (CO 97)" },
        { "line 1 denied by A message \"m\"", Nothing with { Findings = [Denied with { Message = "n" }] }, "line 1: denied by A reason KEY (CO 97) message \"n\"" },
        { "line 1 denied by A message \"m\"", Nothing with { Findings = [Denied] }, "line 1: denied by A reason KEY (CO 97) without message" },
        { "line 1 denied by A overridable", Nothing with { Findings = [Denied with { Overridable = true }] }, "" },
        { "line 1 denied by A overridable no", Nothing with { Findings = [Denied] }, "" },
        { "line 1 denied by A overridable no", Nothing with { Findings = [Denied with { Overridable = true }] }, "line 1: denied by A reason KEY (CO 97) overridable" },
        { "line 1 denied by A overridable yes", Nothing with { Findings = [Denied with { Overridable = false }] }, "line 1: denied by A reason KEY (CO 97) overridable no" },
        { "line 1 denied by A remark N20", Nothing with { Findings = [Denied with { Rarc = ["N1", "M15"] }] }, "line 1: denied by A reason KEY (CO 97) remark N1, M15" },
        { "line 1 denied by A queue \"q\" because \"b\"", Nothing with { Findings = [Denied] }, "line 1: denied by A reason KEY (CO 97) without exception without queue" },
        { "line 1 denied by A reason KEY", Nothing with { Findings = [Denied with { Reason = null, Carc = null }] }, "line 1: denied by A without reason" },
        { "line 1 denied by A carc 97", Nothing with { Findings = [Denied with { Carc = null }] }, "line 1: denied by A reason KEY without group and CARC" },
        { "line 1 denied by A", Reduced(50, 1), "line 1: reduced by A | line 1: 1 of 2 units allowed | line 1: 50% paid" },
        { "line 1 denied by B", Nothing with { Findings = [Denied] }, "line 1: denied by A reason KEY (CO 97)" },
        { "line 1 denied by A", Nothing, "nothing found" },
        { "line 1 denied by A", Nothing with { Findings = [Denied with { State = FindingState.Suppressed, SuppressedBy = "B" }, Denied with { Edit = "B" }] }, "" },
        {
            "line 1 denied by A",
            Nothing with { Findings = [Denied with { State = FindingState.Suppressed, SuppressedBy = "B", Reason = null, Carc = null }, Denied with { Edit = "B", Action = EditAction.Reject, Reason = null, Carc = null }] },
            "line 1: denied by A, suppressed by B | line 1: rejected by B"
        },
        { "line 1 bypassed by A because \"x\"", Nothing with { Findings = [Denied with { State = FindingState.Bypassed, Bypass = new Bypass("x", null, null) }] }, "" },
        {
            "line 1 bypassed by A because \"y\"",
            Nothing with { Findings = [Denied with { State = FindingState.Bypassed, Bypass = new Bypass("x", null, null) }] },
            "line 1: bypassed by A because \"x\" reason KEY (CO 97)"
        },
        { "line 1 monitored by A", Nothing with { Findings = [Denied with { State = FindingState.Monitor }] }, "" },
        { "line 1 not evaluated by A missing processed", Open(1), "" },
        { "line 1 not evaluated by A missing received", Open(1), "line 1: not evaluated by A, missing claim.processed, line 1 units" },
        { "nothing from A", Nothing with { Findings = [Denied with { Edit = "B" }] }, "" },
        { "nothing from A", Nothing with { Findings = [Denied with { State = FindingState.Monitor }] }, "line 1: monitored, would be denied, by A reason KEY (CO 97)" },
        { "nothing from A on line 1", Nothing with { Findings = [Denied with { Line = 2 }] }, "" },
        { "nothing from A on line 1", Nothing with { Findings = [Denied, Denied with { Line = 2 }] }, "line 1: denied by A reason KEY (CO 97)" },
        { "nothing from A on line 1", Open(null), "" },
        { "nothing from A on line 1", Open(1), "line 1: not evaluated by A, missing claim.processed, line 1 units" },
        { "line 1 denied by A", Nothing with { Findings = [Denied with { Edit = "B", Level = FindingLevel.Claim, Line = null }] }, "claim: denied by B reason KEY (CO 97)" },
        { "line 1 reduced to 50%", Reduced(50, 2), "" },
        { "line 1 reduced to 50%", Reduced(25, 2), "line 1: reduced by A | line 1: 25% paid" },
        { "line 1 reduced to 1 unit", Reduced(100, 2), "line 1: reduced by A | line 1: 2 of 2 units allowed" },
        { "line 1 replaced with D1120", Nothing, "line 1: code not replaced" },
        { "claim returned by A", OnDiagnosis(), "" },
        { "diagnosis 1 returned by A", OnDiagnosis(), "" },
        { "diagnosis 1 returned by A", OnDiagnosis("diagnosis 1"), "" },
        { "diagnosis 1 returned by A", OnDiagnosis("diagnosis 11"), "nothing found" },
        { "history H1 line 1 recouped by A", Recouped("H1"), "" },
        { "history H1 line 1 recouped by A", Recouped("H2"), "history H2 line 1: recouped by A" },
        { "line added 27447 with modifier 50 pay 150%", Added(150), "" },
        { "line added 27447 with modifier 50 pay 150%", Added(100), "line added 27447 with modifier 50 units 1 pay 100% by A" },
        { "line added 27447", Nothing, "no line added" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_expectation_is_met_or_tells_what_was_found(string expectation, Result result, string found)
    {
        TestReport report = PackTests.Run(Pack($"    expect {expectation}"), (_, _) => result, TestFilter.All);
        TestOutcome outcome = Assert.Single(report.Tests);
        Assert.Equal(found, string.Join(" | ", outcome.Failures.SelectMany(failure => failure.Found)));
        Assert.Equal(found.Length == 0, outcome.HasPassed);
        Assert.All(outcome.Failures, failure => Assert.Equal(expectation, failure.Expected));
        Assert.Equal("B", Assert.Single(report.Untested).Edit);
    }

    [Fact]
    public void A_test_gets_its_claim_and_as_of_date()
    {
        PackTests.Run(
            Pack("    expect clean"),
            (claim, asOf) =>
            {
                Assert.Equal(new DateOnly(2024, 5, 17), asOf);
                Assert.Equal("99213", claim.Lines[0].Procedure.ToString());
                return Nothing;
            },
            TestFilter.All);
    }

    [Fact]
    public void A_test_with_a_mistake_fails_without_keeping_the_pack_from_running()
    {
        CompileResult pack = Pack("    expect claen");
        Assert.Equal("EDIT0902", Assert.Single(pack.Diagnostics).Id);
        Assert.NotNull(pack.Pack);
        TestReport report = PackTests.Run(pack, (_, _) => Nothing, TestFilter.All);
        Assert.Equal((0, 1), (report.Passed, report.Failed));
        Assert.False(Assert.Single(report.Tests).IsReadable);
    }

    [Fact]
    public void An_edit_that_the_pack_has_not_is_told_where_it_is_named()
    {
        CompileResult pack = Pack("    expect line 1 denied by EM-25\n    expect nothing from B");
        Assert.Equal("EDIT0914 x.edit(14,29)", $"{Assert.Single(pack.Diagnostics).Id} {pack.Diagnostics[0].Place}");
    }

    [Theory]
    [InlineData(null, null, null, 1, 1)]
    [InlineData("a", null, null, 1, 0)]
    [InlineData("A*", null, null, 1, 0)]
    [InlineData("C", null, null, 0, 0)]
    [InlineData(null, "SHO", null, 1, 1)]
    [InlineData(null, "other", null, 0, 1)]
    [InlineData(null, null, "x.edit", 1, 1)]
    [InlineData(null, null, "y", 0, 0)]
    public void A_filter_chooses_tests(string? edit, string? title, string? file, int tests, int untested)
    {
        TestReport report = PackTests.Run(Pack("    expect clean"), (_, _) => Nothing, new TestFilter { Edit = edit, Title = title, File = file });
        Assert.Equal((tests, untested), (report.Tests.Length, report.Untested.Length));
    }

    private static CompileResult Pack(string expectations) => EditCompiler.Compile(
        PackSources.FromText("x.edit", $"""
            pack p version "1"
            dates by date of service
            reasons
              KEY = CO 97

            edit A "a"
              for each  line v
              when      v.procedure = 99213
              then      deny v  reason KEY
              test "shows"
                claim professional
                  line 1: 99213 on 2024-05-02
                  history paid 99213 on 2024-01-01
            {expectations}
            end

            edit B "b"
              for each  line v
              when      v.procedure = 99213
              then      review v
            end

            """),
        CompileOptions.Default);

    private static Result Open(int? line) => Nothing with { NotEvaluated = [new NotEvaluated("A", line, ["claim.processed", "line 1 units"])] };

    private static Result Reduced(decimal percent, decimal units) => Nothing with
    {
        Findings = [Denied with { Action = EditAction.Reduce, Reason = null, Carc = null }],
        Lines = [new LineResult { Number = 1, Status = LineDecision.Reduce, PayPercent = percent, BilledUnits = 2, AllowedUnits = units }],
    };

    private static Result OnDiagnosis(string field = "diagnoses[0]") => Nothing with
    {
        Findings = [Denied with { Level = FindingLevel.Diagnosis, Line = null, Field = field, Action = EditAction.Return }],
    };

    private static Result Recouped(string claimId) => Nothing with
    {
        Findings = [Denied with { Level = FindingLevel.History, Line = null, Action = EditAction.Recoup }],
        HistoryActions = [new HistoryAction(claimId, 1, EditAction.Recoup, "A")],
    };

    private static Result Added(decimal percent) => Nothing with
    {
        AddedLines = [new AddedLine { Procedure = Code.From(CodeSystem.Procedure, "27447"), Modifiers = [Code.From(CodeSystem.Modifier, "50")], PayPercent = percent, Edit = "A" }],
    };
}
