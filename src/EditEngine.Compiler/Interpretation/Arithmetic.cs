using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;
using EditEngine.Operators;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Arithmetic on values. What absence and ranges make of it is said here; of known values the rows of the operators are asked.</summary>
internal static class Arithmetic
{
    private static readonly Rational Hundred = Rational.From(100);

    public static Datum Apply(BoundArithmetic arithmetic, Datum left, Datum right)
    {
        if (left is NoneDatum || right is NoneDatum)
        {
            return NoneDatum.Instance;
        }

        if (left is MissingDatum || right is MissingDatum)
        {
            // Of a range too: with the other it would still be one.
            return new MissingDatum(FieldsOf(left).Union(FieldsOf(right)));
        }

        return (left, right) switch
        {
            (DateDatum date, PeriodDatum period) => Known(OperatorRows.OfDate(arithmetic).Apply(Of(date), Of(period))),
            (PeriodDatum p, PeriodDatum q) => Known(OperatorRows.OfPeriods(arithmetic).Apply(Of(p), Of(q))),
            (NumberDatum m, NumberDatum n) => Known(OperatorRows.OfNumbers(arithmetic).Apply(Of(m), Of(n))),
            _ => Ranges(arithmetic, left, right),
        };
    }

    public static Datum Negate(Datum operand) => operand switch
    {
        NumberDatum number => Known(NumberOperators.Negate.Apply(Of(number))),
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

        Rational One(Rational number) => OperatorRows.Of(rounded.Mode).Apply(Values.Number.Of(number), Values.Number.Of(rounded.Unit)).Low;
    }

    public static Datum Extreme(bool isGreatest, Datum left, Datum right)
    {
        if (left is MissingDatum or NoneDatum)
        {
            return left;
        }

        if (right is NoneDatum)
        {
            return right;
        }

        return (left, right) switch
        {
            (NumberDatum a, NumberDatum b) => Known((isGreatest ? NumberOperators.Greatest : NumberOperators.Least).Apply(Of(a), Of(b))),
            (DateDatum a, DateDatum b) => Known((isGreatest ? DateOperators.Greatest : DateOperators.Least).Apply(Of(a), Of(b))),
            _ => new MissingDatum(FieldsOf(left).Union(FieldsOf(right))),
        };
    }

    public static Datum OfDates(BinaryOperator<Day, Day, Number> row, Datum from, Datum to) => (from, to) switch
    {
        (DateDatum a, DateDatum b) => Known(row.Apply(Of(a), Of(b))),
        (NoneDatum, _) => from,
        (_, NoneDatum) => to,
        (MissingDatum a, MissingDatum b) => new MissingDatum(a.Fields.Union(b.Fields)),
        (MissingDatum, _) => from,
        _ => to,
    };

    /// <summary>An end of a calendar period.</summary>
    public static Datum OfPeriod(BoundPeriodEdge edge, Datum date, Datum start) => (date, start) switch
    {
        (DateDatum day, DateDatum from) => Known(OperatorRows.Of(edge) is BinaryOperator<Day, Day, Day> row ? row.Apply(Of(day), Of(from)) : ((UnaryOperator<Day, Day>)OperatorRows.Of(edge)).Apply(Of(day))),
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

    private static Number Of(NumberDatum number) => Values.Number.Of(number.Value);

    private static Day Of(DateDatum date) => Day.FromNumber(date.Day);

    private static Period Of(PeriodDatum period) => new(Presence.Known, period.Days, period.Months);

    private static Datum Known(Number number) => number.Presence == Presence.Known ? new NumberDatum(number.Low) : new MissingDatum(TruthValue.NoFields);

    private static Datum Known(Day day) => day.IsKnown ? new DateDatum(day.DayNumber) : new MissingDatum(TruthValue.NoFields);

    private static PeriodDatum Known(Period period) => new(period.Days, period.Months);

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
