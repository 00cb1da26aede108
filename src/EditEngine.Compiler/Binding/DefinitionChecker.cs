using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Looks at each definition by itself, so that a mistake in one that no edit uses is told too.</summary>
internal sealed class DefinitionChecker
{
    private readonly PackSymbols _symbols;
    private readonly DiagnosticBag _diagnostics;
    private readonly DefinitionGraph _graph;

    public DefinitionChecker(PackSymbols symbols, DiagnosticBag diagnostics, DefinitionGraph graph)
    {
        _symbols = symbols;
        _diagnostics = diagnostics;
        _graph = graph;
    }

    public void Check()
    {
        DefinitionCircles circles = new(_graph, use => use.IsValue && _symbols.Values.ContainsKey(use.Name));
        foreach (DefinitionNode value in _graph.All.Where(node => _symbols.Values.ContainsKey(node.Name)))
        {
            ReportCircle(value, circles);
        }

        // A kind that others are made of is bound with them, and its mistakes are told at their places.
        HashSet<string> bound = new(StringComparer.Ordinal);
        KindDefinition[] kinds = [.. _symbols.Kinds.Values.Where(IsAlone).OrderBy(kind => kind.Syntax.Name.Text, StringComparer.Ordinal)];
        HashSet<string> parts = [.. kinds.SelectMany(kind => _graph.Of(kind.Syntax.Name.Text).Uses.Where(use => use.Name != kind.Syntax.Name.Text)).Select(use => use.Name)];
        foreach (KindDefinition kind in kinds.OrderBy(kind => parts.Contains(kind.Syntax.Name.Text)))
        {
            if (!bound.Contains(kind.Syntax.Name.Text))
            {
                Bind(kind);
                AddReached(kind.Syntax.Name.Text, bound);
            }
        }
    }

    // What a context or a group is, only a use can say; what is too large is told already.
    private bool IsAlone(KindDefinition kind) =>
        kind.Syntax.Context is null && kind.Syntax.Kind.Group is null && !_symbols.TooLarge.Contains(kind.Syntax.Name.Text);

    private void Bind(KindDefinition kind)
    {
        SlotCounter slots = new();
        ExpressionBinder binder = new(new BindingContext(_symbols, _diagnostics, slots, kind.Source));
        NameSyntax variable = kind.Syntax.Variable;
        KindAlternativeSyntax use = new(variable.Span, [kind.Syntax.Name, variable with { Text = "#" + variable.Text }]);
        binder.Sources.BindSource(new KindSyntax(variable.Span, [use], null, null, null), Scope.Root(slots), out _);
    }

    private void AddReached(string name, HashSet<string> reached)
    {
        Stack<string> open = new([name]);
        while (open.TryPop(out string? next))
        {
            if (reached.Add(next))
            {
                foreach (DefinitionUse use in _graph.Of(next).Uses.Where(use => _symbols.Kinds.ContainsKey(use.Name)))
                {
                    open.Push(use.Name);
                }
            }
        }
    }

    // The types of its names only a use can say; whether it leads back to itself stands in the text.
    private void ReportCircle(DefinitionNode value, DefinitionCircles circles)
    {
        if (circles.Of(value.Name) is IReadOnlyCollection<string> circle && !_symbols.InCircles.Overlaps(circle))
        {
            _symbols.InCircles.UnionWith(circle);
            _diagnostics.Report(NameDiagnostics.Recursive(value.Place, value.Name));
        }
    }
}
