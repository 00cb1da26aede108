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

    public static EvaluatedValue Apply(BoundArithmetic arithmetic, EvaluatedValue left, EvaluatedValue right)
    {
        if (left is EvaluatedNone || right is EvaluatedNone)
        {
            return EvaluatedNone.Instance;
        }

        if (left is EvaluatedMissing || right is EvaluatedMissing)
        {
            // Of a range too: with the other it would still be one.
            return new EvaluatedMissing(FieldsOf(left).Union(FieldsOf(right)));
        }

        return (left, right) switch
        {
            (EvaluatedDate date, EvaluatedPeriod period) => Known(OperatorRows.OfDate(arithmetic).Apply(Of(date), Of(period))),
            (EvaluatedPeriod p, EvaluatedPeriod q) => Known(OperatorRows.OfPeriods(arithmetic).Apply(Of(p), Of(q))),
            (EvaluatedNumber m, EvaluatedNumber n) => Known(OperatorRows.OfNumbers(arithmetic).Apply(Of(m), Of(n))),
            _ => Ranges(arithmetic, left, right),
        };
    }

    public static EvaluatedValue Negate(EvaluatedValue operand) => operand switch
    {
        EvaluatedNumber number => Known(NumberOperators.Negate.Apply(Of(number))),
        EvaluatedRange range => new EvaluatedRange(range.High is Rational high ? -high : null, range.Low is Rational low ? -low : null, range.Fields),
        _ => operand,
    };

    public static EvaluatedValue Round(BoundRounded rounded, EvaluatedValue value)
    {
        return value switch
        {
            EvaluatedNumber number => Number(One(number.Value)),
            EvaluatedRange range => new EvaluatedRange(range.Low is Rational low ? One(low) : null, range.High is Rational high ? One(high) : null, range.Fields),
            _ => value,
        };

        Rational One(Rational number) => OperatorRows.Of(rounded.Mode).Apply(Values.Number.Of(number), Values.Number.Of(rounded.Unit)).Low;
    }

    public static EvaluatedValue Extreme(bool isGreatest, EvaluatedValue left, EvaluatedValue right)
    {
        if (left is EvaluatedMissing or EvaluatedNone)
        {
            return left;
        }

        if (right is EvaluatedNone)
        {
            return right;
        }

        return (left, right) switch
        {
            (EvaluatedNumber a, EvaluatedNumber b) => Known((isGreatest ? NumberOperators.Greatest : NumberOperators.Least).Apply(Of(a), Of(b))),
            (EvaluatedDate a, EvaluatedDate b) => Known((isGreatest ? DateOperators.Greatest : DateOperators.Least).Apply(Of(a), Of(b))),
            _ => new EvaluatedMissing(FieldsOf(left).Union(FieldsOf(right))),
        };
    }

    public static EvaluatedValue OfDates(BinaryOperator<Day, Day, Number> row, EvaluatedValue from, EvaluatedValue to) => (from, to) switch
    {
        (EvaluatedDate a, EvaluatedDate b) => Known(row.Apply(Of(a), Of(b))),
        (EvaluatedNone, _) => from,
        (_, EvaluatedNone) => to,
        (EvaluatedMissing a, EvaluatedMissing b) => new EvaluatedMissing(a.Fields.Union(b.Fields)),
        (EvaluatedMissing, _) => from,
        _ => to,
    };

    /// <summary>Minutes from one point in time to another.</summary>
    public static EvaluatedValue Minutes(EvaluatedValue from, EvaluatedValue to) => (from, to) switch
    {
        (EvaluatedInstant a, EvaluatedInstant b) => Known(InstantOperators.MinutesBetween.Apply(Instant.OfTicks(a.UtcTicks), Instant.OfTicks(b.UtcTicks))),
        (EvaluatedNone, _) => from,
        (_, EvaluatedNone) => to,
        (EvaluatedMissing a, EvaluatedMissing b) => new EvaluatedMissing(a.Fields.Union(b.Fields)),
        (EvaluatedMissing, _) => from,
        _ => to,
    };

    /// <summary>An end of a calendar period.</summary>
    public static EvaluatedValue OfPeriod(BoundPeriodEdge edge, EvaluatedValue date, EvaluatedValue start) => (date, start) switch
    {
        (EvaluatedDate day, EvaluatedDate from) => Known(OperatorRows.Of(edge) is BinaryOperator<Day, Day, Day> row ? row.Apply(Of(day), Of(from)) : ((UnaryOperator<Day, Day>)OperatorRows.Of(edge)).Apply(Of(day))),
        (EvaluatedNone, _) => date,
        (_, EvaluatedNone) => start,
        (EvaluatedMissing a, EvaluatedMissing b) => new EvaluatedMissing(a.Fields.Union(b.Fields)),
        (EvaluatedMissing, _) => date,
        _ => start,
    };

    /// <summary>A number; an overflow is a fact that cannot be had.</summary>
    public static EvaluatedValue Number(Rational value) => value.IsOverflow ? new EvaluatedMissing(TruthValue.NoFields) : new EvaluatedNumber(value);

    public static ImmutableSortedSet<string> FieldsOf(EvaluatedValue evaluated) => evaluated switch
    {
        EvaluatedMissing missing => missing.Fields,
        EvaluatedRange range => range.Fields,
        _ => TruthValue.NoFields,
    };

    private static Number Of(EvaluatedNumber number) => Values.Number.Of(number.Value);

    private static Day Of(EvaluatedDate date) => Day.FromNumber(date.Day);

    private static Period Of(EvaluatedPeriod period) => new(Presence.Known, period.Days, period.Months);

    private static EvaluatedValue Known(Number number) => number.Presence == Presence.Known ? new EvaluatedNumber(number.Low) : new EvaluatedMissing(TruthValue.NoFields);

    private static EvaluatedValue Known(Day day) => day.IsKnown ? new EvaluatedDate(day.DayNumber) : new EvaluatedMissing(TruthValue.NoFields);

    private static EvaluatedPeriod Known(Period period) => new(period.Days, period.Months);

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

    private static EvaluatedValue Ranges(BoundArithmetic arithmetic, EvaluatedValue left, EvaluatedValue right)
    {
        ImmutableSortedSet<string> fields = FieldsOf(left).Union(FieldsOf(right));
        if (!TryBounds(left, out Rational? low, out Rational? high) || !TryBounds(right, out Rational? lowRight, out Rational? highRight))
        {
            return new EvaluatedMissing(fields);
        }

        switch (arithmetic.Operator)
        {
            case BinaryOperator.Add:
                return new EvaluatedRange(Sum(low, lowRight), Sum(high, highRight), fields);
            case BinaryOperator.Subtract:
                return new EvaluatedRange(Sum(low, highRight is Rational h ? -h : null), Sum(high, lowRight is Rational l ? -l : null), fields);
            case BinaryOperator.Multiply when right is EvaluatedNumber factor && factor.Value.Numerator >= 0:
                return new EvaluatedRange(Times(low, factor.Value), Times(high, factor.Value), fields);
            case BinaryOperator.Multiply when left is EvaluatedNumber factor && factor.Value.Numerator >= 0:
                return new EvaluatedRange(Times(lowRight, factor.Value), Times(highRight, factor.Value), fields);
            case BinaryOperator.Divide when right is EvaluatedNumber divisor && divisor.Value.Numerator > 0:
                return new EvaluatedRange(Times(low, Rational.One / divisor.Value), Times(high, Rational.One / divisor.Value), fields);
            default:
                return new EvaluatedMissing(fields);
        }

        Rational? Times(Rational? bound, Rational factor) => bound is Rational known ? Scaled(arithmetic, known * factor) : factor.Numerator == 0 ? Rational.Zero : null;
    }

    private static Rational? Sum(Rational? left, Rational? right) => left is Rational a && right is Rational b ? a + b : null;

    private static bool TryBounds(EvaluatedValue evaluated, out Rational? low, out Rational? high)
    {
        (low, high) = evaluated switch
        {
            EvaluatedNumber number => ((Rational?)number.Value, (Rational?)number.Value),
            EvaluatedRange range => (range.Low, range.High),
            _ => (null, null),
        };
        return evaluated is EvaluatedNumber or EvaluatedRange;
    }
}
