using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EditEngine.Formats.X12.Fast;

/// <summary>What a segment does, and its form; both null where that is not known.</summary>
internal readonly record struct FollowingStep(LoopStep? Step, FormStep? Form);

/// <summary>Which segment came last time behind one of each form, and what was done with it: mostly the same comes again, and need not be looked for.</summary>
/// <remarks>The first bytes of a segment, to the delimiter behind its id or behind what tells its forms apart, say all that is looked for at a place.</remarks>
internal sealed class FollowingSteps
{
    private const int MostBytes = 8;

    private readonly Entry[] _entries;
    private int _last;

    /// <param name="automaton">Whose steps they are.</param>
    public FollowingSteps(LoopAutomaton automaton) => _entries = new Entry[automaton.FormCount + 1];

    /// <summary>Begins behind a segment that is not known.</summary>
    public void Begin() => _last = 0;

    /// <summary>The step of a segment, and goes behind it; none where another came last time.</summary>
    /// <param name="place">The place.</param>
    /// <param name="first">The segment's first eight bytes; what is behind it does not matter.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FollowingStep Find(LoopPlace place, ulong first)
    {
        // INVARIANT: forms are numbered up to the last entry.
        ref Entry entry = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_entries), _last);
        if ((first & entry.Mask) != entry.First || entry.Place != place)
        {
            return default;
        }

        _last = entry.Number;
        return entry.Step;
    }

    /// <summary>Goes behind a segment.</summary>
    public void Pass(FormStep form) => _last = form.Number;

    /// <summary>Keeps the step of a segment.</summary>
    /// <param name="place">The place.</param>
    /// <param name="first">The segment's first eight bytes.</param>
    /// <param name="length">How many of them tell the step, with the delimiter behind; if there are more than eight, it is not kept.</param>
    /// <param name="step">The step.</param>
    public void Keep(LoopPlace place, ulong first, int length, FollowingStep step)
    {
        if (length <= MostBytes)
        {
            ulong mask = ulong.MaxValue << (8 * (MostBytes - length));
            _entries[_last] = new Entry { Place = place, Mask = mask, First = first & mask, Step = step, Number = step.Form!.Number }; // what is kept was found
        }
    }

    private struct Entry
    {
        public LoopPlace? Place;
        public ulong Mask;
        public ulong First;
        public FollowingStep Step;
        public int Number;
    }
}
