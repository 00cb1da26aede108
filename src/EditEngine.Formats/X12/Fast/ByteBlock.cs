using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EditEngine.Formats.X12.Fast;

/// <summary>What stands at each of 64 bytes, a bit each.</summary>
internal readonly ref struct BlockMasks
{
    public required ulong Separators { get; init; }

    public required ulong Terminators { get; init; }

    public required ulong NotPrintable { get; init; }

    public required ulong Breaks { get; init; }

    public required ulong Blanks { get; init; }
}

/// <summary>Compares 64 bytes by vectors of one width.</summary>
internal interface IByteBlock
{
    static abstract BlockMasks Masks(ref byte bytes, byte element, byte terminator);
}

/// <summary>By one of 512 bits.</summary>
internal readonly struct Block512 : IByteBlock
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockMasks Masks(ref byte bytes, byte element, byte terminator)
    {
        Vector512<byte> block = Vector512.LoadUnsafe(ref bytes);
        return new BlockMasks
        {
            Separators = Vector512.Equals(block, Vector512.Create(element)).ExtractMostSignificantBits(),
            Terminators = Vector512.Equals(block, Vector512.Create(terminator)).ExtractMostSignificantBits(),
            NotPrintable = Vector512.GreaterThan(block - Vector512.Create((byte)0x20), Vector512.Create((byte)0x5E)).ExtractMostSignificantBits(),
            Breaks = (Vector512.Equals(block, Vector512.Create((byte)'\n')) | Vector512.Equals(block, Vector512.Create((byte)'\r'))).ExtractMostSignificantBits(),
            Blanks = Vector512.Equals(block, Vector512.Create((byte)' ')).ExtractMostSignificantBits(),
        };
    }
}

/// <summary>By two of 256 bits.</summary>
internal readonly struct Block256 : IByteBlock
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockMasks Masks(ref byte bytes, byte element, byte terminator)
    {
        Vector256<byte> low = Vector256.LoadUnsafe(ref bytes);
        Vector256<byte> high = Vector256.LoadUnsafe(ref bytes, 32);
        return new BlockMasks
        {
            Separators = Equal(low, high, element),
            Terminators = Equal(low, high, terminator),
            NotPrintable = Bits(NotPrintable(low), NotPrintable(high)),
            Breaks = Equal(low, high, (byte)'\n') | Equal(low, high, (byte)'\r'),
            Blanks = Equal(low, high, (byte)' '),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(Vector256<byte> low, Vector256<byte> high, byte sign) =>
        Bits(Vector256.Equals(low, Vector256.Create(sign)), Vector256.Equals(high, Vector256.Create(sign)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> NotPrintable(Vector256<byte> block) =>
        Vector256.GreaterThan(block - Vector256.Create((byte)0x20), Vector256.Create((byte)0x5E));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);
}

/// <summary>By four of 128 bits.</summary>
internal readonly struct Block128 : IByteBlock
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockMasks Masks(ref byte bytes, byte element, byte terminator)
    {
        BlockMasks whole = default;
        for (int part = 3; part >= 0; part--)
        {
            Vector128<byte> block = Vector128.LoadUnsafe(ref bytes, (nuint)(16 * part));
            whole = new BlockMasks
            {
                Separators = (whole.Separators << 16) | Vector128.Equals(block, Vector128.Create(element)).ExtractMostSignificantBits(),
                Terminators = (whole.Terminators << 16) | Vector128.Equals(block, Vector128.Create(terminator)).ExtractMostSignificantBits(),
                NotPrintable = (whole.NotPrintable << 16)
                    | Vector128.GreaterThan(block - Vector128.Create((byte)0x20), Vector128.Create((byte)0x5E)).ExtractMostSignificantBits(),
                Breaks = (whole.Breaks << 16)
                    | (Vector128.Equals(block, Vector128.Create((byte)'\n')) | Vector128.Equals(block, Vector128.Create((byte)'\r'))).ExtractMostSignificantBits(),
                Blanks = (whole.Blanks << 16) | Vector128.Equals(block, Vector128.Create((byte)' ')).ExtractMostSignificantBits(),
            };
        }

        return whole;
    }
}
