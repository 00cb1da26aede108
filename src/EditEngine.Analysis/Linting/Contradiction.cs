using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;

namespace EditEngine.Analysis.Linting;

/// <summary>Conditions of which two ask one field for what no value can be, or one asks for what every value is.</summary>
/// <remarks>Only what is certain is told: a field of one name compared with constants. Everything else may well be meant.</remarks>
internal static class Contradiction
{
    /// <summary>The condition with which those before it can no longer hold; null where they can.</summary>
    public static BoundExpression? In(IEnumerable<BoundExpression> conditions)
    {
        Dictionary<string, CodeSet> codes = new(StringComparer.Ordinal);
        Dictionary<string, NumberRange> numbers = new(StringComparer.Ordinal);
        foreach (BoundExpression condition in conditions.SelectMany(BoundTree.Conjuncts))
        {
            if (CodesOf(condition) is (string field, CodeSet set))
            {
                codes[field] = codes.TryGetValue(field, out CodeSet? before) ? before.Intersect(set) : set;
                if (codes[field].Intervals.IsEmpty)
                {
                    return condition;
                }
            }
            else if (NumbersOf(condition) is (string number, NumberRange range))
            {
                numbers[number] = numbers.TryGetValue(number, out NumberRange before) ? before.And(range) : range;
                if (numbers[number].IsEmpty)
                {
                    return condition;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a condition holds for every value of a field that is there: units of 0 or more.</summary>
    public static bool IsAlways(BoundExpression condition) =>
        condition is BoundCompare { Left: BoundField { Type.IsNeverNegative: true }, Right: BoundConstant { Value: NumberConstant { Value: Rational limit } } } compare
        && compare.Operator switch
        {
            BinaryOperator.GreaterOrEqual => Rational.Compare(limit, Rational.From(0)) <= 0,
            BinaryOperator.Greater => Rational.Compare(limit, Rational.From(0)) < 0,
            _ => false,
        };

    private static (string Field, CodeSet Codes)? CodesOf(BoundExpression condition) => condition switch
    {
        BoundInSet { Set: CodeSetConstant codes } inSet when NameOf(inSet.Value) is string field => (field, codes.Set),
        BoundCompare { Operator: BinaryOperator.Equal, Right: BoundConstant { Value: CodeConstant { Value: { Odd: null } code } } } equal when NameOf(equal.Left) is string field =>
            (field, CodeSet.From([new CodeInterval(code.Packed, code.Packed, int.MinValue, int.MaxValue)])),
        _ => null,
    };

    private static (string Field, NumberRange Range)? NumbersOf(BoundExpression condition)
    {
        switch (condition)
        {
            case BoundCompare { Right: BoundConstant { Value: NumberConstant { Value: Rational limit } } } compare when NameOf(compare.Left) is string field:
                NumberRange? range = compare.Operator switch
                {
                    BinaryOperator.Equal => new NumberRange(limit, true, limit, true),
                    BinaryOperator.Less => new NumberRange(null, true, limit, false),
                    BinaryOperator.LessOrEqual => new NumberRange(null, true, limit, true),
                    BinaryOperator.Greater => new NumberRange(limit, false, null, true),
                    BinaryOperator.GreaterOrEqual => new NumberRange(limit, true, null, true),
                    _ => null,
                };
                return range is NumberRange asked ? (field, compare.Left.Type.IsNeverNegative ? asked.And(NumberRange.NotNegative) : asked) : null;
            case BoundInRange { From: BoundConstant { Value: NumberConstant from }, To: BoundConstant { Value: NumberConstant to } } between when NameOf(between.Value) is string field:
                return (field, new NumberRange(from.Value, true, to.Value, true));
            default:
                return null;
        }
    }

    private static string? NameOf(BoundExpression value) => value switch
    {
        BoundField { Receiver: BoundVariable variable } field => $"{variable.Variable.Slot}.{field.Field.Name}",
        BoundField { Receiver: BoundClaim } field => $"claim.{field.Field.Name}",
        BoundField { Receiver: BoundField } field => NameOf(field.Receiver) is string receiver ? $"{receiver}.{field.Field.Name}" : null,
        _ => null,
    };
}
