using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Membership in sets, ranges, lists and tables, and overlap.</summary>
internal sealed class MembershipBinder(BindingContext context, ExpressionBinder expressions)
{
    public BoundExpression BindIn(InSyntax @in, Scope scope)
    {
        BoundExpression condition = BindMembership(@in, scope);
        return @in.IsNegated && condition is not BoundError ? new BoundNot(context.Place(@in), condition) : condition;
    }

    private BoundExpression BindMembership(InSyntax @in, Scope scope)
    {
        ExpressionSyntax set = Unwrap(@in.Set);
        if (set is RangeSyntax range)
        {
            return @in.On is null ? BindInRange(@in, range, scope) : context.Report(DateDiagnostics.NothingDated(context.Place(@in.On), context.Source.Slice(range.Span)), @in);
        }

        if (SetBinder.IsSet(set) && new ComparisonMend(context).OfList(@in.Value, @in.IsNegated, $"in {context.Source.Slice(@in.Set.Span)}", @in, scope) is { } several)
        {
            return context.Report(several, @in);
        }

        BoundExpression value = expressions.BindValue(@in.Value, scope);
        if (value.Type.Kind == TypeKind.Error)
        {
            return new BoundError(context.Place(@in));
        }

        if (set is AtNameSyntax at && context.Symbols.Tables.TryGetValue(at.Name, out TableSymbol? table))
        {
            BoundRow? row = expressions.Lookups.Row(table, at, [value], @in.On is null ? null : expressions.BindDate(@in.On, scope), @in);
            return row is null ? new BoundError(context.Place(@in)) : new BoundIsFound(context.Place(@in), row);
        }

        if (SetBinder.IsSet(set))
        {
            (Constant? constant, string? name) = expressions.Sets.BindSet(set, value.Type);
            return constant is null
                ? new BoundError(context.Place(@in))
                : new BoundInSet(context.Place(@in), value, constant, name, DateOfSet(constant, @in.On, value, @in, scope));
        }

        if (set is BinarySyntax joined && BareSet(joined, scope) is { } bare)
        {
            return context.Report(NameDiagnostics.UnknownName(context.Place(bare), bare.Name, [], ["@" + bare.Name]), @in);
        }

        if (@in.On is not null)
        {
            return context.Report(DateDiagnostics.NothingDated(context.Place(@in.On), context.Source.Slice(@in.Set.Span)), @in);
        }

        BoundExpression list = expressions.BindValue(@in.Set, scope);
        return list.Type.Kind switch
        {
            TypeKind.Error => new BoundError(context.Place(@in)),
            TypeKind.Category when value.Type.Kind == TypeKind.Code && value.Type.System == list.Type.System => new BoundInCategory(context.Place(@in), value, list),
            TypeKind.Category => context.Report(TypeDiagnostics.CannotCompare(context.Place(@in), value.Type, list.Type), @in),
            TypeKind.CodeList when value.Type.Kind == TypeKind.Code => new BoundInList(context.Place(@in), value, list),
            TypeKind.ThingList when value.Type.Kind == TypeKind.Date && (list.Type.Things & ~(ThingKinds.Span | ThingKinds.Certificate)) == 0 => context.Report(
                CodeDiagnostics.NotASet(context.Place(@in.Set)) with
                {
                    Help = $"Write 'every day of {context.Source.Slice(@in.Value.Span)} is in any {(list is BoundFact fact ? fact.Fact.Name : "certificate of a provider")}'.",
                },
                @in),
            _ => context.Report(CodeDiagnostics.NotASet(context.Place(@in.Set)), @in),
        };
    }

    /// <summary>The first part of joined sets that is the name of a set without its @.</summary>
    private NameExpressionSyntax? BareSet(ExpressionSyntax set, Scope scope) => Unwrap(set) switch
    {
        BinarySyntax { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Intersect } joined => BareSet(joined.Left, scope) ?? BareSet(joined.Right, scope),
        NameExpressionSyntax name when scope.Find(name.Name) is null && context.Symbols.CodeSets.ContainsKey(name.Name) => name,
        _ => null,
    };

    /// <summary>The day that a membership asks of a dated set: the one said, else that of the thing whose code it is.</summary>
    public BoundExpression? DateOfSet(Constant set, ExpressionSyntax? on, BoundExpression value, SyntaxNode syntax, Scope scope)
    {
        BoundExpression? said = on is null ? null : expressions.BindDate(on, scope);
        return set is CodeSetConstant { Set.IsDated: true } ? said ?? expressions.Lookups.DateFor([value], syntax) : null;
    }

    private BoundExpression BindInRange(InSyntax @in, RangeSyntax range, Scope scope)
    {
        BoundExpression value = expressions.BindValue(@in.Value, scope);
        if (value.Type.Kind == TypeKind.Error)
        {
            return new BoundError(context.Place(@in));
        }

        if (value.Type.Kind == TypeKind.Code)
        {
            return context.Report(new ComparisonMend(context).OfRange(@in, range, value.Type.System), @in);
        }

        BoundExpression? from = range.From is null ? null : expressions.BindValue(range.From, scope, PeriodCounts.HintOf(value));
        BoundExpression? to = range.To is null ? null : expressions.BindValue(range.To, scope, PeriodCounts.HintOf(value));
        (BoundExpression Value, BoundExpression End)? low = from is null ? null : PeriodCounts.Of(value, from);
        (BoundExpression Value, BoundExpression End)? high = to is null ? null : PeriodCounts.Of(value, to);
        (value, from, to) = (low?.Value ?? high?.Value ?? value, low?.End, high?.End);
        foreach (BoundExpression? end in new[] { from, to })
        {
            if (end is BoundError)
            {
                return end;
            }

            if (end is not null && (!TypeRules.AreComparable(value.Type, end.Type) || !(value.Type.IsNumeric || value.Type.Kind is TypeKind.Date or TypeKind.Instant)))
            {
                return context.Report(TypeDiagnostics.CannotCompare(context.Place(range), value.Type, end.Type), @in);
            }
        }

        return new BoundInRange(context.Place(@in), value, from, to);
    }

    public BoundExpression BindOverlaps(OverlapsSyntax overlaps, Scope scope)
    {
        if (Unwrap(overlaps.Left) is not RangeSyntax { From: not null, To: not null } left || Unwrap(overlaps.Right) is not RangeSyntax { From: not null, To: not null } right)
        {
            return context.Report(CodeDiagnostics.NotASet(context.Place(overlaps)) with { Seen = "Both sides of 'overlaps' are ranges a .. b." }, overlaps);
        }

        return new BoundOverlaps(context.Place(overlaps), expressions.BindDate(left.From!, scope), expressions.BindDate(left.To!, scope), expressions.BindDate(right.From!, scope), expressions.BindDate(right.To!, scope));
    }

    public static ExpressionSyntax Unwrap(ExpressionSyntax syntax) => syntax is ParenthesizedSyntax inner ? Unwrap(inner.Inner) : syntax;
}
