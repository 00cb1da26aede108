using System.Globalization;

namespace EditEngine.Formats.Cms;

/// <summary>Ends an unpacking that gives more than any file of a publisher has: a small archive can hold endless text.</summary>
internal sealed class BoundedStream(Stream unpacked, long most) : Stream
{
    /// <summary>The longest unpacked file that is read, in bytes. The longest of CMS have some hundred million.</summary>
    public const long MostUnpacked = 1L << 30;

    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What is told of a file that is longer.</summary>
    public static InvalidDataException TooLong(long most) =>
        new(string.Create(CultureInfo.InvariantCulture, $"it unpacks to more than {most:#,0} bytes."));

    /// <exception cref="InvalidDataException">It is longer than it may be.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = unpacked.Read(buffer);
        _length += read;
        return _length <= most ? read : throw TooLong(most);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
