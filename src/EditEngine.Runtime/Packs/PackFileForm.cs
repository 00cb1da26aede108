using System.Buffers.Binary;

namespace EditEngine.Packs;

/// <summary>How a pack file begins, and the rules of its layout.</summary>
/// <remarks>
/// Header of 64 bytes, little-endian: magic (8), version (4), length of the manifest (4), length of the file (8), nothing (8), SHA-256 of the manifest (32). Then the manifest, and the sections
/// that it names, each at a multiple of a page so that a table can be mapped where it is. What lies between is zero. Every byte is held by the header's hash, by a section's or by being zero.
/// </remarks>
internal static class PackFileForm
{
    public const uint Version = 3;
    public const int HeaderLength = 64;
    public const int HashAt = 32;
    public const int HashLength = 32;

    // Pages are no longer than this where the runtime runs.
    private const long Page = 16_384;

    private static readonly ulong Magic = BinaryPrimitives.ReadUInt64LittleEndian("EDITPACK"u8);

    public static bool HasMagic(ReadOnlySpan<byte> header) => header.Length >= 8 && BinaryPrimitives.ReadUInt64LittleEndian(header) == Magic;

    public static uint VersionOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);

    public static uint ManifestLengthOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header[12..]);

    public static ulong FileLengthOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt64LittleEndian(header[16..]);

    public static ulong ReservedOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt64LittleEndian(header[24..]);

    public static ReadOnlySpan<byte> HashOf(ReadOnlySpan<byte> header) => header.Slice(HashAt, HashLength);

    public static long NextSectionAt(long end) => (end + Page - 1) / Page * Page;

    public static byte[] Header(int manifestLength, long fileLength, ReadOnlySpan<byte> manifestHash)
    {
        byte[] header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt64LittleEndian(header, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), manifestLength);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), fileLength);
        manifestHash.CopyTo(header.AsSpan(HashAt));
        return header;
    }
}
