using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Compiler.Notation;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Testing;

/// <summary>Says what was found of an expectation's target, in the words of tests.</summary>
internal static class FoundText
{
    /// <summary>One fact a line, in the order of the result.</summary>
    public static ImmutableArray<string> Of(Expectation expectation, Result result)
    {
        IEnumerable<string> found = expectation switch
        {
            NothingExpectation nothing => FromEdit(nothing, result),
            AddedLineExpectation => result.AddedLines.Select(Describe),
            CleanExpectation clean => OnTarget(clean.Target, result, f => f.State == FindingState.Active, Describe),
            NotEvaluatedExpectation open => OnTarget(open.Target, result, _ => true, Describe),
            FindingExpectation finding => OnTarget(finding.Target, result, _ => true, found => Describe(found, finding)).Concat(Amounts(finding, result)),
            _ => [],
        };
        ImmutableArray<string> lines = [.. found];
        return lines.IsEmpty ? [expectation is AddedLineExpectation ? "no line added" : "nothing found"] : lines;
    }

    private static IEnumerable<string> FromEdit(NothingExpectation nothing, Result result) =>
        result.Findings.Where(f => f.Edit == nothing.Edit && ExpectationCheck.IsOn(f, nothing.Target)).Select(Describe)
            .Concat(result.NotEvaluated.Where(n => n.Edit == nothing.Edit && ExpectationCheck.IsOf(n, nothing.Target)).Select(Describe));

    private static IEnumerable<string> OnTarget(ExpectedTarget target, Result result, Func<Finding, bool> shows, Func<Finding, string> describe)
    {
        IEnumerable<string> findings = target.Thing == ExpectedThing.History
            ? result.HistoryActions.Select(Describe)
            : result.Findings.Where(f => shows(f) && (ExpectationCheck.IsOn(f, target) || Decides(f, target))).Select(describe);
        return findings.Concat(result.NotEvaluated.Where(n => ExpectationCheck.IsOf(n, target)).Select(Describe));
    }

    /// <summary>What decides the claim decides each line of it.</summary>
    private static bool Decides(Finding finding, ExpectedTarget target) =>
        target.Thing == ExpectedThing.Line && finding.State == FindingState.Active && finding.Level is not (FindingLevel.Line or FindingLevel.History)
        && ActionTable.Of(finding.Action).DecidesClaim;

    // What is expected of the line's amounts is told as it is; what is not, where it is not as billed.
    private static IEnumerable<string> Amounts(FindingExpectation expected, Result result)
    {
        LineResult? line = expected.Target.Thing == ExpectedThing.Line ? result.Lines.FirstOrDefault(l => l.Number == expected.Target.Number) : null;
        if (line is null)
        {
            return [];
        }

        IEnumerable<string> asked = [.. Asked(expected, line)];
        return asked.Union(LineAmounts.Of(line)).Select(amount => Invariant($"line {line.Number}: {amount}"));
    }

    private static IEnumerable<string> Asked(FindingExpectation expected, LineResult line)
    {
        if (expected.Units is not null)
        {
            yield return LineAmounts.Units(line);
        }

        if (expected.Percent is not null)
        {
            yield return LineAmounts.Percent(line);
        }

        if (!expected.ReplacedWith.IsMissing)
        {
            yield return LineAmounts.Code(line);
        }
    }

    // What is expected of a finding and it does not have is told too.
    private static string Describe(Finding finding, FindingExpectation expected)
    {
        string text = Describe(finding);
        text += expected.Because is null || finding.Bypass is not null ? "" : " without exception";
        text += expected.Queue is null || finding.Queue is not null ? "" : " without queue";
        text += expected.Reason is null || finding.Reason is not null ? "" : " without reason";
        text += (expected.Carc is null && expected.GroupCode is null) || finding.Carc is not null ? "" : " without group and CARC";
        text += expected.Overridable is null ? "" : finding.Overridable == true ? " overridable" : " overridable no";
        text += expected.Remark is null ? "" : finding.Rarc.IsEmpty ? " without remark" : $" remark {string.Join(", ", finding.Rarc)}";
        text += expected.Message is null ? "" : finding.Message is null ? " without message" : $" message \"{finding.Message}\"";
        return text;
    }

    private static string Describe(Finding finding)
    {
        string what = finding.State switch
        {
            FindingState.Bypassed => "bypassed",
            FindingState.Monitor => $"monitored, would be {Word(finding.Action)},",
            _ => Word(finding.Action),
        };
        string text = $"{TargetOf(finding)}: {what} by {finding.Edit}";
        text += finding.Bypass is null ? "" : $" because \"{finding.Bypass.Because}\"";
        text += finding.Queue is null ? "" : $" queue \"{finding.Queue}\"";
        text += finding.Reason is null ? "" : $" reason {finding.Reason}";
        text += finding.Carc is null ? "" : $" ({finding.GroupCode} {finding.Carc})";
        return finding.State == FindingState.Suppressed ? $"{text}, suppressed by {finding.SuppressedBy}" : text;
    }

    private static string Describe(NotEvaluated open)
    {
        string target = open.Line is int line ? Invariant($"line {line}") : "claim";
        string want = open.Because == NotEvaluatedCause.OverBudget ? "over budget"
            : open.Missing.IsEmpty ? "a number or date went beyond what is kept" : "missing " + string.Join(", ", open.Missing);
        return $"{target}: not evaluated by {open.Edit}, {want}";
    }

    private static string Describe(HistoryAction action) => Invariant($"history {action.ClaimId} line {action.Number}: {Word(action.Action)} by {action.Edit}");

    private static string Describe(AddedLine line)
    {
        string modifiers = line.Modifiers.IsEmpty ? "" : $" with modifier {string.Join(", ", line.Modifiers)}";
        return Invariant($"line added {line.Procedure}{modifiers} units {line.Units} pay {line.PayPercent}% by {line.Edit}");
    }

    private static string TargetOf(Finding finding) => finding.Level switch
    {
        FindingLevel.Line => Invariant($"line {finding.Line}"),
        FindingLevel.Claim => "claim",
        FindingLevel.History => "history",
        _ => finding.Field ?? "claim",
    };

    private static string Word(EditAction action) => ActionTable.Of(action).Participle;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
