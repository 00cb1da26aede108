using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EditEngine.Formats.X12.Fast;

/// <summary>A list of packed codes that is asked in one step, however long: each has a slot of its own.</summary>
internal readonly struct CodeSlots
{
    private const int FewestBits = 3;

    private readonly ulong[] _slots;
    private readonly ulong _factor;
    private readonly int _shift;

    /// <param name="codes">The codes, none of them 0.</param>
    public CodeSlots(ulong[] codes)
    {
        int bits = Math.Max(FewestBits, BitOperations.Log2((uint)codes.Length) + 2);
        for (ulong factor = 0x9E3779B97F4A7C15; ; factor += 0x3C6EF372FE94F82A)
        {
            ulong[]? slots = Fill(codes, factor, bits);
            if (slots is not null)
            {
                (_slots, _factor, _shift) = (slots, factor, 64 - bits);
                return;
            }

            // Of long lists few factors part all: a larger table has more.
            bits += factor >> 58 == 0 ? 1 : 0;
        }
    }

    /// <summary>True for a code of the list.</summary>
    // INVARIANT: the shift leaves as many bits as number the slots.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(ulong code) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (nuint)((code * _factor) >> _shift)) == code;

    private static ulong[]? Fill(ulong[] codes, ulong factor, int bits)
    {
        ulong[] slots = new ulong[1 << bits];
        foreach (ulong code in codes)
        {
            ref ulong slot = ref slots[(code * factor) >> (64 - bits)];
            if (slot != 0 && slot != code)
            {
                return null;
            }

            slot = code;
        }

        return slots;
    }
}
