using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <content>Comparisons, membership and overlap.</content>
internal sealed partial class ExpressionBinder
{
    private static bool AreComparable(LanguageType left, LanguageType right)
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

    private static LanguageType Wider(LanguageType left, LanguageType right)
    {
        LanguageType wider = left.Kind == TypeKind.Thing && left.Kind == right.Kind
            ? left with { Things = left.Things | right.Things }
            : left.Kind == TypeKind.Error || (left.Kind == TypeKind.Number && right.Kind == TypeKind.Units) ? right : left;
        return wider with { Taint = left.Taint ?? right.Taint, IsNeverNegative = left.IsNeverNegative && right.IsNeverNegative, Words = left.Words == right.Words ? left.Words : left.Kind == TypeKind.Text ? OpenWord.Words : null };
    }

    private bool IsLiteral(ExpressionSyntax syntax, Scope scope) => syntax switch
    {
        AtomSyntax or TextLiteralSyntax => true,
        NameExpressionSyntax name => scope.Find(name.Name) is null && name.Name is not ("claim" or "patient") && !_symbols.Values.ContainsKey(name.Name),
        ParenthesizedSyntax inner => IsLiteral(inner.Inner, scope),
        _ => false,
    };

    private BoundExpression BindComparison(BinarySyntax binary, Scope scope)
    {
        BoundExpression left;
        BoundExpression right;
        if (IsLiteral(binary.Left, scope) && !IsLiteral(binary.Right, scope))
        {
            right = BindValue(binary.Right, scope);
            left = right is BoundError ? right : BindValue(binary.Left, scope, right.Type);
        }
        else
        {
            left = BindValue(binary.Left, scope);

            // What a word means the other side says: where that is a mistake, the word is none.
            right = left is BoundError && IsLiteral(binary.Right, scope) ? left : BindValue(binary.Right, scope, left.Type.Kind == TypeKind.Error ? null : left.Type);
        }

        if (left.Type.Kind == TypeKind.Error || right.Type.Kind == TypeKind.Error)
        {
            return left is BoundConstant || right is BoundConstant ? Compare(binary, left, right) : new BoundError(Place(binary));
        }

        if (left is BoundTuple or BoundUse { Body: BoundTuple } && right is BoundTuple or BoundUse { Body: BoundTuple })
        {
            return Same(left, right, binary);
        }

        // A text from a value whose words are open takes the code the other side asks for.
        bool isOrdering = binary.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
        bool hasOrder = left.Type.IsNumeric || left.Type.Kind is TypeKind.Date or TypeKind.Instant or TypeKind.Error || right.Type.Kind == TypeKind.Error;
        return WhyNotEqual(Place(binary), left.Type, right.Type) is { } why ? Report(why, binary)
            : !isOrdering || hasOrder || left.Type.Kind == TypeKind.Code ? Compare(binary, left, right)
            : Report(TypeDiagnostics.CannotCompare(Place(binary), left.Type, right.Type), binary);
    }

    private BoundCompare Compare(BinarySyntax binary, BoundExpression left, BoundExpression right) => new(Place(binary), binary.Operator, left, right);

    private BoundExpression BindIn(InSyntax @in, Scope scope)
    {
        BoundExpression condition = BindMembership(@in, scope);
        return @in.IsNegated && condition is not BoundError ? new BoundNot(Place(@in), condition) : condition;
    }

    private BoundExpression BindMembership(InSyntax @in, Scope scope)
    {
        ExpressionSyntax set = Unwrap(@in.Set);
        if (set is RangeSyntax range)
        {
            return @in.On is null ? BindInRange(@in, range, scope) : Report(DateDiagnostics.NothingDated(Place(@in.On), _source.Slice(range.Span)), @in);
        }

        BoundExpression value = BindValue(@in.Value, scope);
        if (value.Type.Kind == TypeKind.Error)
        {
            return new BoundError(Place(@in));
        }

        if (set is AtNameSyntax at && _symbols.Tables.TryGetValue(at.Name, out TableSymbol? table))
        {
            BoundRow? row = Row(table, at, [value], @in.On is null ? null : BindDate(@in.On, scope), @in);
            return row is null ? new BoundError(Place(@in)) : new BoundIsFound(Place(@in), row);
        }

        if (IsSet(set))
        {
            (Constant? constant, string? name) = BindSet(set, value.Type);
            return constant is null
                ? new BoundError(Place(@in))
                : new BoundInSet(Place(@in), value, constant, name, DateOfSet(constant, @in.On, value, @in, scope));
        }

        if (@in.On is not null)
        {
            return Report(DateDiagnostics.NothingDated(Place(@in.On), _source.Slice(@in.Set.Span)), @in);
        }

        BoundExpression list = BindValue(@in.Set, scope);
        return list.Type.Kind switch
        {
            TypeKind.Error => new BoundError(Place(@in)),
            TypeKind.CodeList when value.Type.Kind == TypeKind.Code => new BoundInList(Place(@in), value, list),
            _ => Report(CodeDiagnostics.NotASet(Place(@in.Set)), @in),
        };
    }

