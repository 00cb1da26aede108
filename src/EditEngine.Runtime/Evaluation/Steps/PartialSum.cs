using System.Runtime.CompilerServices;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>What was summed so far.</summary>
/// <remarks>
/// Its methods are never inlined: a step stands on the stack once for each that it stands inside, numbers are large, and a host's stack may be small.
/// </remarks>
internal struct PartialSum
{
    private Rational _low = Rational.Zero;
    private Rational _high = Rational.Zero;
    private bool _isLowOpen;
    private bool _isHighOpen;

    /// <summary>Nothing yet.</summary>
    public PartialSum()
    {
    }

    /// <summary>Adds a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="belongs">Whether it belongs to what is summed.</param>
    /// <param name="isNeverNegative">A missing part is at least nothing.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Add(in Number part, Truth belongs, bool isNeverNegative)
    {
        _isLowOpen |= part.Presence != Presence.None && !(part.Presence == Presence.Missing ? isNeverNegative : part.HasLow);
        _isHighOpen |= part.Presence != Presence.None && (part.Presence == Presence.Missing || !part.HasHigh);
        Rational least = part.Presence is Presence.Known or Presence.Range && part.HasLow ? part.Low : Rational.Zero;
        Rational most = part.Presence is Presence.Known or Presence.Range && part.HasHigh ? part.High : Rational.Zero;
        if (belongs == Truth.Unknown)
        {
            // It may add nothing at all.
            least = least.Numerator > 0 ? Rational.Zero : least;
            most = most.Numerator < 0 ? Rational.Zero : most;
        }

        _low += least;
        _high += most;
    }

    /// <summary>The sum; a range where a part was missing, or more may belong.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly Number Total(bool mayBeMore)
    {
        bool hasLow = !_isLowOpen;
        bool hasHigh = !_isHighOpen && !mayBeMore;
        if ((hasLow && _low.IsOverflow) || (hasHigh && _high.IsOverflow))
        {
            return Number.Missing;
        }

        return hasLow && hasHigh && _low == _high ? Number.Of(_low) : Number.Between(hasLow ? _low : null, hasHigh ? _high : null);
    }
}
