using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Compares two values: with a missing one it is unknown; none equals only itself, and has no order.</summary>
internal static class Comparison
{
    public static TruthValue Of(BinaryOperator op, EvaluatedValue left, EvaluatedValue right)
    {
        if (left is EvaluatedMissing || right is EvaluatedMissing)
        {
            return TruthValue.Unknown(Arithmetic.FieldsOf(left).Union(Arithmetic.FieldsOf(right)));
        }

        if (left is EvaluatedNone || right is EvaluatedNone)
        {
            bool both = left is EvaluatedNone && right is EvaluatedNone;
            return TruthValue.Of(op switch { BinaryOperator.Equal => both, BinaryOperator.NotEqual => !both, _ => false });
        }

        if (left is EvaluatedRange || right is EvaluatedRange)
        {
            return OfRanges(op, left, right);
        }

        int? order = op is BinaryOperator.Equal or BinaryOperator.NotEqual ? AreEqual(left, right) is bool equal ? equal ? 0 : 1 : null : OrderOf(left, right);
        return order is int known ? new TruthValue(OperatorRows.Of(op).Relation.Holds(known), TruthValue.NoFields) : TruthValue.Unknown(TruthValue.NoFields);
    }

    public static bool SameCode(Code left, Code right) =>
        left == right
        || ((left.System == CodeSystem.None || right.System == CodeSystem.None)
            && string.Equals(left.ToPlainText(), right.ToPlainText(), StringComparison.OrdinalIgnoreCase));

    public static int? OrderOf(EvaluatedValue left, EvaluatedValue right) => (left, right) switch
    {
        (EvaluatedNumber a, EvaluatedNumber b) => Rational.Compare(a.Value, b.Value),
        (EvaluatedDate a, EvaluatedDate b) => a.Day.CompareTo(b.Day),
        (EvaluatedInstant a, EvaluatedInstant b) => a.UtcTicks.CompareTo(b.UtcTicks),
        (EvaluatedCode a, EvaluatedCode b) => a.Value.CompareTo(b.Value),
        (EvaluatedText a, EvaluatedText b) => string.CompareOrdinal(a.Value, b.Value),
        (EvaluatedYesNo a, EvaluatedYesNo b) => a.Value.CompareTo(b.Value),
        (EvaluatedThing a, EvaluatedThing b) => a.Thing.Kind != b.Thing.Kind ? a.Thing.Kind.CompareTo(b.Thing.Kind) : a.Thing.Position.CompareTo(b.Thing.Position),
        _ => null,
    };

    private static bool? AreEqual(EvaluatedValue left, EvaluatedValue right) => (left, right) switch
    {
        (EvaluatedCode a, EvaluatedCode b) => SameCode(a.Value, b.Value),
        (EvaluatedCode a, EvaluatedText b) => string.Equals(a.Value.ToPlainText(), b.Value, StringComparison.OrdinalIgnoreCase),
        (EvaluatedText a, EvaluatedCode b) => string.Equals(b.Value.ToPlainText(), a.Value, StringComparison.OrdinalIgnoreCase),
        (EvaluatedThing a, EvaluatedThing b) => a.Thing.Equals(b.Thing),
        (EvaluatedPeriod a, EvaluatedPeriod b) => a == b,
        _ => OrderOf(left, right) is int order ? order == 0 : null,
    };

    // Decided where the whole range agrees.
    private static TruthValue OfRanges(BinaryOperator op, EvaluatedValue left, EvaluatedValue right)
    {
        (Rational? low, Rational? high) = Bounds(left);
        (Rational? lowRight, Rational? highRight) = Bounds(right);
        bool surelyLess = high is Rational h && lowRight is Rational l && Rational.Compare(h, l) < 0;
        bool surelyLessOrEqual = high is Rational h2 && lowRight is Rational l2 && Rational.Compare(h2, l2) <= 0;
        bool surelyGreater = low is Rational l3 && highRight is Rational h3 && Rational.Compare(l3, h3) > 0;
        bool surelyGreaterOrEqual = low is Rational l4 && highRight is Rational h4 && Rational.Compare(l4, h4) >= 0;
        bool? decided = op switch
        {
            BinaryOperator.Less => surelyLess ? true : surelyGreaterOrEqual ? false : null,
            BinaryOperator.LessOrEqual => surelyLessOrEqual ? true : surelyGreater ? false : null,
            BinaryOperator.Greater => surelyGreater ? true : surelyLessOrEqual ? false : null,
            BinaryOperator.GreaterOrEqual => surelyGreaterOrEqual ? true : surelyLess ? false : null,
            BinaryOperator.Equal => surelyLess || surelyGreater ? false : surelyLessOrEqual && surelyGreaterOrEqual ? true : null,
            _ => surelyLess || surelyGreater ? true : surelyLessOrEqual && surelyGreaterOrEqual ? false : null,
        };
        return decided is bool verdict ? TruthValue.Of(verdict) : TruthValue.Unknown(Arithmetic.FieldsOf(left).Union(Arithmetic.FieldsOf(right)));
    }

    private static (Rational? Low, Rational? High) Bounds(EvaluatedValue value) => value switch
    {
        EvaluatedNumber number => (number.Value, number.Value),
        EvaluatedRange range => (range.Low, range.High),
        _ => (null, null),
    };
}
