namespace EditEngine.Formats.X12;

/// <summary>The beginning of a file and of each interchange, where the delimiters are not yet known.</summary>
internal sealed partial class SegmentSource
{
    private const int IsaElements = 16;
    private const int DescribedBytes = 512;

    /// <summary>Looks at the first bytes. False where they are those of no X12 file.</summary>
    private bool PassByteOrderMark()
    {
        FillTo(4);
        ReadOnlySpan<byte> head = _buffer.AsSpan(0, _filled);
        if (head.StartsWith("\uFEFF"u8))
        {
            _start = 3;
            return true;
        }

        bool isUtf16 = head.Length >= 2 && ((head[0], head[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) or ((byte)'I', 0) or (0, (byte)'I'));
        if (isUtf16)
        {
            Appearance = "UTF-16 text";
        }

        return !isUtf16;
    }

    private bool BeginsInterchange()
    {
        FillTo(4);
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _filled - _start);
        return rest.StartsWith("ISA"u8) && (rest.Length < 4 || !char.IsAsciiLetterOrDigit((char)rest[3]));
    }

    private SourceStep ReadInterchange()
    {
        FillTo(2 * IsaBytes);
        while (IsaLength(LongestSegment) == 0 && _filled - _start < MaxSegmentBytes && Fill())
        {
        }

        ReadOnlySpan<byte> rest = LongestSegment;
        int length = IsaLength(rest);
        if (length > 0)
        {
            Delimiters declared = new(rest[3], rest[length - 2], RepetitionOf(rest), rest[length - 1]);
            if (declared.CanWork)
            {
                _delimiters = declared;
                _component = declared.Component;
                _hasDelimiters = true;
                return Take(rest[..(length - 1)], terminated: true);
            }
        }

        PassToInterchange();
        return SourceStep.BadInterchange;
    }

    // However many bytes lie ready, the same are looked at.
    private ReadOnlySpan<byte> LongestSegment => _buffer.AsSpan(_start, Math.Min(_filled - _start, MaxSegmentBytes));

    /// <summary>Length with the terminator, or 0. Files edited by hand have lost blanks: the sixteenth separator, not byte 104, is what is sure.</summary>
    private static int IsaLength(ReadOnlySpan<byte> isa)
    {
        int position = 3;
        for (int separators = 1; separators < IsaElements && position < isa.Length; separators++)
        {
            int next = isa[(position + 1)..].IndexOf(isa[3]);
            if (next < 0)
            {
                return 0;
            }

            position += next + 1;
        }

        return position + 2 < isa.Length ? position + 3 : 0;
    }

    private static byte RepetitionOf(ReadOnlySpan<byte> isa)
    {
        int position = 3;
        for (int separators = 1; separators < 11; separators++)
        {
            position += isa[(position + 1)..].IndexOf(isa[3]) + 1;
        }

        return isa[position + 1];
    }

    /// <summary>Passes over an unusable interchange: to the next line that begins with ISA, or the end.</summary>
    private void PassToInterchange()
    {
        _start += 3;
        while (true)
        {
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _filled - _start);
            int at = rest.IndexOf("ISA"u8);
            if (at > 0 && rest[at - 1] is (byte)'\n' or (byte)'\r' or (byte)'~')
            {
                _start += at;
                return;
            }

            if (at >= 0)
            {
                _start += at + 3;
                continue;
            }

            _start = Math.Max(_start, _filled - 3);
            if (!Fill())
            {
                _start = _filled;
                _hasDelimiters = true;
                return;
            }
        }
    }

    private void FillTo(int count)
    {
        while (_filled - _start < count && Fill())
        {
        }
    }

    private static string Describe(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, DescribedBytes)];
        if (head.StartsWith("PK\x03\x04"u8) || head is [0x1F, 0x8B, ..])
        {
            return "a compressed file";
        }

        return head.ContainsAnyInRange((byte)0, (byte)8) || head.ContainsAnyInRange((byte)0x0E, (byte)0x1F) ? "binary" : "other text";
    }
}
