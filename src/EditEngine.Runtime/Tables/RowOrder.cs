namespace EditEngine.Tables;

/// <summary>Sorts the rows of a table by their keys, then by their first day, then as they came.</summary>
internal static class RowOrder
{
    public static int[] Sorted(ReadOnlySpan<DictionaryColumnBuilder> keys, List<int> from, List<bool>? refused)
    {
        var rows = new int[from.Count];
        int count = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            if (refused is null || row >= refused.Count || !refused[row])
            {
                rows[count++] = row;
            }
        }

        Array.Resize(ref rows, count);
        DictionaryColumnBuilder[] columns = keys.ToArray();
        int bits = DayBits;
        foreach (DictionaryColumnBuilder key in columns)
        {
            bits += BitsOf(key);
        }

        if (bits <= 64)
        {
            SortByOneNumber(rows, columns, from);
        }
        else
        {
            Array.Sort(rows, (left, right) => Compare(columns, from, left, right));
        }

        return rows;
    }

    // Day numbers reach 3,652,058; the open beginning comes before them.
    private const int DayBits = 22;

    private static void SortByOneNumber(int[] rows, DictionaryColumnBuilder[] keys, List<int> from)
    {
        var numbers = new ulong[rows.Length];
        bool sorted = true;
        for (int i = 0; i < rows.Length; i++)
        {
            ulong number = 0;
            foreach (DictionaryColumnBuilder key in keys)
            {
                number = (number << BitsOf(key)) | key.Rank(rows[i]);
            }

            number = (number << DayBits) | (from[rows[i]] == int.MinValue ? 0 : (ulong)from[rows[i]] + 1);
            numbers[i] = number;
            sorted &= i == 0 || numbers[i - 1] <= number;
        }

        if (sorted)
        {
            return;
        }

        Array.Sort(numbers, rows);
        for (int start = 0; start < rows.Length;)
        {
            int end = start + 1;
            while (end < rows.Length && numbers[end] == numbers[start])
            {
                end++;
            }

            Array.Sort(rows, start, end - start);
            start = end;
        }
    }

    private static int Compare(DictionaryColumnBuilder[] keys, List<int> from, int left, int right)
    {
        foreach (DictionaryColumnBuilder key in keys)
        {
            int order = key.Rank(left).CompareTo(key.Rank(right));
            if (order != 0)
            {
                return order;
            }
        }

        int byDay = from[left].CompareTo(from[right]);
        return byDay != 0 ? byDay : left.CompareTo(right);
    }

    private static int BitsOf(DictionaryColumnBuilder key) => 32 - int.LeadingZeroCount(key.DictionaryCount);
}
