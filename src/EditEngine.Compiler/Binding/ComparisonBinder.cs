using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Comparisons of values, and of tuples part by part.</summary>
internal sealed class ComparisonBinder(BindingContext context, ExpressionBinder expressions)
{
    private readonly ComparisonMend _mend = new(context);

    private bool IsLiteral(ExpressionSyntax syntax, Scope scope) => syntax switch
    {
        AtomSyntax or TextLiteralSyntax => true,
        NameExpressionSyntax name => scope.Find(name.Name) is null && name.Name is not ("claim" or "patient") && !context.Symbols.Values.ContainsKey(name.Name),
        ParenthesizedSyntax inner => IsLiteral(inner.Inner, scope),
        _ => false,
    };

    public BoundExpression BindComparison(BinarySyntax binary, Scope scope)
    {
        if (binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual && IsLiteral(binary.Right, scope)
            && _mend.OfList(binary.Left, binary.Operator == BinaryOperator.NotEqual, context.Source.Slice(binary.Right.Span), binary, scope) is { } list)
        {
            return context.Report(list, binary);
        }

        BoundExpression left;
        BoundExpression right;
        if (IsLiteral(binary.Left, scope) && !IsLiteral(binary.Right, scope))
        {
            right = expressions.BindValue(binary.Right, scope);
            left = right is BoundError ? right : expressions.BindValue(binary.Left, scope, PeriodCounts.HintOf(right));
        }
        else
        {
            left = expressions.BindValue(binary.Left, scope);

            // What a word means the other side says: where that is a mistake, the word is none.
            right = left is BoundError && IsLiteral(binary.Right, scope) ? left : expressions.BindValue(binary.Right, scope, left.Type.Kind == TypeKind.Error ? null : PeriodCounts.HintOf(left));
        }

        (left, right) = PeriodCounts.Of(left, right);

        if (left.Type.Kind == TypeKind.Error || right.Type.Kind == TypeKind.Error)
        {
            return left is BoundError || right is BoundError ? new BoundError(context.Place(binary))
                : left.Type.Kind == right.Type.Kind ? context.Constant(LanguageType.Condition, binary, new YesNoConstant(binary.Operator == BinaryOperator.Equal)) // None is none, and has no order.
                : Compare(binary, left, right);
        }

        if (left is BoundTuple or BoundUse { Body: BoundTuple } && right is BoundTuple or BoundUse { Body: BoundTuple })
        {
            return Same(left, right, binary);
        }

        // A text from a value whose words are open takes the code the other side asks for.
        bool isOrdering = binary.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
        bool hasOrder = left.Type.IsNumeric || left.Type.Kind is TypeKind.Date or TypeKind.Instant or TypeKind.Error || right.Type.Kind == TypeKind.Error;
        return _mend.OfUnits(binary, left, right) is { } units ? context.Report(units, binary)
            : isOrdering && left.Type.Kind == TypeKind.Code && right.Type.Kind == TypeKind.Code ? context.Report(_mend.OfOrder(binary, left.Type.System), binary)
            : TypeRules.WhyNotEqual(context.Place(binary), left.Type, right.Type) is { } why ? context.Report(why, binary)
            : !isOrdering || hasOrder ? Compare(binary, left, right)
            : context.Report(TypeDiagnostics.CannotCompare(context.Place(binary), left.Type, right.Type), binary);
    }

    private BoundCompare Compare(BinarySyntax binary, BoundExpression left, BoundExpression right) => new(context.Place(binary), binary.Operator, left, right);

    public BoundExpression Same(BoundExpression left, BoundExpression right, SyntaxNode syntax)
    {
        ImmutableArray<BoundExpression> a = PartsOf(left);
        ImmutableArray<BoundExpression> b = PartsOf(right);
        if (left is BoundError || right is BoundError)
        {
            return new BoundError(context.Place(syntax));
        }

        for (int i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (!AreLists(a[i], b[i]) && TypeRules.WhyNotEqual(context.Place(syntax), a[i].Type, b[i].Type) is { } why)
            {
                return context.Report(why, syntax);
            }
        }

        return a.Length == b.Length ? Same(context.Place(syntax), a, b) : context.Report(TypeDiagnostics.CannotCompare(context.Place(syntax), left.Type, right.Type), syntax);
    }

    // Lists of codes are compared as sets, each by itself; all else part by part.
    private static BoundExpression Same(SourceSpan place, ImmutableArray<BoundExpression> left, ImmutableArray<BoundExpression> right)
    {
        (BoundExpression Left, BoundExpression Right)[] pairs = [.. left.Zip(right)];
        (BoundExpression Left, BoundExpression Right)[] values = [.. pairs.Where(pair => !AreLists(pair.Left, pair.Right))];
        ImmutableArray<BoundExpression> lists = [.. pairs.Where(pair => AreLists(pair.Left, pair.Right)).Select(pair => new BoundSameCodes(place, pair.Left, pair.Right))];
        ImmutableArray<BoundExpression> all = values.Length == 0 ? lists : [new BoundSame(place, [.. values.Select(pair => pair.Left)], [.. values.Select(pair => pair.Right)]), .. lists];
        return all is [BoundExpression only] ? only : new BoundAnd(place, all);
    }

    private static bool AreLists(BoundExpression left, BoundExpression right) =>
        left.Type.Kind == TypeKind.CodeList && right.Type.Kind == TypeKind.CodeList && left.Type.System == right.Type.System;

    /// <summary>Values in order: the parts of a tuple, each on its own.</summary>
    public static ImmutableArray<BoundExpression> PartsOf(BoundExpression bound) => bound switch
    {
        BoundTuple tuple => [.. tuple.Values.SelectMany(value => PartsOf(value))],
        BoundUse { Body: BoundTuple body } use => [.. body.Values.SelectMany(part => PartsOf(WithBody(use, part)))],
        BoundUse { Body: BoundUse inner } use when PartsOf(inner).Length > 1 => [.. PartsOf(inner).Select(part => (BoundExpression)WithBody(use, part))],
        _ => [bound],
    };

    // Made anew, not copied: the type of a use is its body's.
    private static BoundUse WithBody(BoundUse use, BoundExpression body) => new(use.Place, use.Name, use.Parameters, use.Arguments, body);
}
