using EditEngine.Diagnostics;
using EditEngine.Formats.Files;

namespace EditEngine.Formats.Cms;

/// <summary>Opens a source as text: unpacks gzip, refuses what is no text.</summary>
internal sealed class PublishedText : IDisposable
{
    private const int SniffedLength = 1 << 16;

    private readonly Stream _raw;
    private readonly EndedStream _unpacked;

    private PublishedText(Stream raw, string start)
    {
        _raw = raw;
        Start = start;
        _unpacked = new EndedStream(Unpacked(raw, IsGzip(raw)));
        Reader = new StreamReader(_unpacked, MixedEncoding.Create(), detectEncodingFromByteOrderMarks: false, 1 << 16);
    }

    public TextReader Reader { get; }

    /// <summary>The first thousands of signs, to see what form the text has.</summary>
    public string Start { get; }

    /// <summary>True where it was read to its end, and the end is no end of a line: the file may be cut off.</summary>
    public bool EndsInLine => _unpacked.Last is not (null or (byte)'\n' or (byte)'\r' or 0x1A);

    public long BytesRead => _raw.CanSeek ? _raw.Position : 0;

    public long BytesTotal => _raw.CanSeek ? _raw.Length : 0;

    /// <exception cref="IOException">And the others a stream throws.</exception>
    public static PublishedText? Open(TableSource source, out Diagnostic? problem)
    {
        problem = Sniff(source, out string start);
        return problem is null ? new PublishedText(source.Open(), start) : null;
    }

    public void Dispose() => Reader.Dispose();

    private static Diagnostic? Sniff(TableSource source, out string text)
    {
        text = "";
        using Stream raw = source.Open();
        using Stream stream = Unpacked(raw, IsGzip(raw));
        byte[] buffer = new byte[SniffedLength];
        ReadOnlySpan<byte> start = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        if (start.IsEmpty)
        {
            return CmsDiagnostics.Empty(source.Name);
        }

        text = MixedEncoding.Create().GetString(start);
        (string? kind, string? help) = KindOf(start);
        return kind is null ? null : CmsDiagnostics.WrongKind(source.Name, kind, help);
    }

    private static (string? Kind, string? Help) KindOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\u0003\u0004"u8))
        {
            return ("a zip archive or a workbook", "Unpack it, or save the sheet as CSV in UTF-8.");
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return ("an old Excel workbook", "Save the sheet as CSV in UTF-8.");
        }

        if (start.StartsWith("%PDF"u8))
        {
            return ("a PDF document", null);
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || LooksLikeUtf16(start))
        {
            return ("UTF-16 text", "Save it in UTF-8.");
        }

        if (start.Contains((byte)0))
        {
            return ("binary", null);
        }

        ReadOnlySpan<byte> text = start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        bool html = text.StartsWith("<!DOCTYPE"u8) || text.StartsWith("<!doctype"u8) || text.StartsWith("<html"u8) || text.StartsWith("<HTML"u8);
        if (html || text.StartsWith("<?xml"u8))
        {
            return (html ? "a web page" : "XML", "Download the file itself, past any licence page.");
        }

        return text.IsEmpty ? ("blank", null) : (null, null);
    }

    /// <summary>Text of few languages in UTF-16 has a zero in every other byte.</summary>
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> start)
    {
        int zeros = start[..Math.Min(start.Length, 512)].Count((byte)0);
        int odd = 0;
        for (int i = 1; i < Math.Min(start.Length, 512); i += 2)
        {
            odd += start[i] == 0 ? 1 : 0;
        }

        return zeros > 0 && zeros * 5 >= Math.Min(start.Length, 512) * 2 && (odd == zeros || odd == 0);
    }

    private static bool IsGzip(Stream raw)
    {
        Span<byte> magic = stackalloc byte[2];
        int read = raw.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        raw.Position = 0;
        return read == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
    }

    private static Stream Unpacked(Stream raw, bool gzip) => gzip ? new BoundedStream(new GzipMembers(raw), BoundedStream.MostUnpacked, raw) : raw;
}
