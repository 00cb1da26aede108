namespace EditEngine.Files;

/// <summary>A stretch of a file as a stream of its own. Closing it leaves the file open.</summary>
internal sealed class FileSection(FileStream file, long offset, long length) : Stream
{
    private long _position;

    /// <summary>The file.</summary>
    public FileStream File => file;

    /// <summary>Where the stretch begins in it.</summary>
    public long Offset => offset;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int most = (int)Math.Clamp(length - _position, 0, buffer.Length);
        int read = most == 0 ? 0 : RandomAccess.Read(file.SafeFileHandle, buffer[..most], offset + _position);
        _position += read;
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) =>
        _position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _position, _ => length };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
