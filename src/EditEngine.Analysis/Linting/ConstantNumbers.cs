using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;

namespace EditEngine.Analysis.Linting;

/// <summary>Constants as numbers: a number as it is, a date as its day.</summary>
internal static class ConstantNumbers
{
    /// <summary>The number; null for what is no such constant.</summary>
    public static Rational? Of(BoundExpression expression) => expression switch
    {
        BoundConstant { Value: NumberConstant number } => number.Value,
        BoundConstant { Value: DateConstant date } => Rational.From(date.DayNumber),
        _ => null,
    };
}
