using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EditEngine.Formats.X12.Fast;

/// <summary>Where the delimiters of a stretch of bytes stand, found by vectors in one pass, and which bytes have no business in a segment.</summary>
/// <remarks>Memory is used again stretch after stretch.</remarks>
internal sealed class DelimiterIndex
{
    /// <summary>Bytes behind a stretch, and positions behind the last, that are read without being looked at: vectors need no branch for the end.</summary>
    public const int Spare = 64;

    private const int Block = 64;

    // For so many bytes room is made in one go.
    private const int Stride = 64 * Block;

    private int[] _positions = [];
    private int[] _terminators = [];
    private int[] _odd = [];

    /// <summary>Positions of all separators of elements and all terminators, ascending; <see cref="Spare"/> more can be read.</summary>
    public ReadOnlySpan<int> Positions => _positions;

    /// <summary>Which of the positions are those of terminators: one number a segment.</summary>
    public ReadOnlySpan<int> Terminators => _terminators.AsSpan(0, SegmentCount);

    /// <summary>Positions of bytes that are not printable, but for a line break behind a terminator, and of blanks that begin an element; the last is above all.</summary>
    public ReadOnlySpan<int> Odd => _odd;

    /// <summary>How many segments end in the stretch.</summary>
    public int SegmentCount { get; private set; }

    /// <summary>Looks through bytes, by the widest vectors that the processor has.</summary>
    /// <param name="buffer">Holds them, and <see cref="Spare"/> bytes behind them.</param>
    /// <param name="start">The first, that of a segment.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="delimiters">What to look for.</param>
    public void Build(byte[] buffer, int start, int end, in Delimiters delimiters)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Build<Block512>(buffer, start, end, delimiters);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Build<Block256>(buffer, start, end, delimiters);
        }
        else
        {
            Build<Block128>(buffer, start, end, delimiters);
        }
    }

    /// <summary>Looks through bytes by vectors of one width.</summary>
    public void Build<TBlock>(byte[] buffer, int start, int end, in Delimiters delimiters)
        where TBlock : IByteBlock
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, buffer.Length - Spare);
        ref byte bytes = ref MemoryMarshal.GetArrayDataReference(buffer);
        Found found = default;
        Reserve((end - start) / 3);
        for (int at = start; at < end; at += Stride)
        {
            Reserve(found.Positions + Stride);
            Look<TBlock>(ref bytes, at, Math.Min(end, at + Stride), delimiters, ref found);
        }

        SegmentCount = found.Terminators;
        _odd[found.Odd] = int.MaxValue;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Look<TBlock>(ref byte bytes, int start, int end, in Delimiters delimiters, ref Found found)
        where TBlock : IByteBlock
    {
        (byte element, byte terminator) = (delimiters.Element, delimiters.Terminator);
        ref int positions = ref MemoryMarshal.GetArrayDataReference(_positions);
        ref int ends = ref MemoryMarshal.GetArrayDataReference(_terminators);
        (int count, int segments) = (found.Positions, found.Terminators);
        (ulong separatorBefore, ulong terminatorBefore, ulong breakBefore) = (found.SeparatorBefore, found.TerminatorBefore, found.BreakBefore);
        for (int at = start; at < end; at += Block)
        {
            BlockMasks masks = TBlock.Masks(ref Unsafe.Add(ref bytes, at), element, terminator);
            ulong inside = end - at >= Block ? ulong.MaxValue : (1UL << (end - at)) - 1;
            ulong separators = masks.Separators & inside;
            ulong terminators = masks.Terminators & inside;

            // A line break behind a terminator belongs to nothing, CR LF neither.
            ulong first = masks.Breaks & ((terminators << 1) | terminatorBefore);
            ulong second = masks.Breaks & ((first << 1) | breakBefore);
            ulong wrong = ((masks.NotPrintable & ~(separators | terminators | first | second)) | (masks.Blanks & ((separators << 1) | separatorBefore))) & inside;
            (separatorBefore, terminatorBefore, breakBefore) = (separators >> 63, terminators >> 63, first >> 63);

            ulong both = separators | terminators;
            SetBits.WriteFew(ref Unsafe.Add(ref ends, segments), SetBits.RanksOf(terminators, both), count);
            TBlock.Write(ref Unsafe.Add(ref positions, count), both, at, ref Unsafe.Add(ref bytes, at), element, terminator);
            segments += BitOperations.PopCount(terminators);
            count += BitOperations.PopCount(both);
            if (wrong != 0)
            {
                found.Odd = AddOdd(wrong, at, found.Odd);
            }
        }

        (found.Positions, found.Terminators) = (count, segments);
        (found.SeparatorBefore, found.TerminatorBefore, found.BreakBefore) = (separatorBefore, terminatorBefore, breakBefore);
    }

    private int AddOdd(ulong bits, int at, int count)
    {
        if (count + 65 > _odd.Length)
        {
            Array.Resize(ref _odd, Math.Max(_odd.Length * 2, count + 128));
        }

        for (; bits != 0; bits &= bits - 1)
        {
            _odd[count++] = at + BitOperations.TrailingZeroCount(bits);
        }

        return count;
    }

    private void Reserve(int count)
    {
        if (count + 64 + Spare > _positions.Length)
        {
            int length = Math.Max(_positions.Length * 2, count + Stride); // and stretches that are little longer
            _positions = Longer(_positions, length);
            _terminators = Longer(_terminators, length);
        }

        if (_odd.Length == 0)
        {
            _odd = new int[Spare];
        }
    }

    // What is behind those that were found is never looked at before it is written.
    private static int[] Longer(int[] numbers, int length)
    {
        int[] longer = GC.AllocateUninitializedArray<int>(length);
        numbers.CopyTo(longer, 0);
        return longer;
    }

    // How far a look has come, and what stands right before.
    private struct Found
    {
        public int Positions;
        public int Terminators;
        public int Odd;
        public ulong SeparatorBefore;
        public ulong TerminatorBefore;
        public ulong BreakBefore;
    }
}
