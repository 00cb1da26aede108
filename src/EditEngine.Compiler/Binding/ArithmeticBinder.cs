using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Binding;

/// <summary>Arithmetic, rounding, extremes.</summary>
internal sealed class ArithmeticBinder(BindingContext context, ExpressionBinder expressions)
{
    public BoundExpression BindArithmetic(BinarySyntax binary, Scope scope, LanguageType? expected)
    {
        LanguageType? hint = expected?.Kind == TypeKind.Condition ? null : expected;
        LanguageType? leftHint = hint?.Kind is TypeKind.Period or TypeKind.Date ? hint : null;
        BoundExpression left = expressions.BindValue(binary.Left, scope, leftHint);
        LanguageType rightHint = left.Type.Kind is TypeKind.Date or TypeKind.Period ? LanguageType.Period : LanguageType.Number;
        BoundExpression right = expressions.BindValue(binary.Right, scope, rightHint);
        if (left.Type.Kind == TypeKind.Error || right.Type.Kind == TypeKind.Error)
        {
            return context.OfUntyped(binary, left, right);
        }

        if (left.Type.Kind == TypeKind.Date && right.Type.Kind == TypeKind.Date && binary.Operator == BinaryOperator.Subtract)
        {
            return context.Report(DateDiagnostics.DateDifference(context.Place(binary)), binary);
        }

        if (binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract)
        {
            (left, right) = (BesideNumber(left, right), BesideNumber(right, left));
        }

        LanguageType? type = ResultOf(binary.Operator, left, right);
        if (type is null)
        {
            return context.Report(TypeDiagnostics.CannotCalculate(context.Place(binary), SignOf(binary.Operator), left.Type, right.Type, FitsFor(left.Type)), binary);
        }

        if (type.Kind == TypeKind.Period && MixesDaysAndMonths(left, right))
        {
            return context.Report(DateDiagnostics.MixedPeriod(context.Place(binary)), binary);
        }

        return new BoundArithmetic(type with { Taint = left.Type.Taint ?? right.Type.Taint }, context.Place(binary), binary.Operator, left, right);
    }

    // Beside a number a percent of a number is that part of it: total - 50% * rest. Of a percent alone it is not known what it is of.
    private static BoundExpression BesideNumber(BoundExpression value, BoundExpression other)
    {
        if (value.Type.Kind != TypeKind.Percent || other.Type.Kind != TypeKind.Number || !IsPart(value))
        {
            return value;
        }

        BoundConstant one = new(LanguageType.Number, value.Place, new NumberConstant(Rational.One));
        return new BoundArithmetic(LanguageType.Number with { IsNeverNegative = value.Type.IsNeverNegative, Taint = value.Type.Taint }, value.Place, BinaryOperator.Multiply, one, value);
    }

    private static bool IsPart(BoundExpression value) => value switch
    {
        BoundUse use => IsPart(use.Body),
        BoundNegate negate => IsPart(negate.Operand),
        BoundArithmetic { Operator: BinaryOperator.Multiply or BinaryOperator.Divide } => true,
        _ => false,
    };

    private static bool MixesDaysAndMonths(BoundExpression left, BoundExpression right) =>
        left is BoundConstant { Value: PeriodConstant a } && right is BoundConstant { Value: PeriodConstant b } && (a.Days != 0) != (b.Days != 0);

    private static LanguageType? ResultOf(BinaryOperator op, BoundExpression one, BoundExpression other)
    {
        LanguageType left = one.Type;
        LanguageType right = other.Type;
        bool additive = op is BinaryOperator.Add or BinaryOperator.Subtract;
        if (left.Kind == TypeKind.Date && right.Kind == TypeKind.Period && additive)
        {
            return LanguageType.Date;
        }

        if (left.Kind == TypeKind.Period && right.Kind == TypeKind.Period && additive)
        {
            return LanguageType.Period;
        }

        if (!left.IsNumeric || !right.IsNumeric || op == BinaryOperator.Intersect)
        {
            return null;
        }

        if (additive)
        {
            return TypeRules.AreComparable(left, right)
                ? TypeRules.WidestOf([one, other]) with { IsNeverNegative = op == BinaryOperator.Add && left.IsNeverNegative && right.IsNeverNegative }
                : null;
        }

        bool never = left.IsNeverNegative && right.IsNeverNegative;
        if (op == BinaryOperator.Divide)
        {
            return left.Kind == right.Kind
                ? LanguageType.Number with { IsNeverNegative = never }
                : right.Kind is TypeKind.Number or TypeKind.Units ? left with { IsNeverNegative = never } : null;
        }

        return (left.Kind, right.Kind) switch
        {
            (TypeKind.Money, TypeKind.Money) => null,
            (TypeKind.Money, _) => left with { IsNeverNegative = never },
            (_, TypeKind.Money) => right with { IsNeverNegative = never },
            (TypeKind.Percent, TypeKind.Percent or TypeKind.Number) or (TypeKind.Number, TypeKind.Percent) => LanguageType.Percent with { IsNeverNegative = never },
            (TypeKind.Units, TypeKind.Number or TypeKind.Units) or (TypeKind.Number, TypeKind.Units) => LanguageType.Units with { IsNeverNegative = never },
            _ => LanguageType.Number with { IsNeverNegative = never },
        };
    }

