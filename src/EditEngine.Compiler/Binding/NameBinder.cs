using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Bare names: things, rows, lets, definitions of no thing, words.</summary>
internal sealed class NameBinder(BindingContext context, ExpressionBinder expressions)
{
    public BoundExpression BindName(NameExpressionSyntax name, Scope scope, LanguageType? expected)
    {
        SourceSpan place = context.Place(name);
        switch (scope.Find(name.Name))
        {
            case VariableSymbol variable:
                return context.Expansion.TryRead(variable.Slot) ? new BoundVariable(place, variable) : context.TooMuch(name);
            case BoundRow row:
                return context.Expansion.TryRead(row) ? row : context.TooMuch(name);
            case BoundError:
                return new BoundError(place);
            case LetName let:
                return BindLet(let, name, expected);
        }

        if (name.Name.Length == 0 && scope.ImplicitThing is VariableSymbol thing)
        {
            return new BoundVariable(place, thing);
        }

        if (expected is { Kind: TypeKind.Text, Words: WordList words } && words.Words.Contains(name.Name))
        {
            return expressions.Literals.BindWord(name.Name, place, expected);
        }

        switch (name.Name)
        {
            case "claim":
                return new BoundClaim(place);
            case "patient":
                return new BoundField(place, new BoundClaim(place), FieldSymbols.Find(ThingKinds.Claim, "patient")!); // In the table of fields.
            case "none":
                return new BoundConstant(expected ?? LanguageType.Error, place, NoneConstant.Instance);
        }

        if (context.Symbols.Values.TryGetValue(name.Name, out ValueDefinition? definition) && definition.Syntax.Parameters.IsEmpty)
        {
            return expressions.Uses.BindUse(definition, [], name, expected);
        }

        if (expected?.Kind == TypeKind.YesNo && name.Name is "yes" or "no")
        {
            return new BoundConstant(LanguageType.YesNo, place, new YesNoConstant(name.Name == "yes"));
        }

        bool isWord = expected?.Kind == TypeKind.Code ? !char.IsAsciiLetterLower(name.Name[0]) : expected is { Kind: TypeKind.Text, Words: not null };
        if (!isWord && (ThingNames.FromWord(name.Name) != ThingKinds.None || context.Symbols.Kinds.ContainsKey(name.Name)))
        {
            string kind = $"'count of {name.Name} x where (…)' or 'sum of x.FIELD over {name.Name} x'";
            return context.Report(TypeDiagnostics.Unexpected(place, "a kind of things", $"a thing that has a name, or {kind},"), name);
        }

        return isWord ? expressions.Literals.BindLiteral(name.Name, name.Span, expected) : context.Report(NameDiagnostics.UnknownName(place, name.Name, KnownNames(scope), context.Symbols.AtNames.Concat(context.Parameters.Keys).Select(at => "@" + at)), name);
    }

    private IEnumerable<string> KnownNames(Scope scope) =>
        scope.Names().Concat(context.Symbols.Values.Where(v => v.Value.Syntax.Parameters.IsEmpty).Select(v => v.Key)).Append("claim").Append("patient");

    private BoundExpression BindLet(LetName let, NameExpressionSyntax name, LanguageType? expected)
    {
        // A let means what it would mean written out in its place.
        return context.TryEnterLet(let, name, out BindingContext? inside)
            ? new ExpressionBinder(inside).BindValue(let.Let.Value, let.Scope, expected)
            : new BoundError(context.Place(name));
    }
}
