using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Snapshots;

/// <summary>One thing that was decided of a claim, in words.</summary>
/// <param name="Edit">The edit that decided it.</param>
/// <param name="Text">The words, the edit's id among them.</param>
internal sealed record DecisionLine(string Edit, string Text);

/// <summary>A result as a reviewer reads it: findings, amounts, added lines, acts on history and what is left open, a line each, in the order of the result.</summary>
internal static class DecisionLines
{
    /// <summary>The lines; none for a clean claim.</summary>
    public static ImmutableArray<DecisionLine> Of(Result result) =>
    [
        .. result.Findings.Select(Of),
        .. result.Lines.Where(IsChanged).Select(Of),
        .. result.AddedLines.Select(line => new DecisionLine(line.Edit, Invariant($"adds line {line.Procedure} units {line.Units} pay {line.PayPercent}% by {line.Edit}"))),
        .. result.HistoryActions.Select(act => new DecisionLine(act.Edit, Invariant($"history {act.ClaimId} line {act.Number} {ActionTable.Of(act.Action).Participle} by {act.Edit}"))),
        .. result.NotEvaluated.Select(Of),
    ];

    private static DecisionLine Of(Finding finding)
    {
        string thing = finding.Level switch
        {
            FindingLevel.Line => Invariant($"line {finding.Line}"),
            FindingLevel.Claim => "claim",
            _ => finding.Field ?? "claim",
        };
        string what = ActionTable.Of(finding.Action).Participle;
        string state = finding.State switch
        {
            FindingState.Bypassed => $"bypassed ({what}) because \"{finding.Bypass?.Because}\"",
            FindingState.Monitor => $"monitored ({what})",
            FindingState.Suppressed => $"{what}, outranked by {finding.SuppressedBy},",
            _ => what,
        };
        string reason = finding.Carc is null ? "" : $" {finding.GroupCode} {finding.Carc}{string.Concat(finding.Rarc.Select(one => " " + one))}";
        return new DecisionLine(finding.Edit, $"{thing} {state} by {finding.Edit}{reason}{(finding.Queue is null ? "" : $" queue {finding.Queue}")}");
    }

    private static bool IsChanged(LineResult line) => line.Winning is not null && (line.PayPercent is not (null or 100) || line.AllowedUnits != line.BilledUnits || !line.Procedure.IsMissing);

    private static DecisionLine Of(LineResult line) => new(
        line.Winning!, // Asked above.
        Invariant($"line {line.Number} allows {line.AllowedUnits ?? line.BilledUnits} of {line.BilledUnits} units at {line.PayPercent ?? 100}%{(line.Procedure.IsMissing ? "" : $" as {line.Procedure}")} by {line.Winning}"));

    private static DecisionLine Of(NotEvaluated open) => new(
        open.Edit,
        $"{(open.Line is int line ? Invariant($"line {line}") : "claim")} not evaluated by {open.Edit}: {(open.Missing.IsEmpty ? open.Because?.ToString() ?? "overflow" : string.Join(", ", open.Missing))}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
