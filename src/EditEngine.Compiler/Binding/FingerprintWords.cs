using System.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Binding;

/// <summary>What the choices of the bound tree are called in the form that a fingerprint is taken of.</summary>
internal static class FingerprintWords
{
    public static string Of(BinaryOperator value) => value switch
    {
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => throw Unknown(value),
    };

    public static string Of(Quantifier value) => value switch
    {
        Quantifier.Any => "any",
        Quantifier.Every => "every",
        Quantifier.No => "no",
        _ => throw Unknown(value),
    };

    public static string Of(Quantity value) => value switch
    {
        Quantity.Any => "any",
        Quantity.No => "no",
        Quantity.Exactly => "exactly",
        Quantity.MoreThan => "more-than",
        Quantity.AtLeast => "at-least",
        _ => throw Unknown(value),
    };

    public static string Of(Rounding value) => value switch
    {
        Rounding.HalfUp => "half-up",
        Rounding.Up => "up",
        Rounding.Down => "down",
        _ => throw Unknown(value),
    };

    public static string Of(CalendarPeriod value) => value switch
    {
        CalendarPeriod.Month => "month",
        CalendarPeriod.Quarter => "quarter",
        CalendarPeriod.Year => "year",
        CalendarPeriod.BenefitYear => "benefit-year",
        _ => throw Unknown(value),
    };

    public static string Of(Basis value) => value switch
    {
        Basis.DateOfService => "service",
        Basis.Discharge => "discharge",
        Basis.Admission => "admission",
        Basis.Received => "received",
        Basis.Processed => "processed",
        Basis.From => "from",
        Basis.Through => "through",
        _ => throw Unknown(value),
    };

    public static string Of(TargetPlan value) => value switch
    {
        TargetPlan.Claim => "claim",
        TargetPlan.Thing => "thing",
        TargetPlan.EveryLine => "every-line",
        TargetPlan.Tuple => "tuple",
        _ => throw Unknown(value),
    };

    /// <summary>A type, as far as a value's own form does not tell it.</summary>
    public static string Of(LanguageType type) => type.Kind switch
    {
        TypeKind.Error => "error",
        TypeKind.Condition => "condition",
        TypeKind.Number => "number",
        TypeKind.Units => "units",
        TypeKind.Money => "money",
        TypeKind.Percent => "percent",
        TypeKind.Date => "date",
        TypeKind.Instant => "instant",
        TypeKind.Category => "category",
        TypeKind.Period => "period",
        TypeKind.Code => $"code:{CodeSystemNames.NameOf(type.System)}",
        TypeKind.Text => "text",
        TypeKind.YesNo => "yes-no",
        TypeKind.CodeList => $"codes:{CodeSystemNames.NameOf(type.System)}",
        TypeKind.TextList => "texts",
        TypeKind.Set => "set",
        TypeKind.Range => "range",
        TypeKind.Thing => $"thing:{Of(type.Things)}",
        TypeKind.ThingList => $"things:{Of(type.Things)}",
        TypeKind.Tuple => "tuple",
        _ => throw Unknown(type.Kind),
    };

    public static string Of(ThingKinds things) => ThingNames.NameOf(things).Replace(' ', '-');

    private static UnreachableException Unknown(object value) => new($"There is no word for {value}.");
}
