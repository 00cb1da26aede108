using System.Collections.Immutable;
using EditEngine.Tables;

namespace EditEngine.Analysis.Reference;

/// <summary>Compares the rows of one key in two tables.</summary>
internal sealed class KeyComparison(Table old, DaySpan? oldCover, Table latest, DaySpan? newCover, ImmutableArray<ComparedColumn> columns)
{
    private readonly DaySpan? _common = oldCover is DaySpan before && newCover is DaySpan after ? before.And(after) : null;

    /// <summary>The difference; null where there is none.</summary>
    public KeyDifference? Compare(RowsOfKey before, RowsOfKey after)
    {
        if (before.IsEmpty)
        {
            return after.IsEmpty ? null : new KeyDifference(DifferenceKind.Added, -1, after.Last, [.. after.Rows.Select(row => new DayDifference(after.DaysOf(row), -1, row))]);
        }

        bool wasInForce = before.Through == oldCover?.Through;
        if (after.IsEmpty)
        {
            return wasInForce || !OnCommonDays(before, after).IsEmpty ? Ended(before, after) : null;
        }

        bool isInForce = after.Through == newCover?.Through;
        if (wasInForce && !isInForce)
        {
            return Ended(before, after);
        }

        if (!wasInForce && after.Through > before.Through && (isInForce || after.Through > oldCover?.Through))
        {
            return new KeyDifference(DifferenceKind.Reactivated, before.Last, after.Last, [new DayDifference(after.DaysOf(after.Last), -1, after.Last)]);
        }

        ImmutableArray<DayDifference> days = OnCommonDays(before, after);
        if (days.IsEmpty && wasInForce && Differ(before.Last, after.Last))
        {
            days = [new DayDifference(after.DaysOf(after.Last), before.Last, after.Last)];
        }

        return days.IsEmpty ? null : new KeyDifference(DifferenceKind.Changed, before.Last, after.Last, days);
    }

    private KeyDifference Ended(RowsOfKey before, RowsOfKey after)
    {
        // A key left out altogether ended, as far as the new table tells, before its first day.
        int begins = before.DaysOf(before.Last).From;
        int lastDay = !after.IsEmpty ? after.Through
            : newCover is DaySpan cover && cover.From > begins ? Math.Min(cover.From - 1, before.Through)
            : begins == int.MinValue ? int.MinValue : begins - 1;
        DaySpan days = new(lastDay == int.MinValue ? int.MinValue : lastDay + 1, int.MaxValue);
        return new KeyDifference(DifferenceKind.Ended, before.Last, after.Last, [new DayDifference(days, before.Last, -1)]);
    }

    private ImmutableArray<DayDifference> OnCommonDays(RowsOfKey before, RowsOfKey after)
    {
        if (_common is not DaySpan common)
        {
            return [];
        }

        ImmutableArray<DayDifference>.Builder? found = null;
        for (int day = common.From; ;)
        {
            (int oldRow, int oldThrough) = before.On(day);
            (int newRow, int newThrough) = after.On(day);
            int through = Math.Min(Math.Min(oldThrough, newThrough), common.Through);
            if (Differ(oldRow, newRow))
            {
                (found ??= ImmutableArray.CreateBuilder<DayDifference>()).Add(new DayDifference(new DaySpan(day, through), oldRow, newRow));
            }

            if (through == common.Through)
            {
                return found?.ToImmutable() ?? [];
            }

            day = through + 1;
        }
    }

    private bool Differ(int oldRow, int newRow)
    {
        if (oldRow < 0 || newRow < 0)
        {
            return oldRow != newRow;
        }

        foreach (ComparedColumn column in columns)
        {
            if (!CellValue.AreEqual(old, oldRow, column.Old, latest, newRow, column.New))
            {
                return true;
            }
        }

        return false;
    }
}
