namespace EditEngine.Bench.Reading;

/// <summary>The same bytes several times over, as one stream: files as long as a measurement needs, of little memory.</summary>
internal sealed class RepeatedBytes(byte[] bytes, int times) : Stream
{
    private int _left = times;
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == bytes.Length)
        {
            (_at, _left) = (0, _left - 1);
        }

        int read = _left == 0 ? 0 : Math.Min(count, bytes.Length - _at);
        bytes.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
        _at += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
