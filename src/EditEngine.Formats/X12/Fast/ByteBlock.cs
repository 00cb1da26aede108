using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>Writes where the delimiters among 64 bytes stand.</summary>
    /// <param name="positions">Takes them, and what is beyond the last: room for 64.</param>
    /// <param name="bits">The delimiters that matter, a bit each: all, or the first of them.</param>
    /// <param name="at">Where the bytes stand.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="element">The separator of elements.</param>
    /// <param name="terminator">The terminator.</param>
    static virtual void Write(ref int positions, ulong bits, int at, ref byte bytes, byte element, byte terminator) => SetBits.Write(ref positions, bits, at);
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

    /// <summary>Where the processor can, the numbers of the bytes that are delimiters are moved together, sixteen are widened at once, and no bit is looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref int positions, ulong bits, int at, ref byte bytes, byte element, byte terminator)
    {
        if (!Avx512Vbmi2.IsSupported)
        {
            SetBits.Write(ref positions, bits, at);
            return;
        }

        Vector512<byte> block = Vector512.LoadUnsafe(ref bytes);
        Vector512<byte> found = Vector512.Equals(block, Vector512.Create(element)) | Vector512.Equals(block, Vector512.Create(terminator));
        Vector512<byte> together = Avx512Vbmi2.Compress(Vector512<byte>.Zero, found, Vector512<byte>.Indices);
        Vector512<int> first = Vector512.Create(at);
        int count = BitOperations.PopCount(bits);
        (Avx512F.ConvertToVector512Int32(together.GetLower().GetLower()) + first).StoreUnsafe(ref positions);
        if (count > 16)
        {
            (Avx512F.ConvertToVector512Int32(together.GetLower().GetUpper()) + first).StoreUnsafe(ref positions, 16);
            if (count > 32)
            {
                (Avx512F.ConvertToVector512Int32(together.GetUpper().GetLower()) + first).StoreUnsafe(ref positions, 32);
                (Avx512F.ConvertToVector512Int32(together.GetUpper().GetUpper()) + first).StoreUnsafe(ref positions, 48);
            }
        }
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
