using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Operators;
using EditEngine.Values;

namespace EditEngine.Compiler.Binding;

/// <summary>Which row of the table of operators a bound expression asks: the lowering names it, the interpreter applies it to known values.</summary>
internal static class OperatorRows
{
    public static ComparisonOperator Of(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Equal => ComparisonOperators.Equal,
        BinaryOperator.NotEqual => ComparisonOperators.NotEqual,
        BinaryOperator.Less => ComparisonOperators.Less,
        BinaryOperator.LessOrEqual => ComparisonOperators.LessOrEqual,
        BinaryOperator.Greater => ComparisonOperators.Greater,
        _ => ComparisonOperators.GreaterOrEqual,
    };

    /// <summary>Arithmetic on two numbers. A percent is kept as its number of hundredths: a product with one is a hundredth of the product, a quotient by one a hundredfold.</summary>
    public static BinaryOperator<Number, Number, Number> OfNumbers(BoundArithmetic arithmetic)
    {
        bool left = arithmetic.Left.Type.Kind == TypeKind.Percent;
        bool right = arithmetic.Right.Type.Kind == TypeKind.Percent;
        return arithmetic.Operator switch
        {
            BinaryOperator.Add => NumberOperators.Add,
            BinaryOperator.Subtract => NumberOperators.Subtract,
            BinaryOperator.Multiply when (left || right) && !(arithmetic.Type.Kind == TypeKind.Percent && left != right) => NumberOperators.MultiplyByPercent,
            BinaryOperator.Multiply => NumberOperators.Multiply,
            _ when right && !left => NumberOperators.DivideByPercent,
            _ => NumberOperators.Divide,
        };
    }

    /// <summary>A date and a period; subtracted, or else added.</summary>
    public static BinaryOperator<Day, Period, Day> OfDate(BoundArithmetic arithmetic) =>
        arithmetic.Operator == BinaryOperator.Subtract ? DateOperators.Earlier : DateOperators.Later;

    /// <summary>Two periods; subtracted, or else added.</summary>
    public static BinaryOperator<Period, Period, Period> OfPeriods(BoundArithmetic arithmetic) =>
        arithmetic.Operator == BinaryOperator.Subtract ? DateOperators.Shorter : DateOperators.Longer;

    public static BinaryOperator<Number, Number, Number> Of(Rounding mode) => mode switch
    {
        Rounding.HalfUp => NumberOperators.RoundHalfUp,
        Rounding.Up => NumberOperators.RoundUp,
        _ => NumberOperators.RoundDown,
    };

    public static Operator Of(BoundPeriodEdge edge) => OperatorTable.Find(DateOperators.EdgeOf(edge.Period, edge.IsLast), ValueKind.Day)!; // Every period has its two rows.
}
