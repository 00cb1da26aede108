using System.Collections;
using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>A definition's name in the text of another.</summary>
/// <param name="Name">The name.</param>
/// <param name="Level">How many expressions stand around it.</param>
/// <param name="IsValue">It stands as a value or as what is <c>of</c> something, rather than in a phrase.</param>
internal readonly record struct DefinitionUse(string Name, int Level, bool IsValue);

/// <summary>A definition as far as its text goes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where its name stands.</param>
/// <param name="Nodes">Expressions in its own text.</param>
/// <param name="Height">How many of them stand inside one another.</param>
/// <param name="Uses">Other definitions that it names, as often as it does.</param>
internal sealed record DefinitionNode(string Name, EditEngine.Diagnostics.SourceSpan Place, int Nodes, int Height, ImmutableArray<DefinitionUse> Uses);

/// <summary>Which definitions name which others: all that their texts tell before any is bound. Walked without recursion, for chains may be long.</summary>
internal sealed class DefinitionGraph
{
    private readonly Dictionary<string, DefinitionNode> _nodes = new(StringComparer.Ordinal);

    public DefinitionGraph(PackSymbols symbols)
    {
        foreach (ValueDefinition value in symbols.Values.Values)
        {
            Add(symbols, value.Syntax.Name, value.Source, value.Syntax.Value, [.. value.Syntax.Parameters.Select(parameter => parameter.Text)]);
        }

        foreach (KindDefinition kind in symbols.Kinds.Values)
        {
            Add(symbols, kind.Syntax.Name, kind.Source, kind.Syntax.Kind, [kind.Syntax.Variable.Text, .. kind.Syntax.Context is null ? [] : (string[])[kind.Syntax.Context.Text]]);
        }
    }

    /// <summary>All definitions, in the order declared, values before kinds.</summary>
    public IReadOnlyCollection<DefinitionNode> All => _nodes.Values;

    public DefinitionNode Of(string name) => _nodes[name];

    /// <summary>Every definition after those that it uses; where they lead back to one another, in some order.</summary>
    public IEnumerable<DefinitionNode> FromUsedToUser()
    {
        HashSet<string> begun = new(StringComparer.Ordinal);
        Stack<(DefinitionNode Node, int Next)> open = new();
        foreach (DefinitionNode start in _nodes.Values)
        {
            if (begun.Add(start.Name))
            {
                open.Push((start, 0));
            }

            while (open.TryPop(out (DefinitionNode Node, int Next) one))
            {
                if (one.Next == one.Node.Uses.Length)
                {
                    yield return one.Node;
                    continue;
                }

                open.Push((one.Node, one.Next + 1));
                if (begun.Add(one.Node.Uses[one.Next].Name))
                {
                    open.Push((_nodes[one.Node.Uses[one.Next].Name], 0));
                }
            }
        }
    }

    private void Add(PackSymbols symbols, NameSyntax name, SourceText source, SyntaxNode text, HashSet<string> own)
    {
        Reader reader = new(used => !own.Contains(used) && (symbols.Values.ContainsKey(used) || symbols.Kinds.ContainsKey(used)));
        reader.Read(text, 0);
        _nodes[name.Text] = new DefinitionNode(name.Text, source.PlaceOf(name.Span), reader.Nodes, reader.Height, reader.Uses.ToImmutable());
    }

    private sealed class Reader(Func<string, bool> isDefinition)
    {
        public ImmutableArray<DefinitionUse>.Builder Uses { get; } = ImmutableArray.CreateBuilder<DefinitionUse>();

        public int Nodes { get; private set; }

        public int Height { get; private set; }

        public void Read(object node, int level)
        {
            switch (node)
            {
                case NameExpressionSyntax name:
                    Use(name.Name, level, isValue: true);
                    break;
                case OfSyntax of:
                    Use(of.Name.Text, level, isValue: true);
                    break;
                case IsSyntax @is:
                    Use(@is.Word.Text, level, isValue: false);
                    break;
                case HasSameSyntax same:
                    Use(same.What.Text, level, isValue: false);
                    break;
                case KindAlternativeSyntax alternative:
                    foreach (NameSyntax word in alternative.Words)
                    {
                        Use(word.Text, level - 1, isValue: false); // beside the kind's conditions
                    }

                    return;
                case string or NameSyntax or DateSyntax or StringSyntax or SetSyntax:
                    return;
            }

            bool isLevel = node is KindSyntax or ExpressionSyntax and not ParenthesizedSyntax;
            Nodes += isLevel ? 1 : 0;
            int below = isLevel ? level + 1 : level;
            Height = Math.Max(Height, below);
            foreach (object part in PartsOf(node))
            {
                // A chain of one sign is nested by the parser and flat when it is bound.
                Read(part, node is BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or } chain && part is BinarySyntax inner && inner.Operator == chain.Operator ? level : below);
            }
        }

        private static IEnumerable<object> PartsOf(object node) =>
            NodeParts.Of(node, static property => property.PropertyType == typeof(TextSpan)).Select(part => part.Value).SelectMany(Flat);

        private static IEnumerable<object> Flat(object? value) => value switch
        {
            SyntaxNode => [value],
            string or null => [],
            IEnumerable list => list.Cast<object>().SelectMany(Flat),
            _ => [],
        };

        private void Use(string name, int level, bool isValue)
        {
            if (isDefinition(name))
            {
                Uses.Add(new DefinitionUse(name, level, isValue));
            }
        }
    }
}
