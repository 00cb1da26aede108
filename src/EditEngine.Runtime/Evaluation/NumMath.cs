using EditEngine.Numbers;

namespace EditEngine.Evaluation;

/// <summary>Operators of steps on numbers.</summary>
public enum NumOperator : byte
{
    /// <summary>Sum.</summary>
    Add,

    /// <summary>Difference.</summary>
    Subtract,

    /// <summary>Product.</summary>
    Multiply,

    /// <summary>Quotient.</summary>
    Divide,
}

/// <summary>Comparisons of steps.</summary>
public enum Relation : byte
{
    /// <summary>=</summary>
    Equal,

    /// <summary>&lt;&gt;</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}

/// <summary>How numbers are rounded.</summary>
public enum Rounding : byte
{
    /// <summary>Halves away from zero.</summary>
    HalfUp,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,
}

/// <summary>Arithmetic and comparison of numbers that may be missing, none or ranges; the same rules as the language's.</summary>
public static class NumMath
{
    /// <summary>An operator on two numbers, the result multiplied by a scale (percents).</summary>
    public static Num Apply(NumOperator op, in Num left, in Num right, Rational scale)
    {
        if (left.Presence == Presence.None || right.Presence == Presence.None)
        {
            return Num.None;
        }

        if (left.Presence == Presence.Missing || right.Presence == Presence.Missing)
        {
            return Num.Missing;
        }

        if (left.Presence == Presence.Known && right.Presence == Presence.Known)
        {
            Rational exact = Exactly(op, left.Low, right.Low);
            return Num.Of(scale.Numerator == 1 && scale.Denominator == 1 ? exact : exact * scale);
        }

        return OfRanges(op, left, right, scale);
    }

    /// <summary>The negative.</summary>
    public static Num Negate(in Num value) => value.Presence switch
    {
        Presence.Known => Num.Of(-value.Low),
        Presence.Range => Num.Between(value.HasHigh ? -value.High : null, value.HasLow ? -value.Low : null),
        _ => value,
    };

    /// <summary>A rounded number.</summary>
    public static Num Round(in Num value, Rounding mode, Rational unit) => value.Presence switch
    {
        Presence.Known => Num.Of(One(value.Low, mode, unit)),
        Presence.Range => Num.Between(value.HasLow ? One(value.Low, mode, unit) : null, value.HasHigh ? One(value.High, mode, unit) : null),
        _ => value,
    };

    /// <summary>The least or greatest of two.</summary>
    public static Num Extreme(bool isGreatest, in Num left, in Num right)
    {
        if (left.Presence is Presence.Missing or Presence.None)
        {
            return left;
        }

        if (right.Presence is Presence.Missing or Presence.None)
        {
            return right;
        }

        int? order = left.Presence == Presence.Known && right.Presence == Presence.Known ? Rational.Compare(left.Low, right.Low) : null;
        return order is int known ? (known >= 0) == isGreatest ? left : right : Num.Missing;
    }

    /// <summary>A comparison: unknown with a missing side; none equals only itself; a range decides where the whole range agrees.</summary>
    public static Truth Compare(Relation relation, in Num left, in Num right)
    {
        if (left.Presence == Presence.Missing || right.Presence == Presence.Missing)
        {
            return Truth.Unknown;
        }

        if (left.Presence == Presence.None || right.Presence == Presence.None)
        {
            return OfNone(relation, left.Presence == right.Presence);
        }

        return left.Presence == Presence.Known && right.Presence == Presence.Known
            ? Rational.Compare(left.Low, right.Low) is int order ? Holds(relation, order) : Truth.Unknown
            : CompareRanges(relation, left, right);
    }

    /// <summary>A comparison with none.</summary>
    public static Truth OfNone(Relation relation, bool both) => relation switch
    {
        Relation.Equal => both ? Truth.True : Truth.False,
        Relation.NotEqual => both ? Truth.False : Truth.True,
        _ => Truth.False,
    };

    /// <summary>A comparison decided by an order.</summary>
    public static Truth Holds(Relation relation, int order)
    {
        bool holds = relation switch
        {
            Relation.Equal => order == 0,
            Relation.NotEqual => order != 0,
            Relation.Less => order < 0,
            Relation.LessOrEqual => order <= 0,
            Relation.Greater => order > 0,
            _ => order >= 0,
        };
        return holds ? Truth.True : Truth.False;
    }

    private static Rational Exactly(NumOperator op, Rational left, Rational right) => op switch
    {
        NumOperator.Add => left + right,
        NumOperator.Subtract => left - right,
        NumOperator.Multiply => left * right,
        _ => left / right,
    };

    private static Rational One(Rational value, Rounding mode, Rational unit) => mode switch
    {
        Rounding.HalfUp => value.RoundedHalfUp(unit),
        Rounding.Up => value.RoundedUp(unit),
        _ => value.RoundedDown(unit),
    };

    private static Num OfRanges(NumOperator op, in Num left, in Num right, Rational scale)
    {
        switch (op)
        {
            case NumOperator.Add:
                return Num.Between(
                    left.HasLow && right.HasLow ? left.Low + right.Low : null,
                    left.HasHigh && right.HasHigh ? left.High + right.High : null);
            case NumOperator.Subtract:
                return Num.Between(
                    left.HasLow && right.HasHigh ? left.Low - right.High : null,
                    left.HasHigh && right.HasLow ? left.High - right.Low : null);
            case NumOperator.Multiply when right.Presence == Presence.Known && right.Low.Numerator >= 0:
                return Times(left, right.Low, scale);
            case NumOperator.Multiply when left.Presence == Presence.Known && left.Low.Numerator >= 0:
                return Times(right, left.Low, scale);
            case NumOperator.Divide when right.Presence == Presence.Known && right.Low.Numerator > 0:
                return Times(left, Rational.One / right.Low, scale);
            default:
                return Num.Missing;
        }
    }

    private static Num Times(in Num range, Rational factor, Rational scale)
    {
        Rational? zero = factor.Numerator == 0 ? Rational.Zero : null;
        return Num.Between(range.HasLow ? range.Low * factor * scale : zero, range.HasHigh ? range.High * factor * scale : zero);
    }

    private static Truth CompareRanges(Relation relation, in Num left, in Num right)
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
