namespace EditEngine.Codes;

/// <summary>What holds of the intervals of a set.</summary>
internal static class CodeIntervals
{
    /// <summary>Whether intervals are as a set has them: ordered, of the same codes or of none in common, and nothing said in two that one could say.</summary>
    public static bool AreInOrder(ReadOnlySpan<CodeInterval> intervals)
    {
        ReadOnlySpan<CodeInterval> before = [];
        for (int at = 0; at < intervals.Length; at += before.Length)
        {
            ReadOnlySpan<CodeInterval> codes = OfSameCodes(intervals[at..]);
            if (codes[0].First > codes[0].Last || !AreDaysInOrder(codes) || (at > 0 && !Follows(before, codes)))
            {
                return false;
            }

            before = codes;
        }

        return true;
    }

    private static ReadOnlySpan<CodeInterval> OfSameCodes(ReadOnlySpan<CodeInterval> intervals)
    {
        int count = 1;
        while (count < intervals.Length && intervals[count].First == intervals[0].First && intervals[count].Last == intervals[0].Last)
        {
            count++;
        }

        return intervals[..count];
    }

    private static bool AreDaysInOrder(ReadOnlySpan<CodeInterval> codes)
    {
        for (int i = 0; i < codes.Length; i++)
        {
            // Days that touch would be one interval.
            if (codes[i].FromDay > codes[i].ThroughDay || (i > 0 && codes[i].FromDay - 1L <= codes[i - 1].ThroughDay))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Follows(ReadOnlySpan<CodeInterval> before, ReadOnlySpan<CodeInterval> codes) =>
        codes[0].First > before[0].Last && !(codes[0].First == before[0].Last + 1 && HaveSameDays(before, codes));

    private static bool HaveSameDays(ReadOnlySpan<CodeInterval> one, ReadOnlySpan<CodeInterval> other)
    {
        bool isSame = one.Length == other.Length;
        for (int i = 0; isSame && i < one.Length; i++)
        {
            isSame = one[i].FromDay == other[i].FromDay && one[i].ThroughDay == other[i].ThroughDay;
        }

        return isSame;
    }
}
