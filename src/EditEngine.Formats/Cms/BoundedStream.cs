using System.Globalization;

namespace EditEngine.Formats.Cms;

/// <summary>Ends an unpacking that gives more than any file of a publisher has: a small archive can hold endless text.</summary>
internal sealed class BoundedStream(Stream unpacked, long most) : ForwardStream(unpacked)
{
    /// <summary>The longest unpacked file that is read, in bytes. The longest of CMS have some hundred million.</summary>
    public const long MostUnpacked = 1L << 30;

    private readonly Stream _unpacked = unpacked;
    private long _length;

    /// <summary>What is told of a file that is longer.</summary>
    public static InvalidDataException TooLong(long most) =>
        new(string.Create(CultureInfo.InvariantCulture, $"it unpacks to more than {most:#,0} bytes."));

    /// <exception cref="InvalidDataException">It is longer than it may be.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = _unpacked.Read(buffer);
        _length += read;
        return _length <= most ? read : throw TooLong(most);
    }
}
