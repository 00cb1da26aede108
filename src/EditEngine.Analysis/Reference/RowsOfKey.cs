using EditEngine.Tables;

namespace EditEngine.Analysis.Reference;

/// <summary>The rows of one key that are in force on some day, by first day; they do not overlap.</summary>
internal readonly record struct RowsOfKey(Table Table, int[] Rows)
{
    private static readonly int[] None = [];

    public bool IsEmpty => Rows.Length == 0;

    /// <summary>The last row; -1 where there is none.</summary>
    public int Last => IsEmpty ? -1 : Rows[^1];

    /// <summary>The last day in force; meaningful where there is a row.</summary>
    public int Through => Table.GetThrough(Rows[^1]);

    public static RowsOfKey InForce(Table table, Range rows)
    {
        int count = 0;
        for (int row = rows.Start.Value; row < rows.End.Value; row++)
        {
            count += Days(table, row) is { } days && days.From <= days.Through ? 1 : 0;
        }

        if (count == 0)
        {
            return new RowsOfKey(table, None);
        }

        int[] found = new int[count];
        int next = 0;
        for (int row = rows.Start.Value; row < rows.End.Value; row++)
        {
            if (Days(table, row) is { } days && days.From <= days.Through)
            {
                found[next++] = row;
            }
        }

        return new RowsOfKey(table, found);
    }

    public DaySpan DaysOf(int row) => Days(Table, row);

    /// <summary>The row in force on a day (-1: none) and the last day on which that holds.</summary>
    public (int Row, int Through) On(int day)
    {
        foreach (int row in Rows)
        {
            DaySpan days = DaysOf(row);
            if (days.From > day)
            {
                return (-1, days.From - 1);
            }

            if (days.Through >= day)
            {
                return (row, days.Through);
            }
        }

        return (-1, int.MaxValue);
    }

    private static DaySpan Days(Table table, int row) => new(table.GetFrom(row), table.GetThrough(row));
}