    /// <summary>The day that a membership asks of a dated set: the one said, else that of the thing whose code it is.</summary>
    private BoundExpression? DateOfSet(Constant set, ExpressionSyntax? on, BoundExpression value, SyntaxNode syntax, Scope scope)
    {
        BoundExpression? said = on is null ? null : BindDate(on, scope);
        return set is CodeSetConstant { Set.IsDated: true } ? said ?? DateFor([value], syntax) : null;
    }

    private BoundExpression BindInRange(InSyntax @in, RangeSyntax range, Scope scope)
    {
        BoundExpression value = BindValue(@in.Value, scope);
        if (value.Type.Kind == TypeKind.Error)
        {
            return new BoundError(Place(@in));
        }

        BoundExpression? from = range.From is null ? null : BindValue(range.From, scope, value.Type);
        BoundExpression? to = range.To is null ? null : BindValue(range.To, scope, value.Type);
        foreach (BoundExpression? end in new[] { from, to })
        {
            if (end is BoundError)
            {
                return end;
            }

            if (end is not null && (!AreComparable(value.Type, end.Type) || !(value.Type.IsNumeric || value.Type.Kind is TypeKind.Date or TypeKind.Instant)))
            {
                return Report(TypeDiagnostics.CannotCompare(Place(range), value.Type, end.Type), @in);
            }
        }

        return new BoundInRange(Place(@in), value, from, to);
    }

    private BoundExpression BindOverlaps(OverlapsSyntax overlaps, Scope scope)
    {
        if (Unwrap(overlaps.Left) is not RangeSyntax { From: not null, To: not null } left || Unwrap(overlaps.Right) is not RangeSyntax { From: not null, To: not null } right)
        {
            return Report(CodeDiagnostics.NotASet(Place(overlaps)) with { Seen = "Both sides of 'overlaps' are ranges a .. b." }, overlaps);
        }

        return new BoundOverlaps(Place(overlaps), BindDate(left.From!, scope), BindDate(left.To!, scope), BindDate(right.From!, scope), BindDate(right.To!, scope));
    }

    private static ExpressionSyntax Unwrap(ExpressionSyntax syntax) => syntax is ParenthesizedSyntax inner ? Unwrap(inner.Inner) : syntax;

    /// <summary>Values in order: the parts of a tuple, each on its own.</summary>
    private static ImmutableArray<BoundExpression> PartsOf(BoundExpression bound) => bound switch
    {
        BoundTuple tuple => [.. tuple.Values.SelectMany(value => PartsOf(value))],
        BoundUse { Body: BoundTuple body } use => [.. body.Values.SelectMany(part => PartsOf(WithBody(use, part)))],
        BoundUse { Body: BoundUse inner } use when PartsOf(inner).Length > 1 => [.. PartsOf(inner).Select(part => (BoundExpression)WithBody(use, part))],
        _ => [bound],
    };

    // Made anew, not copied: the type of a use is its body's.
    private static BoundUse WithBody(BoundUse use, BoundExpression body) => new(use.Place, use.Name, use.Parameters, use.Arguments, body);

    private BoundExpression Same(BoundExpression left, BoundExpression right, SyntaxNode syntax)
    {
        ImmutableArray<BoundExpression> a = PartsOf(left);
        ImmutableArray<BoundExpression> b = PartsOf(right);
        if (left is BoundError || right is BoundError)
        {
            return new BoundError(Place(syntax));
        }

        for (int i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (WhyNotEqual(Place(syntax), a[i].Type, b[i].Type) is { } why)
            {
                return Report(why, syntax);
            }
        }

        return a.Length == b.Length ? new BoundSame(Place(syntax), a, b) : Report(TypeDiagnostics.CannotCompare(Place(syntax), left.Type, right.Type), syntax);
    }
}
