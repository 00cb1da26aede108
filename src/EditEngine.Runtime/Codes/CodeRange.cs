namespace EditEngine.Codes;

/// <summary>The codes from one through another that have their pattern: a digit where they have a digit, a letter where they have a letter, their last letter where it is one.</summary>
/// <remarks>00100-01999 does not hold 0042T, which stands between them: a range names codes that are counted through, not texts.</remarks>
internal static class CodeRange
{
    // Longer codes are made of parts with meanings of their own, of which each place has any sign.
    private const int LongestCounted = 5;

    /// <summary>The numbers of the codes, as few intervals as hold them, in their order.</summary>
    /// <param name="first">The first code.</param>
    /// <param name="last">The last code, of the same system, length and pattern; a later one or the same.</param>
    public static IEnumerable<(ulong First, ulong Last)> Between(Code first, Code last)
    {
        string from = first.ToPlainText();
        string through = last.ToPlainText();
        int length = from.Length;
        if (length > LongestCounted || length != through.Length || first.System == CodeSystem.Diagnosis)
        {
            yield return (first.Packed, last.Packed);
            yield break;
        }

        char lowest = FirstOf(from[^1]);
        char highest = LastOf(from[^1]);
        if (char.IsAsciiLetter(from[^1]) && from[^1] == through[^1])
        {
            lowest = from[^1];
            highest = from[^1];
        }

        char[] code = from.ToCharArray();
        bool isLast = false;
        while (!isLast)
        {
            isLast = code.AsSpan(0, length - 1).SequenceEqual(through.AsSpan(0, length - 1));
            char begin = code[^1];
            char end = isLast ? through[^1] : highest;
            foreach ((char low, char high) in HasLongerCodes(first.System) ? EachOf(begin, end) : [(begin, end)])
            {
                yield return (WithLast(low), WithLast(high));
            }

            code[^1] = lowest;
            CountOn(code, from);
        }

        ulong WithLast(char sign)
        {
            code[^1] = sign;
            return Code.From(first.System, code).Packed;
        }
    }

    /// <summary>Puts intervals together that one range gives: what is shown, or only looked through first, needs no more than its ends.</summary>
    /// <param name="intervals">Of a set, in its order.</param>
    public static IEnumerable<CodeInterval> Joined(IEnumerable<CodeInterval> intervals)
    {
        CodeInterval? open = null;
        foreach (CodeInterval interval in intervals)
        {
            if (open is CodeInterval before && before.FromDay == interval.FromDay && before.ThroughDay == interval.ThroughDay && NextOf(Code.FromPacked(before.Last)).Packed == interval.First)
            {
                open = before with { Last = interval.Last };
                continue;
            }

            if (open is CodeInterval whole)
            {
                yield return whole;
            }

            open = interval;
        }

        if (open is CodeInterval last)
        {
            yield return last;
        }
    }

    private static IEnumerable<(char First, char Last)> EachOf(char first, char last) => Enumerable.Range(first, last - first + 1).Select(sign => ((char)sign, (char)sign));

    // Systems whose codes are of several lengths: 1-5 does not hold tooth 12, though it stands between them.
    private static bool HasLongerCodes(CodeSystem system) =>
        system is CodeSystem.Tooth or CodeSystem.Quadrant or CodeSystem.DelayReason or CodeSystem.Carc or CodeSystem.Rarc;

    // The code after the last one of a run; none where no range would go on.
    private static Code NextOf(Code code)
    {
        char[] text = code.ToPlainText().ToCharArray();
        if (text.Length is 0 or > LongestCounted || code.System == CodeSystem.Diagnosis)
        {
            return default;
        }

        if (text[^1] != LastOf(text[^1]) && (HasLongerCodes(code.System) || char.IsAsciiDigit(text[^1])))
        {
            text[^1]++;
            return HasLongerCodes(code.System) ? Code.From(code.System, text) : default;
        }

        string pattern = new(text);
        text[^1] = char.IsAsciiDigit(text[^1]) ? '0' : text[^1];
        CountOn(text, pattern);
        return Code.From(code.System, text);
    }

    // To the first code with the next sign before the last place.
    private static void CountOn(char[] code, string pattern)
    {
        for (int i = code.Length - 2; i >= 0; i--)
        {
            if (code[i] < LastOf(pattern[i]))
            {
                code[i]++;
                return;
            }

            code[i] = FirstOf(pattern[i]);
        }
    }

    private static char FirstOf(char sign) => char.IsAsciiDigit(sign) ? '0' : 'A';

    private static char LastOf(char sign) => char.IsAsciiDigit(sign) ? '9' : 'Z';
}
