using System.Collections.Immutable;
using EditEngine.Compiler.Notation;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Notation;

public sealed class ExpectationTests
{
    [Theory]
    [InlineData("line 2 denied by EM-25", "line 2", EditAction.Deny, "EM-25")]
    [InlineData("claim returned by E19", "claim", EditAction.Return, "E19")]
    [InlineData("diagnosis 1 returned", "diagnosis 1", EditAction.Return, null)]
    [InlineData("history H1 line 1 recouped", "history H1 line 1", EditAction.Recoup, null)]
    [InlineData("history 1 recouped by E14", "history H1 line 1", EditAction.Recoup, "E14")]
    [InlineData("line 1 warned by E10", "line 1", EditAction.Warn, "E10")]
    [InlineData("line 1 rejected by 10-A", "line 1", EditAction.Reject, "10-A")]
    public void A_finding_has_target_action_and_edit(string text, string target, EditAction action, string? edit)
    {
        FindingExpectation read = Assert.IsType<FindingExpectation>(Assert.Single(Read(text)));
        Assert.Equal((target, action, edit, FindingState.Active), (read.Target.ToString(), read.Action!.Value, read.Edit, read.State));
        Assert.Equal(text, read.Text);
    }

    [Fact]
    public void A_finding_has_details()
    {
        FindingExpectation read = (FindingExpectation)Read("line 1 pended by E1 queue \"Q 1\" reason KEY group CO carc 97 remark N823 message \"m\"").Single();
        Assert.Equal("Q 1 KEY CO 97 N823 m", string.Join(' ', read.Queue, read.Reason, read.GroupCode, read.Carc, read.Remark, read.Message));
        Assert.Null(read.Overridable);
        Assert.True(((FindingExpectation)Read("line 1 denied overridable by E1").Single()).Overridable);
        Assert.False(((FindingExpectation)Read("line 1 denied by E1 overridable no").Single()).Overridable);
        Assert.Equal(50m, ((FindingExpectation)Read("line 1 reduced to 50% by E1").Single()).Percent);
        Assert.Equal(1m, ((FindingExpectation)Read("line 1 reduced to 1 unit").Single()).Units);
        Assert.Equal("D1120", ((FindingExpectation)Read("line 1 replaced with D1120").Single()).ReplacedWith.ToString());
        FindingExpectation bypassed = (FindingExpectation)Read("line 1 bypassed by E01 because \"x\"").Single();
        Assert.Equal((FindingState.Bypassed, null, "x"), (bypassed.State, bypassed.Action, bypassed.Because));
        Assert.Equal(FindingState.Monitor, ((FindingExpectation)Read("line 1 monitored by E01").Single()).State);
    }

    [Fact]
    public void Several_targets_are_several_expectations()
    {
        Assert.Equal(["line 1", "line 2"], Read("lines 1, 2 denied").Cast<FindingExpectation>().Select(read => read.Target.ToString()));
        Assert.Equal(["line 1", "line 2"], Read("every line clean").Cast<CleanExpectation>().Select(read => read.Target.ToString()));
        Assert.Equal(["line 1", "line 2"], Read("every line not evaluated by E1").Cast<NotEvaluatedExpectation>().Select(read => read.Target.ToString()));
    }

    [Fact]
    public void What_is_no_finding_can_be_expected()
    {
        Assert.Equal(ExpectedThing.Everything, ((CleanExpectation)Read("clean").Single()).Target.Thing);
        Assert.Equal("E1", Assert.IsType<NothingExpectation>(Read("nothing from E1").Single()).Edit);
        NotEvaluatedExpectation open = (NotEvaluatedExpectation)Read("line 1 not evaluated by E1 missing claim.processed, line 2 units").Single();
        Assert.Equal(["claim.processed", "line 2 units"], open.Missing);
        AddedLineExpectation added = (AddedLineExpectation)Read("line added 27447 with modifier 50 units 1 pay 150% by E16").Single();
        Assert.Equal("27447 50 1 150 E16", FormattableString.Invariant($"{added.Code} {string.Join(',', added.Modifiers)} {added.Units} {added.PayPercent} {added.Edit}"));
        Assert.True(((AddedLineExpectation)Read("line added 27447").Single()).Modifiers.IsDefault);
    }

    private static ImmutableArray<Expectation> Read(string text) => NotatedTest.Case(
        $"claim professional\nline 1: 99213 on 2024-05-02\nline 2: 99214\nhistory paid 99213 on 2024-01-01\nexpect {text}").Expectations;
}
