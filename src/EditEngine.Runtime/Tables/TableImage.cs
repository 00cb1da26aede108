using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using EditEngine.Codes;

namespace EditEngine.Tables;

/// <summary>A stretch of an image, counted from the start of its body.</summary>
internal readonly record struct Section(long Offset, long Length);

/// <summary>How the cells of one column stand in an image.</summary>
/// <param name="Column">The column.</param>
/// <param name="Width">Bytes a row: 0 (all the same), 1, 2, 4 or 8.</param>
/// <param name="Scale">Decimals of a number column.</param>
/// <param name="Rows">The cells; ids into the dictionary for codes, texts and keys. Empty for key columns, whose ids stand in the records.</param>
/// <param name="DictionaryCount">Number of different codes, texts, or numbers of a key.</param>
/// <param name="Dictionary">Packed codes, keys of numbers, or the starts of the texts (one more than there are).</param>
/// <param name="Texts">The texts, UTF-16, end to end.</param>
internal sealed record ColumnLayout(
    TableColumn Column, byte Width, byte Scale, Section Rows, int DictionaryCount, Section Dictionary, Section Texts);

/// <summary>What stands where in an image.</summary>
/// <remarks>
/// A record holds what a look-up compares: first day, last day, then the ids of the key columns, in whole multiples of four bytes. Together they
/// cost one cache line a hit; side by side in columns of their own they would cost four.
/// </remarks>
internal sealed record TableLayout(
    string Name,
    int RowCount,
    ImmutableArray<ColumnLayout> Columns,
    Section Records,
    Section FirstIndex,
    Section RowSlots,
    Section Filter,
    Section Lines,
    byte OriginWidth,
    Section OriginIds,
    ImmutableArray<RowSource> Origins)
{
    /// <summary>Bytes a record.</summary>
    public int Stride => (OffsetOf(Columns.Length) + 3) & ~3;

    /// <summary>Where the id of a key column stands in a record.</summary>
    public int OffsetOf(int column)
    {
        int offset = 8;
        for (int i = 0; i < column; i++)
        {
            offset += Columns[i].Column.IsKey ? Columns[i].Width : 0;
        }

        return offset;
    }
}

/// <summary>The bytes of a table, in a file or in memory: a header, the layout, the body. Little-endian; sections begin at multiples of eight.</summary>
/// <remarks>
/// Header: magic, version, length of the layout (4 each after 8), checksum of all that follows it (8), length of the image (8), content hash (32).
/// One form for both, so that a file is mapped and used as it is, and a built table is written as it is.
/// </remarks>
internal static class TableImage
{
    public const uint Version = 1;
    public const int HeaderLength = 64;
    public const int ChecksumAt = 16;
    public const int CheckedFrom = 24;
    public const int HashAt = 32;

    private static readonly ulong Magic = BinaryPrimitives.ReadUInt64LittleEndian("EDITTABL"u8);

    public static bool HasMagic(ReadOnlySpan<byte> header) => header.Length >= 8 && BinaryPrimitives.ReadUInt64LittleEndian(header) == Magic;

