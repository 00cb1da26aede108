using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <content>What is one value: lists, periods and parts of things, as a provider, are compared, ordered and chosen by their own values only.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>A value of a message.</summary>
    public BoundExpression BindShown(ExpressionSyntax syntax, Scope scope)
    {
        BoundExpression value = BindValue(syntax, scope);
        return IsChosenWhole(value, syntax) ? value : new BoundError(Place(syntax));
    }

    private static bool IsPart(LanguageType type) =>
        type.Kind == TypeKind.Thing && (type.Things & (ThingKinds.Provider | ThingKinds.Patient | ThingKinds.Drug)) != 0;

    private static bool HasEquality(LanguageType type) =>
        !IsPart(type) && type.Kind is not (TypeKind.CodeList or TypeKind.TextList or TypeKind.ThingList or TypeKind.Set or TypeKind.Range or TypeKind.Period);

    private static bool HasOrder(LanguageType type) =>
        type.IsNumeric || type.Kind is TypeKind.Date or TypeKind.Instant or TypeKind.Code or TypeKind.Text or TypeKind.YesNo or TypeKind.Condition or TypeKind.Error;

    /// <summary>What keeps two values from being compared.</summary>
    private static Diagnostic? WhyNotEqual(SourceSpan place, LanguageType left, LanguageType right) =>
        !AreComparable(left, right) ? TypeDiagnostics.CannotCompare(place, left, right)
        : !HasEquality(left) ? TypeDiagnostics.Unexpected(place, left, left.Kind == TypeKind.Period ? "a date or a number" : "one value")
        : !HasEquality(right) ? TypeDiagnostics.Unexpected(place, right, "one value")
        : null;

    /// <summary>A key of a group or an order.</summary>
    private BoundExpression Ordered(BoundExpression key, SyntaxNode syntax) =>
        HasOrder(key.Type) ? key : Report(TypeDiagnostics.Unexpected(Place(syntax), key.Type, "one value that has an order"), syntax);

    /// <summary>A value that stands for another: of a fall-back or a choice.</summary>
    private bool IsChosenWhole(BoundExpression value, SyntaxNode syntax)
    {
        bool isPart = IsPart(value.Type) || value.Type.Kind is TypeKind.TextList or TypeKind.ThingList;
        if (isPart)
        {
            _diagnostics.Report(TypeDiagnostics.Unexpected(Place(syntax), value.Type, "one value"));
        }

        return !isPart;
    }
}
