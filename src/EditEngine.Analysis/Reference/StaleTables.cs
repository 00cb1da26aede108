using System.Collections.Immutable;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Reference;

/// <summary>Tables that have nothing to say on a day, or nothing new.</summary>
internal static class StaleTables
{
    /// <summary>
    /// An error for each table of which no row is in force on a day: past its end, not yet begun, or between two releases; and for each whose newest
    /// row began longer before the day than the settings allow.
    /// </summary>
    /// <remarks>
    /// A code set whose rows tell no release is a payer's own list: that all of it has ended may be meant, and it is passed over.
    /// An open end reaches every day: of such a table it cannot be known here whether a later release was published. Settings say how old it may be.
    /// </remarks>
    /// <param name="tables">The tables.</param>
    /// <param name="date">The day.</param>
    /// <param name="settings">How old tables may be, by their files.</param>
    public static ImmutableArray<Diagnostic> On(IEnumerable<ReferenceTable> tables, DateOnly date, PackSettings settings)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(settings);
        return [.. tables.Select(table => OutOfDate(table, date) ?? TooOld(table, date, settings)).OfType<Diagnostic>()];
    }

    /// <summary>False where the settings say how old a table may be, and it is older on a day.</summary>
    public static bool IsFresh(ReferenceTable table, DateOnly date, PackSettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        return TooOld(table, date, settings) is null;
    }

    private static Diagnostic? OutOfDate(ReferenceTable table, DateOnly date) =>
        (table.Kind != ReferenceKind.CodeSet || !table.Releases.IsEmpty) && Why(table.Days, date.DayNumber) is string why ? ReferenceDiagnostics.Stale(table, date, why) : null;

    private static Diagnostic? TooOld(ReferenceTable table, DateOnly date, PackSettings settings)
    {
        if (table.File is null || !settings.FreshWithin.TryGetValue(Path.GetFileName(table.File.Replace('\\', '/')), out TableAge? age))
        {
            return null;
        }

        int newest = table.Days.NewestFrom;
        string? why = newest == int.MinValue ? "has no first day"
            : date.DayNumber > age.LastDay(newest) ? $"begins on {DaySpan.Text(newest)}, more than {age.Text} before {DaySpan.Text(date.DayNumber)}"
            : null;
        return why is null ? null : ReferenceDiagnostics.NotFresh(table, why, age.Text);
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
