namespace EditEngine.Formats.X12;

/// <summary>Counts segments of which nothing more is asked than how many they are: whole ones, of no envelope, of which <see cref="SegmentSource"/> would have nothing to say.</summary>
internal static class OrdinarySegments
{
    // Longer ones may have the next interchange in them.
    private const int MostBytes = 100;

    /// <summary>Passes all up to the first that is not so.</summary>
    /// <param name="bytes">Segments, from the beginning of one on.</param>
    /// <param name="delimiters">Those of their interchange.</param>
    /// <param name="count">How many were passed.</param>
    /// <returns>How many bytes they have.</returns>
    public static int Pass(ReadOnlySpan<byte> bytes, in Delimiters delimiters, out int count)
    {
        count = 0;
        int passed = 0;
        for (int at = 0; at < bytes.Length; passed = at)
        {
            if (bytes[at] <= ' ')
            {
                at += bytes[at..].IndexOfAnyExcept(SegmentSource.Blanks) is int content and >= 0 ? content : bytes.Length - at;
            }

            int length = bytes[at..Math.Min(bytes.Length, at + MostBytes)].IndexOf(delimiters.Terminator);
            if (length <= 0 || (MayBeOfEnvelope(bytes[at]) && IsOfEnvelope(bytes.Slice(at, length), delimiters.Element)))
            {
                break;
            }

            count++;
            at += length + 1;
        }

        return passed;
    }

    private static bool MayBeOfEnvelope(byte first) => first is (byte)'I' or (byte)'G' or (byte)'S';

    // No other segment begins as an interchange does.
    private static bool IsOfEnvelope(ReadOnlySpan<byte> segment, byte element) =>
        segment.StartsWith("ISA"u8) || SegmentReading.IsEnvelope(SegmentId.Of(segment.IndexOf(element) is int end and >= 0 ? segment[..end] : segment));
}
