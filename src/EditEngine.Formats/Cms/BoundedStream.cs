using System.Globalization;
using EditEngine.Files;

namespace EditEngine.Formats.Cms;

/// <summary>Ends an unpacking that gives more than any file of a publisher has: a small archive can hold endless text.</summary>
/// <param name="unpacked">What is read.</param>
/// <param name="most">How many bytes it may give.</param>
/// <param name="packed">What it is unpacked from, where that tells how much of it was read; else null.</param>
internal sealed class BoundedStream(Stream unpacked, long most, Stream? packed = null) : ForwardStream(unpacked)
{
    /// <summary>The longest unpacked file that is read, in bytes. The longest of CMS have some hundred million.</summary>
    public const long MostUnpacked = 1L << 30;

    /// <summary>A file that unpacks to less may be packed however well.</summary>
    public const long UsuallyUnpacked = 16L << 20;

    /// <summary>How many bytes a packed one may give beyond that. Tables of publishers give some twenty; one and the same byte, over and over, a thousand.</summary>
    public const int MostRatio = 250;

    /// <summary>The most lines of a packed file, blank ones too. The longest of CMS have some million.</summary>
    public const long MostLines = 1L << 25;

    private readonly Stream _unpacked = unpacked;
    private long _length;
    private long _lines;

    /// <summary>What is told of a file that is longer.</summary>
    public static TooLargeException TooLong(long most) =>
        new(string.Create(CultureInfo.InvariantCulture, $"It unpacks to more than {most:#,0} bytes."));

    /// <summary>Whether a file is packed better than any table is.</summary>
    /// <exception cref="TooLargeException">It is.</exception>
    public static void RequireRatio(long unpacked, long packed)
    {
        if (unpacked > UsuallyUnpacked && unpacked / MostRatio > packed)
        {
            throw new TooLargeException(string.Create(CultureInfo.InvariantCulture, $"It unpacks to more than {UsuallyUnpacked:#,0} bytes, and to more than {MostRatio} times its own length."));
        }
    }

    /// <exception cref="TooLargeException">It is longer than it may be.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = _unpacked.Read(buffer);
        _length += read;
        if (_length > most)
        {
            throw TooLong(most);
        }

        _lines += buffer[..read].Count((byte)'\n');
        if (_lines > MostLines)
        {
            throw new TooLargeException(string.Create(CultureInfo.InvariantCulture, $"It unpacks to more than {MostLines:#,0} lines."));
        }

        if (packed is not null)
        {
            RequireRatio(_length, packed.Position);
        }

        return read;
    }
}
