using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Definitions of values and conditions, written out in the places of their uses.</summary>
internal sealed class UseBinder(BindingContext context)
{
    /// <summary>The definition's value with arguments in the places of its names; <paramref name="use"/> is where it is asked.</summary>
    public BoundExpression BindUse(ValueDefinition definition, ImmutableArray<BoundExpression> arguments, SyntaxNode use, LanguageType? expected)
    {
        string name = definition.Syntax.Name.Text;
        if (!context.TryEnterDefinition(name, definition.Source, use, out BindingContext? inside))
        {
            return new BoundError(context.Place(use));
        }

        if (!context.Expansion.TryEnter())
        {
            return context.TooMuch(use);
        }

        SourceSpan place = context.Place(use);
        Scope body = Scope.Root(context.Slots);
        ImmutableArray<VariableSymbol>.Builder parameters = ImmutableArray.CreateBuilder<VariableSymbol>();
        for (int i = 0; i < arguments.Length; i++)
        {
            NameSyntax parameter = definition.Syntax.Parameters[i];
            VariableSymbol variable = arguments[i] is BoundVariable { Variable: GroupVariable group }
                ? new GroupVariable(parameter.Text, inside.Place(parameter), group.Type, context.Slots.New(null, place, group.Type).Slot, group.Keys, group.Members)
                : context.Slots.New(parameter.Text, inside.Place(parameter), arguments[i].Type);
            if (arguments[i] is not BoundVariable)
            {
                context.Expansion.Argue(variable.Slot, arguments[i]);
            }

            body.Add(variable);
            parameters.Add(variable);
        }

        LanguageType? wanted = expected is { Kind: TypeKind.Condition } && definition.Syntax.Value is ChoiceSyntax ? null : expected;
        BoundExpression value = new ExpressionBinder(inside).BindValue(definition.Syntax.Value, body, wanted);
        context.Expansion.Leave();
        return value.Type.Kind == TypeKind.Error && value is not BoundConstant
            ? new BoundError(place)
            : new BoundUse(place, name, parameters.ToImmutable(), arguments, value);
    }
}
