using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>and, or, and what is chosen: by conditions, or where the first is not there.</summary>
internal sealed class LogicBinder(BindingContext context, ExpressionBinder expressions)
{
    public BoundExpression BindAnd(BinarySyntax and, Scope scope)
    {
        // What an operand establishes (a row's name, a narrower kind) holds for those after it, and in the clauses that follow.
        ImmutableArray<BoundExpression>.Builder operands = ImmutableArray.CreateBuilder<BoundExpression>();
        Scope current = scope;
        bool isNever = false;
        List<ExpressionSyntax> written = Flatten(and, BinaryOperator.And);
        for (int i = 0; i < written.Count; i++)
        {
            ExpressionSyntax operand = written[i];
            if (i + 1 < written.Count && new ComparisonMend(context).OfTwoOrders(operand, written[i + 1], current) is { } order)
            {
                operands.Add(context.Report(order, operand));
                i++;
                continue;
            }

            BoundExpression bound = expressions.BindCondition(operand, current);
            operands.Add(isNever && IsUntyped(bound) ? context.Constant(LanguageType.Condition, operand, new YesNoConstant(false)) : bound);
            current = Narrowed(current, bound);
            isNever |= IsNever(bound);
        }

        return new BoundAnd(context.Place(and), operands.ToImmutable());
    }

    public BoundExpression BindOr(BinarySyntax or, Scope scope) =>
        new BoundOr(context.Place(or), [.. Flatten(or, BinaryOperator.Or).Select(operand => expressions.BindCondition(operand, scope.Child()))]);

    /// <summary>The operands of a chain from left to right; the parser nests it to the left.</summary>
    private static List<ExpressionSyntax> Flatten(ExpressionSyntax syntax, BinaryOperator op)
    {
        List<ExpressionSyntax> operands = [];
        Stack<ExpressionSyntax> open = new([syntax]);
        while (open.TryPop(out ExpressionSyntax? next))
        {
            if (next is BinarySyntax binary && binary.Operator == op)
            {
                open.Push(binary.Right);
                open.Push(binary.Left);
            }
            else
            {
                operands.Add(next);
            }
        }

        return operands;
    }

    public BoundExpression BindChoice(ChoiceSyntax choice, Scope scope, LanguageType? expected)
    {
        ImmutableArray<BoundBranch>.Builder branches = ImmutableArray.CreateBuilder<BoundBranch>();
        List<BoundExpression> values = [];
        LanguageType? type = null;
        foreach (ChoiceBranchSyntax branch in choice.Branches)
        {
            BoundExpression? condition = branch.Condition is null ? null : expressions.BindCondition(branch.Condition, scope);
            Scope inner = condition is null ? scope : condition is BoundAnd and ? and.Operands.Aggregate(scope, Narrowed) : Narrowed(scope, condition);
            BoundExpression value = expressions.BindValue(branch.Value, inner, expected ?? type ?? TypeRules.OpenWord);
            if (condition is not null && IsUntyped(value) && (condition is BoundAnd all ? all.Operands.Any(IsNever) : IsNever(condition)))
            {
                value = context.Constant(LanguageType.Error, branch.Value, NoneConstant.Instance);
            }

            branches.Add(new BoundBranch(value, condition));
            if (value.Type.Kind == TypeKind.Error || value is BoundConstant { Value: NoneConstant })
            {
                continue;
            }

            if (!context.IsChosenWhole(value, branch.Value))
            {
                return new BoundError(context.Place(choice));
            }

            if (type is not null && !TypeRules.AreComparable(type, value.Type))
            {
                return context.Report(TypeDiagnostics.ChoiceTypes(context.Place(branch), type, value.Type), choice);
            }

            values.Add(value);
            type = TypeRules.WidestOf(values);
        }

        return new BoundChoice(type ?? LanguageType.Error, context.Place(choice), branches.ToImmutable());
    }

    public BoundExpression BindOrElse(OrElseSyntax orElse, Scope scope, LanguageType? expected)
    {
        BoundExpression first = expressions.BindValue(orElse.First, scope, expected);
        BoundExpression second = expressions.BindValue(orElse.Second, scope, first.Type.Kind == TypeKind.Error ? expected : first.Type);
        if (first.Type.Kind == TypeKind.Error || second.Type.Kind == TypeKind.Error || !context.IsChosenWhole(first, orElse.First))
        {
            return new BoundError(context.Place(orElse));
        }

        return TypeRules.AreComparable(first.Type, second.Type)
            ? new BoundOrElse(TypeRules.WidestOf([first, second]), context.Place(orElse), first, second)
            : context.Report(TypeDiagnostics.ChoiceTypes(context.Place(orElse), first.Type, second.Type), orElse);
    }

    // A thing that is of no kind behind a condition has fields of no type: what is asked of it is never asked, and is no mistake.
    private static bool IsUntyped(BoundExpression bound) => BoundTree.All(bound).Any(node => node is BoundError);

    private static bool IsNever(BoundExpression condition) =>
        condition is BoundConstant { Value: YesNoConstant { Value: false } } || (KindsOf(condition) is (BoundVariable thing, ThingKinds kinds) && (thing.Type.Things & kinds) == ThingKinds.None);

    private static (BoundExpression? Thing, ThingKinds Kinds) KindsOf(BoundExpression condition) => condition switch
    {
        BoundIsIn isIn => (isIn.Thing, isIn.Kinds),
        BoundNot { Operand: BoundIsIn isIn } => (isIn.Thing, isIn.Thing.Type.Things & ~isIn.Kinds),
        BoundIsKind isKind => (isKind.Thing, isKind.Alternatives.Aggregate(ThingKinds.None, (all, one) => all | one.Kind)),
        _ => (null, ThingKinds.None),
    };

    private static Scope Narrowed(Scope scope, BoundExpression condition)
    {
        (BoundExpression? thing, ThingKinds kinds) = KindsOf(condition);
        if (thing is not BoundVariable { Variable: VariableSymbol variable } || scope.Find(variable.Name) is not VariableSymbol)
        {
            return scope;
        }

        Scope narrowed = scope.Child();
        narrowed.Narrow(variable with { Type = variable.Type with { Things = variable.Type.Things & kinds } });
        return narrowed;
    }
}
