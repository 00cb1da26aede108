using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Quantifiers, counts, sums, orders, runs.</summary>
internal sealed class AggregateBinder(BindingContext context, ExpressionBinder expressions)
{
    public BoundExpression BindQuantified(QuantifiedSyntax quantified, Scope scope)
    {
        BoundSource source = expressions.Sources.BindSource(quantified.Kind, scope, out Scope inner);
        BoundExpression? body = quantified.Body is null ? null : expressions.BindCondition(quantified.Body, inner);
        return new BoundQuantified(context.Place(quantified), quantified.Quantifier, source, body);
    }

    public BoundExpression BindCountOf(OfSyntax of, Scope scope)
    {
        BoundExpression list = expressions.BindValue(of.Argument, scope);
        if (list.Type.Kind == TypeKind.Error)
        {
            return new BoundError(context.Place(of));
        }

        return list.Type.Kind == TypeKind.CodeList ? new BoundCodeCount(context.Place(of), list) : new BoundCount(context.Place(of), expressions.Sources.SourceOfList(list, scope, of, null));
    }

    public BoundExpression BindSum(SumSyntax sum, Scope scope) => NumberOver(sum.Value, sum.Over, sum, "'sum of VALUE of g' or 'sum of VALUE over KIND'", scope) switch
    {
        null => new BoundError(context.Place(sum)),
        (_, { Type.Kind: TypeKind.Error } value) => context.OfUntyped(sum, value),
        (BoundSource source, BoundExpression value) => new BoundSum(value.Type, context.Place(sum), source, value),
    };

    public BoundExpression BindExtremeOver(ExtremeOverSyntax extreme, Scope scope)
    {
        string word = extreme.IsGreatest ? "greatest" : "least";
        return NumberOver(extreme.Value, extreme.Over, extreme, $"'{word} of VALUE of g' or '{word} of VALUE over KIND'", scope) switch
        {
            null => new BoundError(context.Place(extreme)),
            (_, { Type.Kind: TypeKind.Error } value) => context.OfUntyped(extreme, value),
            (BoundSource source, BoundExpression value) => new BoundExtremeOver(value.Type, context.Place(extreme), extreme.IsGreatest, source, value),
        };
    }

    /// <summary>What a number is taken over, and the number; null after a diagnostic.</summary>
    private (BoundSource Source, BoundExpression Value)? NumberOver(ExpressionSyntax of, KindSyntax? over, SyntaxNode phrase, string fits, Scope scope)
    {
        BoundSource source;
        BoundExpression value;
        if (over is not null)
        {
            source = expressions.Sources.BindSource(over, scope, out Scope inner);
            value = expressions.BindValue(of, inner, LanguageType.Number);
        }
        else if (of is OfSyntax member)
        {
            BoundExpression list = expressions.BindValue(member.Argument, scope);
            if (list.Type.Kind == TypeKind.Error)
            {
                return null;
            }

            source = expressions.Sources.SourceOfList(list, scope, member, null);
            value = expressions.Members.NameOf(member.Name, new BoundVariable(context.Place(member), source.Variable), member, LanguageType.Number);
        }
        else
        {
            context.Diagnostics.Report(TypeDiagnostics.Unexpected(context.Place(phrase), LanguageType.Number, fits));
            return null;
        }

        if (value.Type.IsNumeric || value.Type.Kind == TypeKind.Error)
        {
            return (source, value);
        }

        context.Diagnostics.Report(TypeDiagnostics.Unexpected(context.Place(phrase), value.Type, "a number"));
        return null;
    }

    public static LanguageType ThingOf(BoundSource source) => source.Variable.Type;

    public BoundExpression BindFirst(FirstSyntax first, Scope scope)
    {
        BoundExpression list = expressions.BindValue(first.List, scope);
        if (list.Type.Kind == TypeKind.Error)
        {
            return new BoundError(context.Place(first));
        }

        BoundSource source = expressions.Sources.SourceOfList(list, scope, first, null);
        BoundVariable thing = new(context.Place(first), source.Variable);
        ImmutableArray<BoundOrderKey>.Builder keys = ImmutableArray.CreateBuilder<BoundOrderKey>();
        foreach (OrderKeySyntax key in first.Keys)
        {
            BoundExpression value = context.Ordered(KeyValue(key.Value, thing, scope), key.Value);
            if (value is BoundError)
            {
                return value;
            }

            keys.Add(new BoundOrderKey(value, key.IsDescending));
        }

        return new BoundFirst(ThingOf(source), context.Place(first), source, first.IsLast, keys.ToImmutable());
    }

    /// <summary>A key by its name alone: a field or a definition of the thing; or a whole expression.</summary>
    public BoundExpression KeyValue(ExpressionSyntax syntax, BoundVariable thing, Scope scope) => syntax switch
    {
        NameExpressionSyntax name => expressions.Members.NameOf(new NameSyntax(name.Span, name.Name), thing, name, null),
        MemberSyntax { Receiver: NameExpressionSyntax receiver } member when scope.Find(receiver.Name) is null && receiver.Name != "claim" =>
            KeyValue(receiver, thing, scope) is { Type.Kind: not TypeKind.Error } head ? expressions.Members.MemberOf(head, member.Name, context.Place(member)) : new BoundError(context.Place(member)),
        _ => expressions.BindValue(syntax, scope),
    };

    public BoundExpression BindRun(RunSyntax run, Scope scope)
    {
        BoundSource source = expressions.Sources.BindSource(run.Kind, scope, out Scope inner);
        BoundVariable thing = new(context.Place(run), source.Variable);
        BoundExpression by = context.Ordered(KeyValue(run.By, thing, inner), run.By);
        VariableSymbol previous = context.Slots.New("previous", context.Place(run), source.Variable.Type);
        inner.Add(previous);
        BoundExpression broken = expressions.BindCondition(run.Broken, inner);
        return by is BoundError || broken is BoundError
            ? new BoundError(context.Place(run))
            : new BoundRun(LanguageType.ListOf(source.Variable.Type.Things), context.Place(run), source, by, previous, broken);
    }
}
