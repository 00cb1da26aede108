using EditEngine.Numbers;

namespace EditEngine.Compiler.Restrictions;

/// <summary>Numbers from one to another, each end in or out; a null end is open.</summary>
/// <param name="Low">The least; null: open.</param>
/// <param name="HoldsLow">It is one of them.</param>
/// <param name="High">The greatest; null: open.</param>
/// <param name="HoldsHigh">It is one of them.</param>
internal readonly record struct NumberRange(Rational? Low, bool HoldsLow, Rational? High, bool HoldsHigh)
{
    /// <summary>Zero and more.</summary>
    public static readonly NumberRange NotNegative = new(Rational.From(0), true, null, true);

    /// <summary>No number is in it.</summary>
    public bool IsEmpty => Low is Rational low && High is Rational high && Rational.Compare(low, high) is int order && (order > 0 || (order == 0 && !(HoldsLow && HoldsHigh)));

    /// <summary>The numbers of both.</summary>
    public NumberRange And(NumberRange other)
    {
        (Rational? low, bool holdsLow) = Stricter((Low, HoldsLow), (other.Low, other.HoldsLow), 1);
        (Rational? high, bool holdsHigh) = Stricter((High, HoldsHigh), (other.High, other.HoldsHigh), -1);
        return new NumberRange(low, holdsLow, high, holdsHigh);
    }

    /// <summary>The numbers from the least of either to the greatest.</summary>
    public NumberRange Or(NumberRange other)
    {
        (Rational? low, bool holdsLow) = Weaker((Low, HoldsLow), (other.Low, other.HoldsLow), 1);
        (Rational? high, bool holdsHigh) = Weaker((High, HoldsHigh), (other.High, other.HoldsHigh), -1);
        return new NumberRange(low, holdsLow, high, holdsHigh);
    }

    private static (Rational? End, bool Holds) Weaker((Rational? End, bool Holds) left, (Rational? End, bool Holds) right, int sign)
    {
        if (left.End is not Rational a || right.End is not Rational b)
        {
            return (null, true);
        }

        int order = (Rational.Compare(a, b) ?? 0) * sign; // As below.
        return order < 0 ? left : order > 0 ? right : (left.End, left.Holds || right.Holds);
    }

    private static (Rational? End, bool Holds) Stricter((Rational? End, bool Holds) left, (Rational? End, bool Holds) right, int sign)
    {
        if (left.End is not Rational a || right.End is not Rational b)
        {
            return left.End is null ? right : left;
        }

        int order = (Rational.Compare(a, b) ?? 0) * sign; // constants of rules are far from an overflow
        return order > 0 ? left : order < 0 ? right : (left.End, left.Holds && right.Holds);
    }
}
