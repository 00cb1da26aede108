using System.Runtime.CompilerServices;
using EditEngine.Numbers;

namespace EditEngine.Values;

/// <summary>Arithmetic and comparison of numbers that may be missing, none or ranges; the same rules as the language's.</summary>
internal static class NumberMath
{
    /// <summary>An operator on two numbers, the result multiplied by a scale (percents).</summary>
    public static Number Apply(NumberOperator op, in Number left, in Number right, Rational scale)
    {
        Presence presence = left.Presence.With(right.Presence);
        if (presence != Presence.Known)
        {
            return Number.Absent(presence);
        }

        if (left.Presence == Presence.Known && right.Presence == Presence.Known)
        {
            Rational exact = Exactly(op, left.Low, right.Low);
            return Number.Of(scale.Numerator == 1 && scale.Denominator == 1 ? exact : exact * scale);
        }

        return OfRanges(op, left, right, scale);
    }

    /// <summary>The negative.</summary>
    public static Number Negate(in Number value) => value.Presence switch
    {
        Presence.Known => Number.Of(-value.Low),
        Presence.Range => Number.Between(value.HasHigh ? -value.High : null, value.HasLow ? -value.Low : null),
        _ => value,
    };

    /// <summary>A rounded number.</summary>
    public static Number Round(in Number value, Rounding mode, Rational unit) => value.Presence switch
    {
        Presence.Known => Number.Of(One(value.Low, mode, unit)),
        Presence.Range => Number.Between(value.HasLow ? One(value.Low, mode, unit) : null, value.HasHigh ? One(value.High, mode, unit) : null),
        _ => value,
    };

    /// <summary>The least or greatest of two.</summary>
    public static Number Extreme(bool isGreatest, in Number left, in Number right)
    {
        if (left.Presence.IsAbsent())
        {
            return left;
        }

        if (right.Presence.IsAbsent())
        {
            return right;
        }

        int? order = left.Presence == Presence.Known && right.Presence == Presence.Known ? Rational.Compare(left.Low, right.Low) : null;
        return order is int known ? (known >= 0) == isGreatest ? left : right : Number.Missing;
    }

    /// <summary>A comparison: unknown with a missing side; none equals only itself; a range decides where the whole range agrees.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // Steps stand inside one another on the stack, and numbers are large.
    public static Truth Compare(Relation relation, in Number left, in Number right)
    {
        if (left.Presence.IsAbsent() || right.Presence.IsAbsent())
        {
            return relation.OfAbsent(left.Presence, right.Presence);
        }

        return left.Presence == Presence.Known && right.Presence == Presence.Known
            ? Rational.Compare(left.Low, right.Low) is int order ? relation.Holds(order) : Truth.Unknown
            : CompareRanges(relation, left, right);
    }

    private static Rational Exactly(NumberOperator op, Rational left, Rational right) => op switch
    {
        NumberOperator.Add => left + right,
        NumberOperator.Subtract => left - right,
        NumberOperator.Multiply => left * right,
        _ => left / right,
    };

    private static Rational One(Rational value, Rounding mode, Rational unit) => mode switch
    {
        Rounding.HalfUp => value.RoundedHalfUp(unit),
        Rounding.Up => value.RoundedUp(unit),
        _ => value.RoundedDown(unit),
    };

    private static Number OfRanges(NumberOperator op, in Number left, in Number right, Rational scale)
    {
        switch (op)
        {
            case NumberOperator.Add:
                return Number.Between(
                    left.HasLow && right.HasLow ? left.Low + right.Low : null,
                    left.HasHigh && right.HasHigh ? left.High + right.High : null);
            case NumberOperator.Subtract:
                return Number.Between(
                    left.HasLow && right.HasHigh ? left.Low - right.High : null,
                    left.HasHigh && right.HasLow ? left.High - right.Low : null);
            case NumberOperator.Multiply when right.Presence == Presence.Known && right.Low.Numerator >= 0:
                return Times(left, right.Low, scale);
            case NumberOperator.Multiply when left.Presence == Presence.Known && left.Low.Numerator >= 0:
                return Times(right, left.Low, scale);
            case NumberOperator.Divide when right.Presence == Presence.Known && right.Low.Numerator > 0:
                return Times(left, Rational.One / right.Low, scale);
            default:
                return Number.Missing;
        }
    }

    private static Number Times(in Number range, Rational factor, Rational scale)
    {
        Rational? zero = factor.Numerator == 0 ? Rational.Zero : null;
        return Number.Between(range.HasLow ? range.Low * factor * scale : zero, range.HasHigh ? range.High * factor * scale : zero);
    }

    private static Truth CompareRanges(Relation relation, in Number left, in Number right)
    {
        bool less = left.HasHigh && right.HasLow && Rational.Compare(left.High, right.Low) < 0;
        bool lessOrEqual = left.HasHigh && right.HasLow && Rational.Compare(left.High, right.Low) <= 0;
        bool greater = left.HasLow && right.HasHigh && Rational.Compare(left.Low, right.High) > 0;
        bool greaterOrEqual = left.HasLow && right.HasHigh && Rational.Compare(left.Low, right.High) >= 0;
        (bool holds, bool fails) = relation switch
        {
            Relation.Less => (less, greaterOrEqual),
            Relation.LessOrEqual => (lessOrEqual, greater),
            Relation.Greater => (greater, lessOrEqual),
            Relation.GreaterOrEqual => (greaterOrEqual, less),
            Relation.Equal => (lessOrEqual && greaterOrEqual, less || greater),
            _ => (less || greater, lessOrEqual && greaterOrEqual),
        };
        return holds ? Truth.True : fails ? Truth.False : Truth.Unknown;
    }
}
