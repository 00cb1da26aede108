using System.Buffers;
using EditEngine.Formats.X12.Fast;

namespace EditEngine.Formats.X12;

/// <summary>What <see cref="SegmentSource.Next"/> came to.</summary>
internal enum SourceStep
{
    /// <summary>A segment lies ready.</summary>
    Segment,

    /// <summary>The file ended.</summary>
    End,

    /// <summary>The file does not begin as an X12 file does.</summary>
    NotX12,

    /// <summary>An ISA segment whose delimiters cannot be told or cannot work; it was passed over.</summary>
    BadInterchange,

    /// <summary>A segment longer than <see cref="SegmentSource.MaxSegmentBytes"/>; it was passed over.</summary>
    TooLong,
}

/// <summary>Cuts a stream of bytes into segments. Memory stays that of one buffer, however long the file or a segment is.</summary>
internal sealed partial class SegmentSource(Stream stream) : IDisposable
{
    /// <summary>The longest segment that is read. The longest that the guides allow has some 4,000 bytes.</summary>
    public const int MaxSegmentBytes = 64 * 1024;

    private const int IsaBytes = 106;
    private const int FacilityElement = 5;

    /// <summary>What stands between segments without a meaning.</summary>
    public static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\0\x1A"u8);

    public const int BufferBytes = 4 * MaxSegmentBytes;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferBytes + DelimiterIndex.Spare);
    private readonly int[] _ends = new int[ElementEnds.Most];
    private Delimiters _delimiters;
    private byte _component;
    private bool _hasDelimiters;
    private bool _ended;
    private long _bufferOffset;
    private int _start;
    private int _filled;
    private int _segmentStart;
    private int _segmentLength;
    private int _endCount;

    /// <summary>Byte offset of the segment that lies ready, or of what was passed over.</summary>
    public long Offset { get; private set; }

    /// <summary>Id of the segment that lies ready.</summary>
    public uint CurrentId { get; private set; }

    /// <summary>True where the segment that lies ready has no terminator: the file or the interchange ended in it.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>What the file is, where it is not X12.</summary>
    public string Appearance { get; private set; } = "empty";

    /// <summary>Why the file could not be read to its end, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Delimiters of the interchange that is read.</summary>
    public Delimiters Delimiters => _delimiters;

    /// <summary>Segments that begin before this byte of the file have nothing wrong with their elements: who read ahead found so.</summary>
    public long RightTo { get; set; }

    /// <summary>The segment that lies ready.</summary>
    public Segment Current(int number) => new(
        _buffer.AsSpan(_segmentStart, _segmentLength), _ends.AsSpan(0, _endCount), _component, CurrentId, Offset, number)
    { IsRight = Offset < RightTo };

    /// <summary>Moves to the next segment.</summary>
    public SourceStep Next()
    {
        IsUnterminated = false;
        if (_bufferOffset == 0 && _filled == 0 && !PassByteOrderMark())
        {
            return SourceStep.NotX12;
        }

        if (!PassBlanks())
        {
            Offset = _bufferOffset + _start;
            return _hasDelimiters ? SourceStep.End : SourceStep.NotX12;
        }

        Offset = _bufferOffset + _start;
        if (BeginsInterchange())
        {
            return ReadInterchange();
        }

        if (!_hasDelimiters)
        {
            FillTo(DescribedBytes);
            Appearance = Describe(_buffer.AsSpan(_start, _filled - _start));
            return SourceStep.NotX12;
        }

        return ReadSegment();
    }

    /// <summary>Passes segments that are whole, lie ready and are of no envelope, as long as there is nothing to say of them.</summary>
    /// <returns>How many.</returns>
    public int PassOrdinary()
    {
        _start += OrdinarySegments.Pass(_buffer.AsSpan(_start, _filled - _start), _delimiters, out int count);
        return count;
    }

    /// <summary>Takes components apart by what the header of a claim shows, until the next header: by the declared sign where it shows no other.</summary>
    public void TakeSeparatorOfClaim() => _component = _delimiters.ComponentOf(Current(0)[FacilityElement]);

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private SourceStep ReadSegment()
    {
        int from = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _filled - _start);
            int end = rest[from..].IndexOf(_delimiters.Terminator);
            if (end >= 0 && from + end <= MaxSegmentBytes)
            {
                return Take(rest[..(from + end)], terminated: true);
            }

            if (end >= 0 || rest.Length > MaxSegmentBytes)
            {
                PassTo(_delimiters.Terminator);
                return SourceStep.TooLong;
            }

            from = rest.Length;
            if (!Fill())
            {
                return Take(_buffer.AsSpan(_start, _filled - _start), terminated: false);
            }
        }
    }

    private SourceStep Take(ReadOnlySpan<byte> segment, bool terminated)
    {
        // A last segment without its terminator, and another file put behind it: the next ISA is not part of it.
        int next = segment.Length > IsaBytes ? InterchangeIn(segment) : -1;
        if (next > 0)
        {
            segment = segment[..next];
            terminated = false;
        }

        _segmentStart = _start;
        _start += segment.Length + (terminated ? 1 : 0);
        IsUnterminated = !terminated;
        _segmentLength = terminated && _delimiters.Terminator != '\n' ? segment.Length : segment.TrimEnd("\r\n \0\x1A"u8).Length;
        Split();
        return SourceStep.Segment;
    }

    private int InterchangeIn(ReadOnlySpan<byte> segment)
    {
        int at = segment.IndexOf("ISA"u8);
        return at > 0 && segment[at - 1] is (byte)'\n' or (byte)'\r' && at + 3 < segment.Length && segment[at + 3] == _delimiters.Element ? at : -1;
    }

    private void Split()
    {
        ReadOnlySpan<byte> segment = _buffer.AsSpan(_segmentStart, _segmentLength);
        _endCount = ElementEnds.Find(segment, _delimiters.Element, _ends);
        CurrentId = SegmentId.Of(segment[.._ends[0]]);
    }

    private void PassTo(byte terminator)
    {
        do
        {
            int end = _buffer.AsSpan(_start, _filled - _start).IndexOf(terminator);
            if (end >= 0)
            {
                _start += end + 1;
                return;
            }

            _start = _filled;
        }
        while (Fill());
    }

    private bool PassBlanks()
    {
        do
        {
            int content = _buffer.AsSpan(_start, _filled - _start).IndexOfAnyExcept(Blanks);
            if (content >= 0)
            {
                _start += content;
                return true;
            }

            _start = _filled;
        }
        while (Fill());

        return false;
    }

    /// <summary>Moves what is left to the front and reads behind it. False at the end of the file.</summary>
    private bool Fill()
    {
        if (_ended)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _filled - _start).CopyTo(_buffer);
            _bufferOffset += _start;
            _filled -= _start;
            _start = 0;
        }

        int read = ReadOn();
        _ended = read == 0;
        _filled += read;
        return read > 0;
    }

    private int ReadOn()
    {
        try
        {
            return stream.Read(_buffer, _filled, BufferBytes - _filled);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            Fault = fault.Message;
            return 0;
        }
    }
}
