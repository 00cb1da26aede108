using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace EditEngine.Bench.Reading;

/// <summary>What the bytes of an interchange cost where hardly anything is made of them: below these no reader gets.</summary>
internal static class InterchangeFloors
{
    /// <summary>Segments, each found by its terminator.</summary>
    public static long CountSegments(ReadOnlySpan<byte> bytes)
    {
        long segments = 0;
        while (bytes.IndexOf((byte)'~') is int end and >= 0)
        {
            segments++;
            bytes = bytes[(end + 1)..];
        }

        return segments;
    }

    /// <summary>Positions of all delimiters (~ * :), written to a buffer that is used again and again.</summary>
    public static long FindDelimiters(ReadOnlySpan<byte> bytes, int[] positions)
    {
        long found = 0;
        int filled = 0;
        Vector256<byte> terminator = Vector256.Create((byte)'~');
        Vector256<byte> element = Vector256.Create((byte)'*');
        Vector256<byte> component = Vector256.Create((byte)':');
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        for (int at = 0; at + Vector256<byte>.Count <= bytes.Length; at += Vector256<byte>.Count)
        {
            Vector256<byte> part = Vector256.LoadUnsafe(ref start, (nuint)at);
            uint mask = (Vector256.Equals(part, terminator) | Vector256.Equals(part, element) | Vector256.Equals(part, component)).ExtractMostSignificantBits();
            if (filled + Vector256<byte>.Count > positions.Length)
            {
                found += filled;
                filled = 0;
            }

            for (; mask != 0; mask &= mask - 1)
            {
                positions[filled++] = at + BitOperations.TrailingZeroCount(mask);
            }
        }

        return found + filled;
    }

    /// <summary>Segments and elements as texts.</summary>
    public static long SplitTexts(ReadOnlySpan<byte> bytes)
    {
        long elements = 0;
        foreach (string segment in Encoding.Latin1.GetString(bytes).Split('~'))
        {
            elements += segment.Split('*').Length;
        }

        return elements;
    }
}
