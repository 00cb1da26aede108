using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Arithmetic on values, absent ones and ranges too.</summary>
internal static class Arithmetic
{
    private static readonly Rational Hundred = Rational.From(100);

    public static Datum Apply(BoundArithmetic arithmetic, Datum left, Datum right)
    {
        if (left is MissingDatum a)
        {
            return right is MissingDatum b ? new MissingDatum(a.Fields.Union(b.Fields)) : right is NoneDatum ? right : left;
        }

        if (right is MissingDatum or NoneDatum)
        {
            return left is NoneDatum ? left : right;
        }

        return (left, right) switch
        {
            (NoneDatum, _) => left,
            (DateDatum date, PeriodDatum period) => Shift(date.Day, period, arithmetic.Operator == BinaryOperator.Subtract ? -1 : 1),
            (PeriodDatum p, PeriodDatum q) => arithmetic.Operator == BinaryOperator.Subtract
                ? new PeriodDatum(p.Days - q.Days, p.Months - q.Months) : new PeriodDatum(p.Days + q.Days, p.Months + q.Months),
            (NumberDatum m, NumberDatum n) => Number(Scaled(arithmetic, Numbers(arithmetic.Operator, m.Value, n.Value))),
            _ => Ranges(arithmetic, left, right),
        };
    }

    public static Datum Negate(Datum operand) => operand switch
    {
        NumberDatum number => new NumberDatum(-number.Value),
        RangeDatum range => new RangeDatum(range.High is Rational high ? -high : null, range.Low is Rational low ? -low : null, range.Fields),
        _ => operand,
    };

    public static Datum Round(BoundRounded rounded, Datum value)
    {
        return value switch
        {
            NumberDatum number => Number(One(number.Value)),
            RangeDatum range => new RangeDatum(range.Low is Rational low ? One(low) : null, range.High is Rational high ? One(high) : null, range.Fields),
            _ => value,
        };

        Rational One(Rational number) => rounded.Mode switch
        {
            Rounding.HalfUp => number.RoundedHalfUp(rounded.Unit),
            Rounding.Up => number.RoundedUp(rounded.Unit),
            _ => number.RoundedDown(rounded.Unit),
        };
    }

    public static Datum Extreme(bool isGreatest, Datum left, Datum right)
    {
        if (left is MissingDatum or NoneDatum)
        {
            return left;
        }

        if (right is MissingDatum or NoneDatum)
        {
            return right;
        }

        int? order = (left, right) switch
        {
            (NumberDatum a, NumberDatum b) => Rational.Compare(a.Value, b.Value),
            (DateDatum a, DateDatum b) => a.Day.CompareTo(b.Day),
            (InstantDatum a, InstantDatum b) => a.UtcTicks.CompareTo(b.UtcTicks),
            _ => null,
        };
        return order is int known ? (known >= 0) == isGreatest ? left : right : new MissingDatum(FieldsOf(left).Union(FieldsOf(right)));
    }

    public static Datum OfDates(Datum from, Datum to, Func<int, int, Rational> function) => (from, to) switch
    {
        (DateDatum a, DateDatum b) => new NumberDatum(function(a.Day, b.Day)),
        (NoneDatum, _) => from,
        (_, NoneDatum) => to,
        (MissingDatum a, MissingDatum b) => new MissingDatum(a.Fields.Union(b.Fields)),
        (MissingDatum, _) => from,
        _ => to,
    };

    /// <summary>An end of a calendar period.</summary>
    public static Datum OfPeriod(BoundPeriodEdge edge, Datum date, Datum start) => (date, start) switch
    {
        (DateDatum day, DateDatum from) =>
            (edge.IsLast ? CalendarMath.LastDayOf(edge.Period, day.Day, from.Day) : CalendarMath.FirstDayOf(edge.Period, day.Day, from.Day)) is int end
                ? new DateDatum(end) : new MissingDatum(TruthValue.NoFields),
        (NoneDatum, _) => date,
        (_, NoneDatum) => start,
        (MissingDatum a, MissingDatum b) => new MissingDatum(a.Fields.Union(b.Fields)),
        (MissingDatum, _) => date,
        _ => start,
    };

