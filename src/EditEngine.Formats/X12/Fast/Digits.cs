using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EditEngine.Formats.X12.Fast;

/// <summary>Up to eight digits at a time, as one number of eight bytes.</summary>
internal static class Digits
{
    /// <summary>The most that are read.</summary>
    public const int Most = 8;

    private const ulong Zeros = 0x3030303030303030;
    private const ulong HighHalves = 0xF0F0F0F0F0F0F0F0;
    private const ulong BeyondNine = 0x0606060606060606;

    /// <summary>Eight bytes as a number, the first of them the highest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Word(ref byte first) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(ref first)) : Unsafe.ReadUnaligned<ulong>(ref first);

    /// <summary>True where one to eight bytes are digits and nothing else. Bytes behind them are read, and do not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAll(ref byte first, int length) => (uint)(length - 1) < Most && AreAll(Padded(ref first, length));

    /// <summary>The number of one to eight digits and nothing else. Bytes behind them are read, and do not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ref byte first, int length, out uint number)
    {
        number = 0;
        if ((uint)(length - 1) >= Most)
        {
            return false;
        }

        ulong digits = Padded(ref first, length);
        if (!AreAll(digits))
        {
            return false;
        }

        // Two, four and eight neighbours at a time become one number.
        digits -= Zeros;
        digits = ((digits * 10) + (digits >> 8)) & 0x00FF00FF00FF00FF;
        digits = ((digits * 100) + (digits >> 16)) & 0x0000FFFF0000FFFF;
        number = (uint)((digits * 10_000) + (digits >> 32));
        return true;
    }

    /// <summary>As above, of a part of a buffer behind which eight bytes can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, out uint number) => TryRead(ref MemoryMarshal.GetReference(text), text.Length, out number);

    // In the order of memory, the first byte the lowest; in front of the digits zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Padded(ref byte first, int length)
    {
        ulong bytes = Unsafe.ReadUnaligned<ulong>(ref first);
        bytes = BitConverter.IsLittleEndian ? bytes : BinaryPrimitives.ReverseEndianness(bytes);
        return (bytes << (64 - (8 * length))) | (Zeros >> 1 >> ((8 * length) - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreAll(ulong digits) => ((digits & HighHalves) ^ Zeros | ((digits + BeyondNine) & HighHalves) ^ Zeros) == 0;
}
