using EditEngine.Codes;

namespace EditEngine.Compiler.Editing;

/// <summary>The codes of an interval that differ in their last sign only, as those of a range are kept.</summary>
internal static class CountedCodes
{
    /// <summary>The codes, in order; null where the interval is one of all that begin alike, or of several lengths.</summary>
    public static IEnumerable<Code>? Of(CodeInterval interval)
    {
        if (interval.First == interval.Last)
        {
            return [Code.FromPacked(interval.First)];
        }

        string first = Code.FromPacked(interval.First).ToPlainText();
        string last = Code.FromPacked(interval.Last).ToPlainText();
        return first.Length == last.Length && first.AsSpan(0, first.Length - 1).SequenceEqual(last.AsSpan(0, last.Length - 1)) && char.IsAsciiDigit(first[^1]) == char.IsAsciiDigit(last[^1])
            ? Enumerable.Range(first[^1], last[^1] - first[^1] + 1).Select(sign => Code.From(Code.FromPacked(interval.First).System, first[..^1] + (char)sign))
            : null;
    }
}
