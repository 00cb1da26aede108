using System.Runtime.CompilerServices;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>The least or greatest so far: the least is no less than any part that may belong, and no more than each that does; of the greatest it is the other way.</summary>
/// <remarks>Its methods are never inlined, as those of <see cref="PartialSum"/>.</remarks>
/// <param name="isGreatest">The greatest.</param>
/// <param name="isNeverNegative">A missing part is at least nothing.</param>
internal struct PartialExtreme(bool isGreatest, bool isNeverNegative)
{
    private Rational? _outer;
    private Rational? _inner;
    private bool _isOpen;
    private bool _isCertain;

    /// <summary>Adds a part.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Add(in Number part, Truth belongs)
    {
        if (part.Presence == Presence.None)
        {
            return;
        }

        Rational? least = part.Presence != Presence.Missing && part.HasLow ? part.Low : part.Presence == Presence.Missing && isNeverNegative ? Rational.Zero : null;
        Rational? most = part.Presence != Presence.Missing && part.HasHigh ? part.High : null;
        (Rational? outerPart, Rational? innerPart) = isGreatest ? (most, least) : (least, most);
        _isOpen |= outerPart is null;
        _outer = Further(_outer, outerPart);

        // A missing value may yet be none.
        if (belongs == Truth.True && part.Presence != Presence.Missing)
        {
            _isCertain = true;
            _inner = Further(_inner, innerPart);
        }
    }

    /// <summary>The least or greatest of all; a range where it is not certain, none of no parts.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly Number Total(bool mayBeMore)
    {
        bool isOpen = _isOpen || (mayBeMore && (isGreatest || !isNeverNegative));
        Rational? outer = mayBeMore && !isGreatest ? Further(_outer, Rational.Zero) : _outer;
        if (!_isCertain)
        {
            return outer is null && !isOpen ? Number.None : Number.Missing;
        }

        outer = isOpen ? null : outer;
        (Rational? low, Rational? high) = isGreatest ? (_inner, outer) : (outer, _inner);
        return (low is { IsOverflow: true }) || (high is { IsOverflow: true }) ? Number.Missing
            : low is Rational known && high is Rational same && Rational.Compare(known, same) == 0 ? Number.Of(known)
            : Number.Between(low, high);
    }

    // Numbers that cannot be compared exactly are neither.
    private readonly Rational? Further(Rational? one, Rational? other) =>
        one is not Rational a ? other : other is not Rational b ? one : Rational.Compare(a, b) is not int order ? Rational.Overflow : order > 0 == isGreatest ? a : b;
}