    private static string SignOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => "&",
    };

    private static string? FitsFor(LanguageType left) => left.Kind switch
    {
        TypeKind.Date => "A date takes + and - with days or months.",
        TypeKind.Money => "Money is added to money, and multiplied or divided by numbers and percents.",
        _ => null,
    };

    public BoundExpression BindNegate(NegateSyntax negate, Scope scope, LanguageType? expected)
    {
        BoundExpression operand = expressions.BindValue(negate.Operand, scope, expected is { IsNumeric: true } ? expected : LanguageType.Number);
        return operand.Type.IsNumeric ? new BoundNegate(operand.Type with { IsNeverNegative = false }, context.Place(negate), operand)
            : operand.Type.Kind == TypeKind.Error ? context.OfUntyped(negate, operand)
            : context.Report(TypeDiagnostics.Unexpected(context.Place(negate), operand.Type, "a number"), negate);
    }

    public BoundExpression BindRounded(RoundedSyntax rounded, Scope scope)
    {
        BoundExpression value = expressions.BindValue(rounded.Value, scope, LanguageType.Number);
        BoundExpression unit = expressions.BindValue(rounded.Unit, scope, LanguageType.Number);
        if (unit is not BoundConstant { Value: NumberConstant step })
        {
            return new BoundError(context.Place(rounded));
        }

        if (value.Type.Kind == TypeKind.Error)
        {
            return context.OfUntyped(rounded, value);
        }

        if (!value.Type.IsNumeric)
        {
            return context.Report(TypeDiagnostics.Unexpected(context.Place(rounded), value.Type, "a number"), rounded);
        }

        // A share of one, rounded to a percent, is that percent.
        bool isShare = unit.Type.Kind == TypeKind.Percent && value.Type.Kind is TypeKind.Number or TypeKind.Units;
        if (isShare)
        {
            SourceHundred(rounded, out BoundConstant hundred);
            value = new BoundArithmetic(LanguageType.Percent with { Taint = value.Type.Taint }, value.Place, BinaryOperator.Multiply, hundred, value);
        }

        return new BoundRounded(value.Type, context.Place(rounded), value, rounded.Mode, step.Value);
    }

    private void SourceHundred(SyntaxNode syntax, out BoundConstant hundred) =>
        hundred = context.Constant(LanguageType.Number, syntax, new NumberConstant(Rational.From(100)));

    public BoundExpression BindExtreme(ExtremeSyntax extreme, Scope scope, LanguageType? expected)
    {
        ImmutableArray<BoundExpression>.Builder values = ImmutableArray.CreateBuilder<BoundExpression>();
        LanguageType? type = expected?.Kind == TypeKind.Condition ? null : expected;
        foreach (ExpressionSyntax syntax in extreme.Values)
        {
            BoundExpression value = expressions.BindValue(syntax, scope, type);
            if (value.Type.Kind == TypeKind.Error)
            {
                return context.OfUntyped(extreme, value);
            }

            if (!value.Type.IsNumeric && value.Type.Kind != TypeKind.Date)
            {
                return context.Report(TypeDiagnostics.Unexpected(context.Place(syntax), value.Type, "a number, an amount or a date"), extreme);
            }

            if (values.Count > 0 && !TypeRules.AreComparable(values[0].Type, value.Type))
            {
                return context.Report(TypeDiagnostics.CannotCompare(context.Place(extreme), values[0].Type, value.Type), extreme);
            }

            values.Add(value);
            type = TypeRules.WidestOf(values);
        }

        return new BoundExtreme(type ?? LanguageType.Error, context.Place(extreme), extreme.IsGreatest, values.ToImmutable());
    }
}
