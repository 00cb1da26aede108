using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Which values can be compared, ordered and put in each other's place. Lists, periods and parts of things, as a provider, are compared, ordered and chosen by their own values only.</summary>
internal static class TypeRules
{
    public static bool IsPart(LanguageType type) =>
        type.Kind == TypeKind.Thing && (type.Things & (ThingKinds.Provider | ThingKinds.Patient | ThingKinds.Drug)) != 0;

    public static bool HasEquality(LanguageType type) =>
        !IsPart(type) && type.Kind is not (TypeKind.CodeList or TypeKind.TextList or TypeKind.ThingList or TypeKind.Set or TypeKind.Range or TypeKind.Period or TypeKind.Category);

    public static bool HasOrder(LanguageType type) =>
        type.IsNumeric || type.Kind is TypeKind.Date or TypeKind.Instant or TypeKind.Code or TypeKind.Text or TypeKind.YesNo or TypeKind.Condition or TypeKind.Error;

    /// <summary>What keeps two values from being compared.</summary>
    public static Diagnostic? WhyNotEqual(SourceSpan place, LanguageType left, LanguageType right) =>
        left.Kind == TypeKind.Category || right.Kind == TypeKind.Category ? TypeDiagnostics.Unexpected(place, LanguageType.Category, "'in' in place of the sign")
        : !AreComparable(left, right) ? TypeDiagnostics.CannotCompare(place, left, right)
        : !HasEquality(left) ? TypeDiagnostics.Unexpected(place, left, left.Kind == TypeKind.Period ? "a date or a number" : "one value")
        : !HasEquality(right) ? TypeDiagnostics.Unexpected(place, right, "one value")
        : null;

    public static bool AreComparable(LanguageType left, LanguageType right)
    {
        if (left.Kind == TypeKind.Error || right.Kind == TypeKind.Error)
        {
            return true;
        }

        if (left.IsNumeric && right.IsNumeric)
        {
            // Units count and are numbers; money and percents are types of their own.
            return left.Kind == right.Kind || (left.Kind is TypeKind.Number or TypeKind.Units && right.Kind is TypeKind.Number or TypeKind.Units);
        }

        return left.Kind == right.Kind
            && (left.Kind != TypeKind.Code || left.System == right.System || left.System == CodeSystem.None || right.System == CodeSystem.None);
    }

    /// <summary>The type of what is one of several values, or is made of them. Units beside a literal are units; beside another number, whose unit nothing says, they are a number.</summary>
    /// <param name="values">At least one; all can be compared.</param>
    public static LanguageType WidestOf(IEnumerable<BoundExpression> values)
    {
        LanguageType widest = values.Select(value => value.Type).Aggregate(Wider);
        return widest.Kind == TypeKind.Units && values.Any(value => value.Type.Kind == TypeKind.Number && !IsLiteral(value)) ? widest with { Kind = TypeKind.Number } : widest;
    }

    private static bool IsLiteral(BoundExpression value) => value switch
    {
        BoundConstant => true,
        BoundNegate negate => IsLiteral(negate.Operand),
        BoundUse use => IsLiteral(use.Body),
        BoundChoice choice => choice.Branches.All(branch => IsLiteral(branch.Value)),
        _ => false,
    };

    private static LanguageType Wider(LanguageType left, LanguageType right)
    {
        LanguageType wider = left.Kind == TypeKind.Thing && left.Kind == right.Kind
            ? left with { Things = left.Things | right.Things }
            : left.Kind == TypeKind.Error || (left.Kind == TypeKind.Number && right.Kind == TypeKind.Units) ? right : left;
        return wider with { Taint = left.Taint ?? right.Taint, IsNeverNegative = left.IsNeverNegative && right.IsNeverNegative, Words = left.Words == right.Words ? left.Words : left.Kind == TypeKind.Text ? OpenWord.Words : null };
    }

    // A bare word where no type is known: its use will say what it is.
    public static readonly LanguageType OpenWord = LanguageType.WordOf("word");
}
