namespace EditEngine.Formats.Cms;

/// <summary>Remembers what a stream ends with.</summary>
internal sealed class EndedStream(Stream inner) : ForwardStream(inner)
{
    private readonly Stream _inner = inner;
    private byte _latest;

    /// <summary>Its last byte; null before its end was read, and 0 where it has none.</summary>
    public byte? Last { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        int read = _inner.Read(buffer);
        if (read > 0)
        {
            _latest = buffer[read - 1];
        }
        else if (!buffer.IsEmpty)
        {
            Last = _latest;
        }

        return read;
    }
}
