using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EditEngine.Formats.X12.Fast;

/// <summary>Segments whose elements were right: what has its delimiters in the same places, and differs from one of them only where any digit or any text is right, is right too.</summary>
/// <remarks>A few of each form, told apart by their length. Those of a form that rarely come again are kept ever more rarely.</remarks>
internal sealed class RightSegments
{
    private const int Bits = 9;
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private const byte MostPatience = 63;

    private readonly RightSegment[] _kept = new RightSegment[1 << Bits];
    private readonly byte _component;

    /// <param name="component">The separator of components.</param>
    public RightSegments(byte component) => _component = component;

    /// <summary>Where the composites of a segment are cut; null where something may be wrong with its elements.</summary>
    /// <param name="form">Its form, one that can be remembered.</param>
    /// <param name="segment">The segment, into whose parts it may be cut.</param>
    /// <param name="end">Where its terminator stands.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PartEnds? Find(FormStep form, in FastSegment segment, int end)
    {
        int length = end - segment.Begin;
        ulong key = RightSegment.KeyOf(form, segment, length);
        ref RightSegment kept = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_kept), (nuint)((key * Spread) >> (64 - Bits))); // INVARIANT: there are as many as the bits number
        if (kept.Key == key && kept.Matches(segment, _component))
        {
            kept.Patience = 0;
            if (kept.Again == 0 || form.Shape.AcceptsAgain(segment, kept.Again, _component))
            {
                return kept.Parts;
            }
        }

        return Look(form, segment, length, ref kept);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PartEnds? Look(FormStep form, in FastSegment segment, int length, ref RightSegment kept)
    {
        if (!form.Shape.Accepts(segment, _component))
        {
            return null;
        }

        if (kept.Wait > 0)
        {
            kept.Wait--;
        }
        else if ((uint)(length - 1) < (uint)Vector512<byte>.Count)
        {
            kept.Patience = (byte)Math.Min((kept.Patience * 2) + 1, MostPatience);
            kept.Wait = (byte)(kept.Patience - 1);
            kept.Keep(form, segment, length);
        }

        return segment.Parts;
    }
}
