using System.Collections.Immutable;
using EditEngine.Tables;

namespace EditEngine.Analysis.Reference;

/// <summary>The days that the rows of a table cover.</summary>
/// <param name="Cover">From the first day of any row through the last; null where no row is in force on any day.</param>
/// <param name="NewestFrom">First day of the newest row; <see cref="int.MinValue"/> where none has one.</param>
/// <param name="Gaps">Stretches inside of the cover on which no row at all is in force, in order: releases that are missing.</param>
internal sealed record TableDays(DaySpan? Cover, int NewestFrom, ImmutableArray<DaySpan> Gaps)
{
    /// <summary>The days of a table's rows.</summary>
    public static TableDays Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        HashSet<DaySpan> spans = [];
        for (int row = 0; row < table.RowCount; row++)
        {
            spans.Add(new DaySpan(table.GetFrom(row), table.GetThrough(row)));
        }

        return Of(spans);
    }

    /// <summary>The days of rows in any order; one that ends before it begins never was in force.</summary>
    public static TableDays Of(IEnumerable<DaySpan> rows)
    {
        DaySpan[] spans = [.. rows.Where(row => row.From <= row.Through).Distinct().OrderBy(row => row.From).ThenBy(row => row.Through)];
        if (spans.Length == 0)
        {
            return new TableDays(null, int.MinValue, []);
        }

        ImmutableArray<DaySpan>.Builder gaps = ImmutableArray.CreateBuilder<DaySpan>();
        int through = spans[0].Through;
        foreach (DaySpan span in spans)
        {
            if (through != int.MaxValue && span.From > through + 1)
            {
                gaps.Add(new DaySpan(through + 1, span.From - 1));
            }

            through = Math.Max(through, span.Through);
        }

        return new TableDays(new DaySpan(spans[0].From, through), spans[^1].From, gaps.ToImmutable());
    }
}
