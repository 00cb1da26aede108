using EditEngine.Compiler.Notation;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Testing;

/// <summary>Whether a result is what a test expects.</summary>
internal static class ExpectationCheck
{
    public static bool IsMet(Expectation expectation, Result result) => expectation switch
    {
        CleanExpectation clean => !result.Findings.Any(f => f.State == FindingState.Active && IsOn(f, clean.Target))
            && !result.NotEvaluated.Any(n => IsOf(n, clean.Target)),
        NothingExpectation nothing => !result.Findings.Any(f => f.Edit == nothing.Edit && IsOn(f, nothing.Target))
            && !result.NotEvaluated.Any(n => n.Edit == nothing.Edit && IsOf(n, nothing.Target)),
        NotEvaluatedExpectation open => result.NotEvaluated.Any(n =>
            IsOf(n, open.Target) && IsEdit(open, n.Edit) && open.Missing.All(name => n.Missing.Any(missing => SameName(missing, name)))),
        AddedLineExpectation added => result.AddedLines.Any(line => IsAdded(added, line)),
        FindingExpectation finding => result.Findings.Any(f => IsFound(finding, f, result)) && HasAmounts(finding, result),
        _ => false,
    };

    /// <summary>Whether a finding is about a target.</summary>
    public static bool IsOn(Finding finding, ExpectedTarget target) => target.Thing switch
    {
        ExpectedThing.Everything => true,
        ExpectedThing.Line => finding.Level == FindingLevel.Line && finding.Line == target.Number,
        ExpectedThing.Claim => finding.Level is FindingLevel.Claim or FindingLevel.Diagnosis or FindingLevel.Procedure or FindingLevel.Suggestion,
        ExpectedThing.Diagnosis => finding.Level == FindingLevel.Diagnosis && IsAt(finding, target),
        ExpectedThing.Procedure => finding.Level == FindingLevel.Procedure && IsAt(finding, target),
        ExpectedThing.Suggestion => finding.Level == FindingLevel.Suggestion && IsAt(finding, target),
        _ => finding.Level == FindingLevel.History,
    };

    /// <summary>Whether what was not evaluated belongs to a target.</summary>
    public static bool IsOf(NotEvaluated open, ExpectedTarget target) => target.Thing switch
    {
        ExpectedThing.Everything => true,
        ExpectedThing.Line => open.Line == target.Number,
        _ => open.Line is null,
    };

    private static bool IsFound(FindingExpectation expected, Finding finding, Result result) =>
        IsEdit(expected, finding.Edit)
        && IsOn(finding, expected.Target)
        && (expected.Target.Thing != ExpectedThing.History || IsActed(expected, finding, result))
        && (expected.Action is null || finding.Action == expected.Action)
        && IsInState(expected, finding, result)
        && Same(expected.Queue, finding.Queue)
        && Same(expected.Reason, finding.Reason)
        && Same(expected.GroupCode, finding.GroupCode)
        && Same(expected.Carc, finding.Carc)
        && Same(expected.Message, finding.Message)
        && Same(expected.Because, finding.Bypass?.Because)
        && (expected.Overridable is null || (finding.Overridable ?? false) == expected.Overridable)
        && (expected.Remark is null || finding.Rarc.Contains(expected.Remark));

    /// <summary>
    /// A finding that another edit of the same action wins from decides as expected all the same: a test beside one edit does not hang on which
    /// other edits the pack has.
    /// </summary>
    private static bool IsInState(FindingExpectation expected, Finding finding, Result result) =>
        finding.State == expected.State
        || (expected.State == FindingState.Active && finding.State == FindingState.Suppressed
            && result.Findings.Any(winner => winner.State == FindingState.Active && winner.Action == finding.Action && winner.Level == finding.Level
                && winner.Line == finding.Line && winner.Field == finding.Field));

    private static bool IsActed(FindingExpectation expected, Finding finding, Result result) =>
        result.HistoryActions.Any(action => action.ClaimId == expected.Target.ClaimId && action.Number == expected.Target.Number && action.Edit == finding.Edit
            && (expected.Action is null || action.Action == expected.Action));

    private static bool HasAmounts(FindingExpectation expected, Result result)
    {
        LineResult? line = expected.Target.Thing == ExpectedThing.Line ? result.Lines.FirstOrDefault(l => l.Number == expected.Target.Number) : null;
        return (expected.Units is null || line?.AllowedUnits == expected.Units)
            && (expected.Percent is null || line?.PayPercent == expected.Percent)
            && (expected.ReplacedWith.IsMissing || line?.Procedure == expected.ReplacedWith);
    }

    private static bool IsAdded(AddedLineExpectation expected, AddedLine line) =>
        IsEdit(expected, line.Edit)
        && line.Procedure == expected.Code
        && (expected.Modifiers.IsDefault || line.Modifiers.SequenceEqual(expected.Modifiers))
        && (expected.Units is null || line.Units == expected.Units)
        && (expected.PayPercent is null || line.PayPercent == expected.PayPercent);

    /// <summary>A finding names its thing as <c>suggestion 1</c>, or by its path in the claim, positions from 0: <c>diagnoses[1]</c> is the second.</summary>
    private static bool IsAt(Finding finding, ExpectedTarget target) =>
        finding.Field is string field
        && (field.EndsWith(target.ToString(), StringComparison.Ordinal) || field.Contains(FormattableString.Invariant($"[{target.Number - 1}]"), StringComparison.Ordinal));

    private static bool IsEdit(Expectation expectation, string edit) => expectation.Edit is null || expectation.Edit == edit;

    private static bool Same(string? expected, string? found) => expected is null || expected == found;

    // `processed` and `claim.processed` are one name.
    private static bool SameName(string missing, string name) => missing == name || missing == "claim." + name;
}