    public static uint VersionOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);

    public static int LayoutLengthOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt32LittleEndian(header[12..]);

    public static ulong ChecksumOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt64LittleEndian(header[ChecksumAt..]);

    public static ulong LengthOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt64LittleEndian(header[24..]);

    public static void WriteHeader(Span<byte> image, int layoutLength)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(image, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(image[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(image[12..], layoutLength);
        BinaryPrimitives.WriteUInt64LittleEndian(image[24..], (ulong)image.Length);
    }

    public static void Seal(Span<byte> image, ReadOnlySpan<byte> contentHash)
    {
        contentHash.CopyTo(image[HashAt..]);
        BinaryPrimitives.WriteUInt64LittleEndian(image[ChecksumAt..], Checksum(image));
    }

    public static long BodyAt(int layoutLength) => (HeaderLength + (long)layoutLength + 63) & ~63L;

    /// <summary>Checksum of what follows the checksum itself; against accidents, not against intent.</summary>
    /// <remarks>Four lanes, so that it runs at the speed of memory: a file of 70 MB must open in milliseconds.</remarks>
    public static ulong Checksum(ReadOnlySpan<byte> image)
    {
        const ulong Factor = 0x9E3779B185EBCA87;
        ReadOnlySpan<byte> rest = image[CheckedFrom..];
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(rest);
        ulong a = 1, b = 2, c = 3, d = 4;
        int i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            a = BitOperations.RotateLeft((a ^ words[i]) * Factor, 29);
            b = BitOperations.RotateLeft((b ^ words[i + 1]) * Factor, 29);
            c = BitOperations.RotateLeft((c ^ words[i + 2]) * Factor, 29);
            d = BitOperations.RotateLeft((d ^ words[i + 3]) * Factor, 29);
        }

        for (; i < words.Length; i++)
        {
            a = BitOperations.RotateLeft((a ^ words[i]) * Factor, 29);
        }

        foreach (byte last in rest[(words.Length * 8)..])
        {
            a = BitOperations.RotateLeft((a ^ last) * Factor, 29);
        }

        return KeyHash.Of([a, b, c, d]);
    }

    public static byte[] WriteLayout(TableLayout layout)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(layout.Name);
        writer.Write(layout.RowCount);
        writer.Write(layout.Columns.Length);
        foreach (ColumnLayout column in layout.Columns)
        {
            writer.Write(column.Column.Name);
            writer.Write((byte)column.Column.Type);
            writer.Write((byte)column.Column.System);
            writer.Write(column.Column.IsKey);
            writer.Write(column.Width);
            writer.Write(column.Scale);
            Write(writer, column.Rows);
            writer.Write(column.DictionaryCount);
            Write(writer, column.Dictionary);
            Write(writer, column.Texts);
        }

        Write(writer, layout.Records);
        Write(writer, layout.FirstIndex);
        Write(writer, layout.RowSlots);
        Write(writer, layout.Filter);
        Write(writer, layout.Lines);
        writer.Write(layout.OriginWidth);
        Write(writer, layout.OriginIds);
        writer.Write(layout.Origins.Length);
        foreach (RowSource origin in layout.Origins)
        {
            writer.Write(origin.File);
            writer.Write(origin.Release is not null);
            writer.Write(origin.Release ?? "");
            writer.Write(origin.Assumed);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads a layout; content that is none ends in one of the exceptions of <see cref="BinaryReader"/>.</summary>
    public static TableLayout ReadLayout(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        string name = reader.ReadString();
        int rowCount = ReadCount(reader);
        var columns = ImmutableArray.CreateBuilder<ColumnLayout>();
        for (int left = ReadCount(reader); left > 0; left--)
        {
            var column = new TableColumn(reader.ReadString(), (ColumnType)reader.ReadByte(), (CodeSystem)reader.ReadByte(), reader.ReadBoolean());
            columns.Add(new ColumnLayout(
                column, reader.ReadByte(), reader.ReadByte(), ReadSection(reader), ReadCount(reader), ReadSection(reader), ReadSection(reader)));
        }

        return new TableLayout(
            name, rowCount, columns.ToImmutable(), ReadSection(reader), ReadSection(reader), ReadSection(reader), ReadSection(reader),
            ReadSection(reader), reader.ReadByte(), ReadSection(reader), ReadOrigins(reader));
    }

    private static ImmutableArray<RowSource> ReadOrigins(BinaryReader reader)
    {
        var origins = ImmutableArray.CreateBuilder<RowSource>();
        for (int left = ReadCount(reader); left > 0; left--)
        {
            string file = reader.ReadString();
            bool hasRelease = reader.ReadBoolean();
            string release = reader.ReadString();
            origins.Add(new RowSource(file, 0, hasRelease ? release : null, reader.ReadBoolean()));
        }

        return origins.ToImmutable();
    }

    private static int ReadCount(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        return count >= 0 ? count : throw new InvalidDataException("A count is negative.");
    }

    private static void Write(BinaryWriter writer, Section section)
    {
        writer.Write(section.Offset);
        writer.Write(section.Length);
    }

    private static Section ReadSection(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64());
}
