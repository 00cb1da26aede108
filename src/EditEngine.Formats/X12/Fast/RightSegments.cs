using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EditEngine.Formats.X12.Fast;

/// <summary>The last segment of each form whose elements were right: payers, providers and days of service come again and again, and what has the same bytes is right too.</summary>
internal sealed class RightSegments
{
    private readonly Entry[] _last;

    /// <param name="automaton">Whose forms they are.</param>
    public RightSegments(LoopAutomaton automaton) => _last = new Entry[automaton.FormCount + 1];

    /// <summary>True where nothing is wrong with a segment's elements.</summary>
    /// <param name="form">Its form, one that can be remembered.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="start">Where it begins. <see cref="DelimiterIndex.Spare"/> bytes can be read from there.</param>
    /// <param name="end">Where its terminator stands.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(FormStep form, in FastSegment segment, int start, int end)
    {
        int length = end - start;
        ref Entry last = ref _last[form.Number];
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref segment.At(start));
        if (last.Length == length && ((~Vector512.Equals(bytes, last.Bytes).ExtractMostSignificantBits()) << (Vector512<byte>.Count - length)) == 0)
        {
            return true;
        }

        if (!form.Shape.Accepts(segment, component: 0))
        {
            return false;
        }

        if ((uint)(length - 1) < (uint)Vector512<byte>.Count)
        {
            (last.Bytes, last.Length) = (bytes, length);
        }

        return true;
    }

    private struct Entry
    {
        public Vector512<byte> Bytes;
        public int Length;
    }
}
