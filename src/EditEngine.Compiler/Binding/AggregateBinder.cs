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

    public BoundExpression BindSum(SumSyntax sum, Scope scope)
    {
        BoundSource source;
        BoundExpression value;
        if (sum.Over is KindSyntax over)
        {
            source = expressions.Sources.BindSource(over, scope, out Scope inner);
            value = expressions.BindValue(sum.Value, inner, LanguageType.Number);
        }
        else if (sum.Value is OfSyntax of)
        {
            BoundExpression list = expressions.BindValue(of.Argument, scope);
            if (list.Type.Kind == TypeKind.Error)
            {
                return new BoundError(context.Place(sum));
            }

            source = expressions.Sources.SourceOfList(list, scope, of, null);
            value = expressions.Members.NameOf(of.Name, new BoundVariable(context.Place(of), source.Variable), of, LanguageType.Number);
        }
        else
        {
            return context.Report(TypeDiagnostics.Unexpected(context.Place(sum), LanguageType.Number, "'sum of VALUE of g' or 'sum of VALUE over KIND'"), sum);
        }

        return value.Type.IsNumeric ? new BoundSum(value.Type, context.Place(sum), source, value)
            : value.Type.Kind == TypeKind.Error ? context.OfUntyped(sum, value)
            : context.Report(TypeDiagnostics.Unexpected(context.Place(sum), value.Type, "a number"), sum);
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
