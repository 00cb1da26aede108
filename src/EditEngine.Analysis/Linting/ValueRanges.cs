using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;

namespace EditEngine.Analysis.Linting;

/// <summary>Which numbers and days conditions leave for a value, whatever it is computed of: an age that is at least 65 and below 18 is none.</summary>
internal sealed class ValueRanges
{
    private static readonly NumberRange Any = new(null, true, null, true);

    private readonly EditFingerprint _form = new([]);
    private readonly Dictionary<string, NumberRange> _left = new(StringComparer.Ordinal);

    /// <summary>Takes one more condition that must hold; true where no number is left for its value.</summary>
    public bool RuleOut(BoundExpression condition)
    {
        if (Asked(condition) is not (BoundExpression value, NumberRange range))
        {
            return false;
        }

        string key = _form.Part(value);
        NumberRange left = _left.GetValueOrDefault(key, Any).And(range);
        _left[key] = left;
        return left.IsEmpty;
    }

    /// <summary>The value that a comparison with a constant asks of, and the numbers or days that it lets through; null for another condition.</summary>
    internal static (BoundExpression Value, NumberRange Range)? Asked(BoundExpression condition) => condition switch
    {
        BoundCompare compare when ConstantNumbers.Of(compare.Right) is Rational number && RangeOf(compare.Operator, number) is NumberRange range => (compare.Left, range),
        BoundCompare compare when ConstantNumbers.Of(compare.Left) is Rational number && RangeOf(Turned(compare.Operator), number) is NumberRange range => (compare.Right, range),
        BoundInRange within when (within.From ?? within.To) is not null && Ends(within) is NumberRange range => (within.Value, range),
        _ => null,
    };

    private static NumberRange? Ends(BoundInRange within)
    {
        Rational? low = within.From is null ? null : ConstantNumbers.Of(within.From);
        Rational? high = within.To is null ? null : ConstantNumbers.Of(within.To);
        return low is null && high is null ? null : new NumberRange(low, true, high, true);
    }

    private static NumberRange? RangeOf(BinaryOperator relation, Rational number) => relation switch
    {
        BinaryOperator.Less => new NumberRange(null, true, number, false),
        BinaryOperator.LessOrEqual => new NumberRange(null, true, number, true),
        BinaryOperator.Greater => new NumberRange(number, false, null, true),
        BinaryOperator.GreaterOrEqual => new NumberRange(number, true, null, true),
        BinaryOperator.Equal => new NumberRange(number, true, number, true),
        _ => null,
    };

    private static BinaryOperator Turned(BinaryOperator relation) => relation switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => relation,
    };
}
