using System.Collections.Immutable;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Operators;

/// <summary>Operators on numbers: exact, and on ranges by their bounds. A result that does not fit is missing.</summary>
internal static class NumberOperators
{
    private static readonly Rational Hundred = Rational.From(100);
    private static readonly Rational Hundredth = Rational.One / Hundred;

    /// <summary>Sum.</summary>
    public static readonly BinaryOperator<Number, Number, Number> Add = Of("add", "a + b", "Their sum.", NumberOperator.Add, Rational.One);

    /// <summary>Difference.</summary>
    public static readonly BinaryOperator<Number, Number, Number> Subtract = Of("subtract", "a - b", "Their difference.", NumberOperator.Subtract, Rational.One);

    /// <summary>Product.</summary>
    public static readonly BinaryOperator<Number, Number, Number> Multiply = Of("multiply", "a * b", "Their product.", NumberOperator.Multiply, Rational.One);

    /// <summary>Product with a percent, which is kept as its number of hundredths.</summary>
    public static readonly BinaryOperator<Number, Number, Number> MultiplyByPercent =
        Of("multiply by a percent", "a * 50%", "So many hundredths of it.", NumberOperator.Multiply, Hundredth);

    /// <summary>Quotient.</summary>
    public static readonly BinaryOperator<Number, Number, Number> Divide = Of("divide", "a / b", "Their exact quotient; by zero it is missing.", NumberOperator.Divide, Rational.One);

    /// <summary>Quotient by a percent.</summary>
    public static readonly BinaryOperator<Number, Number, Number> DivideByPercent =
        Of("divide by a percent", "a / 50%", "The number of which it is so many hundredths.", NumberOperator.Divide, Hundred);

    /// <summary>The same number below zero.</summary>
    public static readonly UnaryOperator<Number, Number> Negate = new("negate", "-a", ValueKind.Number, ValueKind.Number, "The number with the other sign.", value => NumberMath.Negate(value));

    /// <summary>Rounding, halves away from zero.</summary>
    public static readonly BinaryOperator<Number, Number, Number> RoundHalfUp = Rounded("round half up", "a rounded half up to 0.01", "The nearest multiple; halves away from zero.", Rounding.HalfUp);

    /// <summary>Rounding away from zero.</summary>
    public static readonly BinaryOperator<Number, Number, Number> RoundUp = Rounded("round up", "a rounded up to 0.01", "The next multiple away from zero.", Rounding.Up);

    /// <summary>Rounding towards zero.</summary>
    public static readonly BinaryOperator<Number, Number, Number> RoundDown = Rounded("round down", "a rounded down to 0.01", "The next multiple towards zero.", Rounding.Down);

    /// <summary>The least.</summary>
    public static readonly FoldOperator<Number> Least =
        new("least", "least of (a, b)", ValueKind.Number, "The smallest.", (least, next) => NumberMath.Extreme(isGreatest: false, least, next));

    /// <summary>The greatest.</summary>
    public static readonly FoldOperator<Number> Greatest =
        new("greatest", "greatest of (a, b)", ValueKind.Number, "The largest.", (greatest, next) => NumberMath.Extreme(isGreatest: true, greatest, next));

    /// <summary>The rows.</summary>
    public static ImmutableArray<Operator> All { get; } =
        [Add, Subtract, Multiply, MultiplyByPercent, Divide, DivideByPercent, Negate, RoundHalfUp, RoundUp, RoundDown, Least, Greatest];

    private static BinaryOperator<Number, Number, Number> Of(string name, string written, string description, NumberOperator op, Rational scale) =>
        new(name, written, ValueKind.Number, ValueKind.Number, ValueKind.Number, description, (left, right) => NumberMath.Apply(op, left, right, scale));

    private static BinaryOperator<Number, Number, Number> Rounded(string name, string written, string description, Rounding mode) =>
        new(name, written, ValueKind.Number, ValueKind.Number, ValueKind.Number, description, (value, unit) => unit.Presence.IsAbsent() ? Number.Absent(value.Presence.With(unit.Presence)) : NumberMath.Round(value, mode, unit.Low));
}
