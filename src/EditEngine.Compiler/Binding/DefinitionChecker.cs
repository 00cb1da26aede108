using System.Collections;
using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>Looks at each definition by itself, so that a mistake in one that no edit uses is told too.</summary>
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
        foreach (ValueDefinition value in _symbols.Values.Values)
        {
            CheckCircle(value);
        }

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

    // The types of its names only a use can say; whether it leads back to itself stands in the text.
    private void CheckCircle(ValueDefinition value)
    {
        HashSet<string> reached = [];
        Stack<ValueDefinition> open = new([value]);
        while (open.TryPop(out ValueDefinition? definition))
        {
            foreach (string name in NamesIn(definition.Syntax.Value).Except(definition.Syntax.Parameters.Select(parameter => parameter.Text)))
            {
                if (_symbols.Values.TryGetValue(name, out ValueDefinition? used) && reached.Add(name))
                {
                    open.Push(used);
                }
            }
        }

        if (reached.Contains(value.Syntax.Name.Text) && !_symbols.InCircles.Overlaps(reached))
        {
            _symbols.InCircles.UnionWith(reached);
            _diagnostics.Report(NameDiagnostics.Recursive(value.Source.PlaceOf(value.Syntax.Name.Span), value.Syntax.Name.Text));
        }
    }

    private static IEnumerable<string> NamesIn(object node) => node switch
    {
        NameExpressionSyntax name => [name.Name],
        OfSyntax of => NamesBelow(of).Append(of.Name.Text),
        SyntaxNode => NamesBelow(node),
        string => [],
        IEnumerable parts => parts.Cast<object>().SelectMany(NamesIn),
        _ => [],
    };

    private static IEnumerable<string> NamesBelow(object node) =>
        NodeParts.Of(node, static property => property.PropertyType == typeof(TextSpan)).Select(part => part.Value).OfType<object>().SelectMany(NamesIn);
}
