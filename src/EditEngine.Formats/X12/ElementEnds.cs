namespace EditEngine.Formats.X12;

/// <summary>Takes segments apart.</summary>
internal static class ElementEnds
{
    /// <summary>The most that are found: of the id, of as many elements as no segment of the guides has, and of the segment. What is beyond is not looked at.</summary>
    public const int Most = MostElements + 2;

    private const int MostElements = 64;

    /// <summary>Finds where the id and the elements of a segment end.</summary>
    /// <param name="segment">The segment, without its terminator.</param>
    /// <param name="element">What stands between elements.</param>
    /// <param name="ends">Room for <see cref="Most"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Find(ReadOnlySpan<byte> segment, byte element, int[] ends)
    {
        int position = 0;
        int count = 0;
        while (count <= MostElements)
        {
            int end = segment[position..].IndexOf(element);
            if (end < 0)
            {
                break;
            }

            position += end;
            ends[count++] = position++;
        }

        ends[count++] = segment.Length;
        return count;
    }
}