    /// <summary>A number; an overflow is a fact that cannot be had.</summary>
    public static Datum Number(Rational value) => value.IsOverflow ? new MissingDatum(TruthValue.NoFields) : new NumberDatum(value);

    public static ImmutableSortedSet<string> FieldsOf(Datum datum) => datum switch
    {
        MissingDatum missing => missing.Fields,
        RangeDatum range => range.Fields,
        _ => TruthValue.NoFields,
    };

    private static Datum Shift(int day, PeriodDatum period, int sign)
    {
        int? moved = CalendarMath.AddMonths(day, sign * period.Months);
        moved = moved is int month ? CalendarMath.AddDays(month, sign * period.Days) : null;
        return moved is int result ? new DateDatum(result) : new MissingDatum(TruthValue.NoFields);
    }

    private static Rational Numbers(BinaryOperator op, Rational left, Rational right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        _ => left / right,
    };

    // A percent is kept as its number of hundredths: a product with one is a hundredth of the product, a quotient by one a hundredfold.
    private static Rational Scaled(BoundArithmetic arithmetic, Rational value)
    {
        bool leftPercent = arithmetic.Left.Type.Kind == TypeKind.Percent;
        bool rightPercent = arithmetic.Right.Type.Kind == TypeKind.Percent;
        return arithmetic.Operator switch
        {
            BinaryOperator.Multiply when leftPercent || rightPercent => arithmetic.Type.Kind == TypeKind.Percent && leftPercent != rightPercent ? value : value / Hundred,
            BinaryOperator.Divide when rightPercent && !leftPercent => value * Hundred,
            _ => value,
        };
    }

    private static Datum Ranges(BoundArithmetic arithmetic, Datum left, Datum right)
    {
        ImmutableSortedSet<string> fields = FieldsOf(left).Union(FieldsOf(right));
        if (!TryBounds(left, out Rational? low, out Rational? high) || !TryBounds(right, out Rational? lowRight, out Rational? highRight))
        {
            return new MissingDatum(fields);
        }

        switch (arithmetic.Operator)
        {
            case BinaryOperator.Add:
                return new RangeDatum(Sum(low, lowRight), Sum(high, highRight), fields);
            case BinaryOperator.Subtract:
                return new RangeDatum(Sum(low, highRight is Rational h ? -h : null), Sum(high, lowRight is Rational l ? -l : null), fields);
            case BinaryOperator.Multiply when right is NumberDatum factor && factor.Value.Numerator >= 0:
                return new RangeDatum(Times(low, factor.Value), Times(high, factor.Value), fields);
            case BinaryOperator.Multiply when left is NumberDatum factor && factor.Value.Numerator >= 0:
                return new RangeDatum(Times(lowRight, factor.Value), Times(highRight, factor.Value), fields);
            case BinaryOperator.Divide when right is NumberDatum divisor && divisor.Value.Numerator > 0:
                return new RangeDatum(Times(low, Rational.One / divisor.Value), Times(high, Rational.One / divisor.Value), fields);
            default:
                return new MissingDatum(fields);
        }

        Rational? Times(Rational? bound, Rational factor) => bound is Rational known ? Scaled(arithmetic, known * factor) : factor.Numerator == 0 ? Rational.Zero : null;
    }

    private static Rational? Sum(Rational? left, Rational? right) => left is Rational a && right is Rational b ? a + b : null;

    private static bool TryBounds(Datum datum, out Rational? low, out Rational? high)
    {
        (low, high) = datum switch
        {
            NumberDatum number => ((Rational?)number.Value, (Rational?)number.Value),
            RangeDatum range => (range.Low, range.High),
            _ => (null, null),
        };
        return datum is NumberDatum or RangeDatum;
    }
}
