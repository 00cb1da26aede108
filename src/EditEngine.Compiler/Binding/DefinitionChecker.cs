using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds each kind once by itself, so that a mistake in one that no edit uses is told too.</summary>
internal sealed class DefinitionChecker
{
    private readonly PackSymbols _symbols;
    private readonly DiagnosticBag _diagnostics;

    public DefinitionChecker(PackSymbols symbols, DiagnosticBag diagnostics)
    {
        _symbols = symbols;
        _diagnostics = diagnostics;
    }

    public void Check()
    {
        foreach (KindDefinition kind in _symbols.Kinds.Values.OrderBy(kind => kind.Syntax.Name.Text, StringComparer.Ordinal))
        {
            // What a context or a group is, only a use can say.
            if (kind.Syntax.Context is not null || kind.Syntax.Kind.Group is not null)
            {
                continue;
            }

            SlotCounter slots = new();
            ExpressionBinder binder = new(_symbols, _diagnostics, ImmutableDictionary<string, ParameterSymbol>.Empty, slots, kind.Source);
            NameSyntax variable = kind.Syntax.Variable;
            KindAlternativeSyntax use = new(variable.Span, [kind.Syntax.Name, variable with { Text = "#" + variable.Text }]);
            binder.BindSource(new KindSyntax(variable.Span, [use], null, null, null), Scope.Root(slots), out _);
        }
    }
}
