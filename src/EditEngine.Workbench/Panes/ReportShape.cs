using System.Collections.Immutable;
using EditEngine.Analysis.Reporting;

namespace EditEngine.Workbench.Panes;

/// <summary>A report as the page draws it.</summary>
internal sealed record ReportShape(
    long Claims,
    long Lines,
    long NotPaidCents,
    long? BilledCents,
    long? HeldCents,
    ImmutableArray<CountShape> Dispositions,
    ImmutableArray<CountShape> Decisions,
    ImmutableArray<ReportGroup> Groups,
    ImmutableArray<OpenQuestion> NotEvaluated)
{
    private const int MostRows = 200;

    /// <summary>That of a report; of each group the first rows.</summary>
    public static ReportShape Of(DecisionReport report) => new(
        report.Claims,
        report.Lines,
        report.NotPaidCents,
        report.BilledCents,
        report.HeldCents,
        [.. report.Dispositions.Select(one => new CountShape(one.Word, one.Count))],
        [.. report.Decisions.Select(one => new CountShape(one.Word, one.Count))],
        [.. report.Groups.Select(group => group with { Rows = [.. group.Rows.Take(MostRows)] })],
        [.. report.NotEvaluated.Take(MostRows)]);
}

/// <summary>How many became something.</summary>
internal sealed record CountShape(string Word, long Count);
