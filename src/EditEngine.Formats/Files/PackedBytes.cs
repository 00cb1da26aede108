namespace EditEngine.Formats.Files;

/// <summary>The bytes of a gzip file: read one by one between its members, given in small portions to what unpacks a member, and taken back from it.</summary>
internal sealed class PackedBytes(Stream inner) : ForwardStream(inner)
{
    // Where a member is damaged is known as exactly as a portion is small.
    private const int Portion = 512;
    private const int BufferLength = 1 << 16;

    private readonly Stream _inner = inner;
    private readonly byte[] _buffer = new byte[BufferLength];
    private long _bufferStart;
    private int _next;
    private int _end;
    private int _before;
    private int _last;

    /// <summary>The byte of the file that comes next.</summary>
    public long Offset => _bufferStart + _next;

    /// <summary>The first byte of the latest portion.</summary>
    public long GivenFrom => _bufferStart + _last;

    /// <summary>True where a portion was asked for and the file had no more.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The next byte; null at the end.</summary>
    public int? Next()
    {
        BeginGiving(); // nothing before it is needed again
        return _next < _end || Fill() ? _buffer[_next++] : null;
    }

    /// <summary>To be called where a member's data begin.</summary>
    public void BeginGiving()
    {
        (_before, _last) = (_next, _next);
        IsAtEnd = false;
    }

    /// <summary>Gives a portion.</summary>
    public override int Read(Span<byte> buffer)
    {
        if (_next == _end && !Fill())
        {
            IsAtEnd = true;
            return 0;
        }

        int count = Math.Min(Math.Min(buffer.Length, Portion), _end - _next);
        _buffer.AsSpan(_next, count).CopyTo(buffer);
        (_before, _last) = (_last, _next);
        _next += count;
        return count;
    }

    /// <summary>Goes on behind the first bytes, from the last two portions on, that are those looked for. The second-last is looked at because an end may be seen late.</summary>
    /// <returns>False where there are none.</returns>
    public bool GoBehind(ReadOnlySpan<byte> wanted)
    {
        while (_end - _next < wanted.Length && Fill())
        {
        }

        int last = Math.Min(_end, _next + wanted.Length);
        int found = _buffer.AsSpan(_before, last - _before).IndexOf(wanted);
        if (found < 0)
        {
            return false;
        }

        _next = _before + found + wanted.Length;

        // Of an empty member all eight are zeros, and its data end with one too.
        while (_next < last && wanted.IndexOfAnyExcept((byte)0) < 0 && _buffer[_next] == 0)
        {
            _next++;
        }

        return true;
    }

    /// <summary>Reads more, keeping the last portions.</summary>
    private bool Fill()
    {
        if (_end == _buffer.Length)
        {
            int kept = Math.Min(_before, _next);
            _buffer.AsSpan(kept, _end - kept).CopyTo(_buffer);
            _bufferStart += kept;
            (_next, _end, _before, _last) = (_next - kept, _end - kept, _before - kept, _last - kept);
        }

        int read = _inner.Read(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
