using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Analysis.Reference;

/// <summary>Compares two tables of the same keys: releases, or histories of releases.</summary>
/// <remarks>
/// Keys are compared over all key columns. What holds at each table's end decides whether a key was added, ended or is in force again; on the
/// days that both tables cover, every day counts. Days that only one covers are not guessed at: where they lie between the two, a remark says so.
/// </remarks>
internal static class TableDiff
{
    /// <summary>The differences.</summary>
    /// <param name="old">The older table.</param>
    /// <param name="latest">The newer table.</param>
    /// <param name="except">Names of value columns that are not compared, letter case aside.</param>
    /// <param name="problem">Why they cannot be compared; null where they are.</param>
    public static TableDifferences? Of(Table old, Table latest, IReadOnlyCollection<string> except, out Diagnostic? problem)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(latest);
        if (!HaveSameKeys(old, latest))
        {
            problem = ReferenceDiagnostics.OtherKeys(old, latest);
            return null;
        }

        problem = null;
        TableDays oldDays = TableDays.Of(old);
        TableDays newDays = TableDays.Of(latest);
        ImmutableArray<ComparedColumn> shared = SharedColumns(old, latest);
        ImmutableArray<ComparedColumn> columns = [.. shared.Where(column => !except.Contains(column.Name, StringComparer.OrdinalIgnoreCase))];
        KeyComparison comparison = new(old, oldDays.Cover, latest, newDays.Cover, columns);
        ImmutableArray<KeyDifference>.Builder differences = ImmutableArray.CreateBuilder<KeyDifference>();
        long oldKeys = 0, newKeys = 0, same = 0;
        foreach ((Range oldRows, Range newRows) in Keys(old, latest))
        {
            RowsOfKey before = RowsOfKey.InForce(old, oldRows);
            RowsOfKey after = RowsOfKey.InForce(latest, newRows);
            oldKeys += before.IsEmpty ? 0 : 1;
            newKeys += after.IsEmpty ? 0 : 1;
            if (comparison.Compare(before, after) is KeyDifference difference)
            {
                differences.Add(difference);
            }
            else
            {
                same += before.IsEmpty ? 0 : 1;
            }
        }

        return new TableDifferences(
            old, latest, columns, differences.ToImmutable(), oldKeys, newKeys, same, [.. Remarks(oldDays, newDays), .. OtherColumns(old, latest, shared)]);
    }

    private static bool HaveSameKeys(Table old, Table latest) =>
        old.Columns.Take(old.KeyCount).Select(Key).SequenceEqual(latest.Columns.Take(latest.KeyCount).Select(Key));

    private static (string, ColumnType, Codes.CodeSystem) Key(TableColumn column) => (column.Name.ToUpperInvariant(), column.Type, column.System);

    private static ImmutableArray<ComparedColumn> SharedColumns(Table old, Table latest) =>
    [
        .. from place in Enumerable.Range(latest.KeyCount, latest.Columns.Length - latest.KeyCount)
           let column = latest.Columns[place]
           let before = old.FindColumn(column.Name)
           where before >= old.KeyCount && old.Columns[before].Type == column.Type
           select new ComparedColumn(column.Name, before, place),
    ];

    private static IEnumerable<Diagnostic> OtherColumns(Table old, Table latest, ImmutableArray<ComparedColumn> columns)
    {
        (string Which, string[] Names)[] sides =
        [
            ("old", [.. old.Columns.Skip(old.KeyCount).Where((_, i) => columns.All(one => one.Old != old.KeyCount + i)).Select(column => column.Name)]),
            ("new", [.. latest.Columns.Skip(latest.KeyCount).Where((_, i) => columns.All(one => one.New != latest.KeyCount + i)).Select(column => column.Name)]),
        ];
        return sides.Where(side => side.Names.Length > 0).Select(side => ReferenceDiagnostics.OtherColumns(side.Which, side.Names));
    }

    private static IEnumerable<Diagnostic> Remarks(TableDays old, TableDays latest)
    {
        foreach (DaySpan gap in old.Gaps)
        {
            yield return ReferenceDiagnostics.Missing(gap, "inside of the old table");
        }

        foreach (DaySpan gap in latest.Gaps)
        {
            yield return ReferenceDiagnostics.Missing(gap, "inside of the new table");
        }

        if (latest.NewestFrom < old.NewestFrom)
        {
            yield return ReferenceDiagnostics.Order(latest.NewestFrom, old.NewestFrom);
        }

        if (old.Cover is not DaySpan before || latest.Cover is not DaySpan after)
        {
            yield break;
        }

        if (!before.IsOpen && after.From > before.Through + 1)
        {
            yield return ReferenceDiagnostics.Missing(new DaySpan(before.Through + 1, after.From - 1), "between the two tables");
        }

        if (after.Through < before.Through)
        {
            yield return ReferenceDiagnostics.EndsSooner(after.Through, before.Through);
        }
    }

    /// <summary>The rows of each key of either table, in the order of the keys: both are sorted alike.</summary>
    private static IEnumerable<(Range Old, Range New)> Keys(Table old, Table latest)
    {
        int before = 0, after = 0;
        while (before < old.RowCount || after < latest.RowCount)
        {
            int order = before == old.RowCount ? 1 : after == latest.RowCount ? -1 : CellValue.CompareKeys(old, before, latest, after);
            int beforeEnd = order <= 0 ? EndOfKey(old, before) : before;
            int afterEnd = order >= 0 ? EndOfKey(latest, after) : after;
            yield return (before..beforeEnd, after..afterEnd);
            (before, after) = (beforeEnd, afterEnd);
        }
    }

    private static int EndOfKey(Table table, int first)
    {
        int end = first + 1;
        while (end < table.RowCount && CellValue.CompareKeys(table, first, table, end) == 0)
        {
            end++;
        }

        return end;
    }
}
