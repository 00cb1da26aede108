using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Analysis.Reference;

/// <summary>What became of a key from one table to the next.</summary>
internal enum DifferenceKind
{
    /// <summary>The old table never had it in force.</summary>
    Added,

    /// <summary>In force at the old table's end, and no longer at the new one's; or left out with days that the new table covers.</summary>
    Ended,

    /// <summary>It had ended in the old table and is in force again.</summary>
    Reactivated,

    /// <summary>Other values, or in force on other days.</summary>
    Changed,
}

/// <summary>What a key has on some days in either table.</summary>
/// <param name="Days">The days.</param>
/// <param name="OldRow">Row of the old table; -1: none.</param>
/// <param name="NewRow">Row of the new table; -1: none.</param>
internal readonly record struct DayDifference(DaySpan Days, int OldRow, int NewRow);

/// <summary>A key that is not in both tables what it was.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="OldRow">Its last row in the old table; -1: none.</param>
/// <param name="NewRow">Its last row in the new table; -1: none.</param>
/// <param name="Days">For changed keys: the stretches of days that differ, in order. For ended keys: from when it is not in force. For others: the new days.</param>
internal sealed record KeyDifference(DifferenceKind Kind, int OldRow, int NewRow, ImmutableArray<DayDifference> Days);

/// <summary>A value column of both tables.</summary>
/// <param name="Name">Its name in the new table.</param>
/// <param name="Old">Its position in the old table.</param>
/// <param name="New">Its position in the new one.</param>
internal sealed record ComparedColumn(string Name, int Old, int New);

/// <summary>Two tables, key by key.</summary>
/// <param name="Old">The old table.</param>
/// <param name="New">The new table.</param>
/// <param name="Columns">The value columns compared.</param>
/// <param name="Differences">By key.</param>
/// <param name="OldKeys">Keys that the old table has in force on some day: those ended, re-activated, changed and same.</param>
/// <param name="NewKeys">Keys that the new table has in force on some day.</param>
/// <param name="Same">Keys of the old table without a difference.</param>
/// <param name="Remarks">Releases missing, tables out of order, columns not compared.</param>
internal sealed record TableDifferences(
    Table Old,
    Table New,
    ImmutableArray<ComparedColumn> Columns,
    ImmutableArray<KeyDifference> Differences,
    long OldKeys,
    long NewKeys,
    long Same,
    ImmutableArray<Diagnostic> Remarks)
{
    /// <summary>The differences of a kind, by key.</summary>
    public IEnumerable<KeyDifference> Of(DifferenceKind kind) => Differences.Where(one => one.Kind == kind);

    /// <summary>A key as printed.</summary>
    public string KeyText(KeyDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return difference.NewRow >= 0 ? New.GetKeyText(difference.NewRow) : Old.GetKeyText(difference.OldRow);
    }

    /// <summary>For each column compared, the number of changed keys in which it differs on some day.</summary>
    public ImmutableArray<(ComparedColumn Column, long Count)> CountByColumn() =>
    [
        .. Columns.Select(column => (column, Of(DifferenceKind.Changed).LongCount(one => one.Days.Any(days => Differs(days, column))))),
    ];

    /// <summary>The values that differ between two rows, as <c>limit 3 → 4</c>, in the order of the columns.</summary>
    public IEnumerable<string> ValueTexts(DayDifference days) =>
        from column in Columns
        where Differs(days, column)
        select $"{column.Name} {CellValue.Text(Old, days.OldRow, column.Old)} → {CellValue.Text(New, days.NewRow, column.New)}";

    private bool Differs(DayDifference days, ComparedColumn column) =>
        days.OldRow >= 0 && days.NewRow >= 0 && !CellValue.AreEqual(Old, days.OldRow, column.Old, New, days.NewRow, column.New);
}
