using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Reference;

/// <summary>Tables that have nothing to say on a day.</summary>
public static class StaleTables
{
    /// <summary>An error for each table of which no row is in force on a day: past its end, not yet begun, or between two releases.</summary>
    /// <remarks>
    /// A code set whose rows tell no release is a payer's own list: that all of it has ended may be meant, and it is passed over.
    /// An open end reaches every day: of such a table it cannot be known here whether a later release was published.
    /// </remarks>
    public static ImmutableArray<Diagnostic> On(IEnumerable<ReferenceTable> tables, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return [.. from table in tables where table.Kind != ReferenceKind.CodeSet || !table.Releases.IsEmpty let why = Why(table.Days, date.DayNumber) where why is not null select ReferenceDiagnostics.Stale(table, date, why)];
    }

    private static string? Why(TableDays days, int day)
    {
        if (days.Cover is not DaySpan cover)
        {
            return "it has no row in force on any day";
        }

        if (cover.Through < day)
        {
            return $"its last row ends on {DaySpan.Text(cover.Through)}";
        }

        if (cover.From > day)
        {
            return $"its first row begins on {DaySpan.Text(cover.From)}";
        }

        DaySpan gap = days.Gaps.FirstOrDefault(one => one.From <= day && day <= one.Through);
        return gap == default ? null : $"it has none from {DaySpan.Text(gap.From)} through {DaySpan.Text(gap.Through)}";
    }
}
