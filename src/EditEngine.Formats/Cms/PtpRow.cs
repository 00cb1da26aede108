using System.Runtime.InteropServices;

namespace EditEngine.Formats.Cms;

/// <summary>A row of the procedure-to-procedure edits.</summary>
internal readonly record struct PtpRow(ulong ColumnOne, ulong ColumnTwo, int From, int Through, int Line, ushort File, byte Indicator, bool IsAssumed)
{
    /// <summary>In place of a first day that the file has lost.</summary>
    public const int LostDay = int.MinValue;

    public const byte NotApplicable = 9;
}

/// <summary>Begins rows whose effective date is lost: after the pair's previous row, else with the edits themselves.</summary>
internal static class LostDates
{
    // SOURCE: NCCI Policy Manual, ch. 1: the edits began on 1996-01-01.
    private static readonly int FirstDay = new DateOnly(1996, 1, 1).DayNumber;

    /// <summary>Fills them in; where any is lost, the rows end up sorted by pair.</summary>
    /// <returns>How many were lost.</returns>
    public static int Fill(List<PtpRow> rows)
    {
        Span<PtpRow> all = CollectionsMarshal.AsSpan(rows);
        int lost = 0;
        bool sorted = true;
        for (int i = 0; i < all.Length; i++)
        {
            lost += all[i].From == PtpRow.LostDay ? 1 : 0;
            sorted &= i == 0 || ComparePairs(all[i - 1], all[i]) <= 0;
        }

        if (lost == 0)
        {
            return 0;
        }

        if (!sorted)
        {
            all.Sort(ComparePairs);
        }

        for (int start = 0; start < all.Length;)
        {
            int end = start + 1;
            while (end < all.Length && ComparePairs(all[start], all[end]) == 0)
            {
                end++;
            }

            FillPair(all[start..end]);
            start = end;
        }

        return lost;
    }

    private static void FillPair(Span<PtpRow> pair)
    {
        if (pair.Length > 1)
        {
            pair.Sort(static (left, right) => (left.Through, left.File, left.Line).CompareTo((right.Through, right.File, right.Line)));
        }

        int next = FirstDay;
        for (int i = 0; i < pair.Length; i++)
        {
            PtpRow row = pair[i];
            if (row.From == PtpRow.LostDay)
            {
                // An edit with indicator 9 was deleted on its own effective date.
                bool oneDay = row.Indicator == PtpRow.NotApplicable && row.Through != int.MaxValue;
                pair[i] = row with { From = oneDay ? row.Through : next, IsAssumed = true };
            }

            next = row.Through == int.MaxValue ? next : Math.Max(next, row.Through + 1);
        }
    }

    private static int ComparePairs(PtpRow left, PtpRow right)
    {
        int order = left.ColumnOne.CompareTo(right.ColumnOne);
        return order != 0 ? order : left.ColumnTwo.CompareTo(right.ColumnTwo);
    }
}
