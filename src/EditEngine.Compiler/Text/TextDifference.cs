namespace EditEngine.Compiler.Text;

/// <summary>How a text differs from the one before: what stands between its first and its last difference is another, the rest is the same.</summary>
/// <param name="SameBefore">Characters before the first difference.</param>
/// <param name="SameAfter">Characters after the last one.</param>
/// <param name="LengthBefore">Length of the text before.</param>
/// <param name="Length">Length of the text.</param>
internal readonly record struct TextDifference(int SameBefore, int SameAfter, int LengthBefore, int Length)
{
    // Compared at once.
    private const int Stretch = 1_024;

    /// <summary>How far on a character behind the change stands now.</summary>
    public int By => Length - LengthBefore;

    /// <summary>The difference between two texts.</summary>
    public static TextDifference Between(string before, string now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        int same = before.AsSpan().CommonPrefixLength(now);
        return new TextDifference(same, CommonSuffix(before.AsSpan(same), now.AsSpan(same)), before.Length, now.Length);
    }

    /// <summary>Where a stretch of the text before stands now; null where the change touches it.</summary>
    public TextSpan? Moved(TextSpan span) =>
        span.End <= SameBefore ? span
        : span.Start >= LengthBefore - SameAfter ? span with { Start = span.Start + By }
        : null;

    private static int CommonSuffix(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        int most = Math.Min(one.Length, other.Length);
        int same = 0;
        while (most - same >= Stretch && one.Slice(one.Length - same - Stretch, Stretch).SequenceEqual(other.Slice(other.Length - same - Stretch, Stretch)))
        {
            same += Stretch;
        }

        while (same < most && one[^(same + 1)] == other[^(same + 1)])
        {
            same++;
        }

        return same;
    }
}
