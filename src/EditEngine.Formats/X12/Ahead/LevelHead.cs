using EditEngine.Formats.X12.Fast;

namespace EditEngine.Formats.X12.Ahead;

/// <summary>An HL segment that begins a billing provider (20) or a subscriber (22): there a file may be cut, for what is open is told by few things.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="End">Behind its terminator.</param>
/// <param name="IsBilling">It begins a billing provider.</param>
/// <param name="Number">HL01.</param>
internal readonly record struct LevelHead(int Position, int End, bool IsBilling, int Number)
{
    private static readonly LevelHead None = new(0, 0, false, 0);

    /// <summary>Where to cut: at the last billing provider, within which no more is open than the transaction; where there is none, at the last subscriber.</summary>
    /// <param name="bytes">From the beginning of a segment on, or from anywhere. What they begin with is no cut.</param>
    /// <param name="delimiters">What its segments are made with.</param>
    /// <param name="head">The place.</param>
    /// <returns>False where there is none.</returns>
    public static bool TryFindLast(ReadOnlySpan<byte> bytes, in Delimiters delimiters, out LevelHead head)
    {
        head = None;
        ReadOnlySpan<byte> id = [(byte)'H', (byte)'L', delimiters.Element];
        for (int at = bytes.LastIndexOf(id); at > 0; at = bytes[..at].LastIndexOf(id))
        {
            if (IsBehindTerminator(bytes, at, delimiters.Terminator) && TryRead(bytes, at, delimiters, out LevelHead found) && (found.IsBilling || head == None))
            {
                head = found;
                if (found.IsBilling)
                {
                    return true;
                }
            }
        }

        return head != None;
    }

    private static bool IsBehindTerminator(ReadOnlySpan<byte> bytes, int at, byte terminator)
    {
        ReadOnlySpan<byte> before = bytes[..at].TrimEnd("\r\n"u8);
        return before is [.., byte last] && last == terminator;
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, int at, in Delimiters delimiters, out LevelHead head)
    {
        head = None;
        int length = bytes[at..].IndexOf(delimiters.Terminator);
        if (length < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = bytes.Slice(at, length);
        Take(ref rest, delimiters.Element);
        ReadOnlySpan<byte> number = Take(ref rest, delimiters.Element);
        Take(ref rest, delimiters.Element);
        ReadOnlySpan<byte> level = Take(ref rest, delimiters.Element);
        if (level is not [(byte)'2', (byte)'0' or (byte)'2'] || !FastValues.TryCount(number, out int count))
        {
            return false;
        }

        head = new LevelHead(at, at + length + 1, level[1] == '0', count);
        return true;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, byte separator)
    {
        int end = rest.IndexOf(separator);
        ReadOnlySpan<byte> taken = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return taken;
    }
}
