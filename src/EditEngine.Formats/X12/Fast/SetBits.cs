using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace EditEngine.Formats.X12.Fast;

/// <summary>Sets of numbers below 64, a bit each.</summary>
internal static class SetBits
{
    /// <summary>Writes the numbers of a set, ascending.</summary>
    /// <param name="numbers">Takes them, eight at a time without a branch for each: up to seven are written beyond the last, which are nothing.</param>
    /// <param name="bits">The set.</param>
    /// <param name="first">What is added to each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref int numbers, ulong bits, int first)
    {
        while (bits != 0)
        {
            for (int i = 0; i < 8; i++)
            {
                Unsafe.Add(ref numbers, i) = first + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }

            numbers = ref Unsafe.Add(ref numbers, 8);
        }
    }

    /// <summary>As above, of a set that mostly has four numbers or fewer: four at a time, and up to three beyond the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteFew(ref int numbers, ulong bits, int first)
    {
        while (bits != 0)
        {
            for (int i = 0; i < 4; i++)
            {
                Unsafe.Add(ref numbers, i) = first + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }

            numbers = ref Unsafe.Add(ref numbers, 4);
        }
    }

    /// <summary>Which of the numbers of a set, counted from its first, are those of a part of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RanksOf(ulong part, ulong all)
    {
        if (Bmi2.X64.IsSupported)
        {
            return Bmi2.X64.ParallelBitExtract(part, all);
        }

        ulong ranks = 0;
        for (ulong rest = part; rest != 0; rest &= rest - 1)
        {
            ranks |= 1UL << BitOperations.PopCount(all & ((rest & (0 - rest)) - 1));
        }

        return ranks;
    }
}
