namespace EditEngine.Formats.X12;

/// <summary>What lies behind the segment at hand, for who reads many segments in one go.</summary>
internal sealed partial class SegmentSource
{
    /// <summary>The bytes that are held, and <see cref="Fast.DelimiterIndex.Spare"/> more.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>Where the first of them stands in the file.</summary>
    public long BufferOffset => _bufferOffset;

    /// <summary>Where the segment that lies ready begins in them.</summary>
    public int SegmentStart => _segmentStart;

    /// <summary>Where what was read ends in them.</summary>
    public int Filled => _filled;

    /// <summary>True where the segment that lies ready can be read with those behind it: it is whole, and its interchange has signs that stand for nothing else.</summary>
    public bool IsPlain =>
        !IsUnterminated && _component == _delimiters.Component && !Blanks.Contains(_delimiters.Terminator) && !Blanks.Contains(_delimiters.Element) && !Blanks.Contains(_delimiters.Component);

    /// <summary>Where what was read ends in the file.</summary>
    public long ReadTo => _bufferOffset + _filled;

    /// <summary>Reads on behind the segment that lies ready, once: of a pipe what is there, of a file as much as can be held.</summary>
    public void FillBehindSegment()
    {
        // The segment itself is held on to: what is in front of it goes.
        int taken = _start - _segmentStart;
        _start = _segmentStart;
        if (_filled - _start < BufferBytes)
        {
            Fill();
        }

        _segmentStart = _start;
        _start += taken;
    }

    /// <summary>Goes on at a segment behind the one that lies ready. Where it is not held, the stream is to go on there too.</summary>
    /// <param name="offset">Where it begins in the file.</param>
    public void MoveTo(long offset) => (_bufferOffset, _start, _filled) = offset > ReadTo ? (offset, 0, 0) : (_bufferOffset, (int)(offset - _bufferOffset), _filled);
}
