using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Defined kinds, written out in the places of their uses.</summary>
internal sealed class KindBinder(BindingContext context)
{
    /// <summary>A defined kind written out: its stores, and its conditions on the variable.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="variable">The name whose things are asked.</param>
    /// <param name="of">What stands after <c>of</c>, or null.</param>
    /// <param name="use">Where it is asked.</param>
    public ImmutableArray<BoundAlternative> AlternativesOf(KindDefinition definition, VariableSymbol variable, BoundExpression? of, SyntaxNode use)
    {
        DefineKindSyntax syntax = definition.Syntax;
        if (!context.TryEnterDefinition(syntax.Name.Text, definition.Source, use, out BindingContext? inside))
        {
            return [];
        }

        if (!context.Expansion.TryEnterKind())
        {
            context.TooMuch(use);
            return [];
        }

        ImmutableArray<BoundAlternative> alternatives = (syntax.Context is null) == (of is null) ? WrittenOut(syntax, variable, of, inside, use) : WrongArguments(syntax, of, use);
        context.Expansion.LeaveKind();
        return alternatives;
    }

    private ImmutableArray<BoundAlternative> WrongArguments(DefineKindSyntax syntax, BoundExpression? of, SyntaxNode use)
    {
        string defined = syntax.Context is null ? "no other thing" : $"'{syntax.Name.Text} {syntax.Variable.Text} of {syntax.Context.Text}'";
        context.Diagnostics.Report(TypeDiagnostics.Arguments(context.Place(use), syntax.Name.Text, defined, of is null ? "none" : "one"));
        return [];
    }

    private ImmutableArray<BoundAlternative> WrittenOut(DefineKindSyntax syntax, VariableSymbol variable, BoundExpression? of, BindingContext inside, SyntaxNode use)
    {
        Scope body = Scope.Root(context.Slots);
        VariableSymbol? ofVariable = of switch
        {
            null => null,
            BoundVariable known => known.Variable with { Name = syntax.Context!.Text }, // It has one where something stands after 'of'.
            _ => context.Slots.New(syntax.Context!.Text, inside.Place(syntax.Context), of.Type), // The same.
        };
        if (ofVariable is not null)
        {
            body.Add(ofVariable);
        }

        bool isArgument = of is not (null or BoundVariable);
        if (isArgument)
        {
            context.Expansion.Argue(ofVariable!.Slot, of!); // What is an argument is there, and has a name.
        }

        KindPhrase phrase = KindPhrase.Of(syntax.Kind, context.Symbols.IsKind);
        VariableSymbol own = variable with { Name = syntax.Variable.Text };
        ImmutableArray<BoundAlternative> alternatives = new ExpressionBinder(inside).Sources.Resolve(syntax.Kind, phrase, own, body).Alternatives;
        return isArgument
            ? [.. alternatives.Select(one => one with { Conditions = [.. one.Conditions.Select(condition => WithArgument(syntax, ofVariable!, of!, condition, use))] })] // As above.
            : alternatives;
    }

    private BoundExpression WithArgument(DefineKindSyntax syntax, VariableSymbol variable, BoundExpression of, BoundExpression condition, SyntaxNode use) =>
        new BoundUse(context.Place(use), syntax.Name.Text, [variable], [of], condition);
}
