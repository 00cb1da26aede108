namespace EditEngine.Compiler.Binding;

/// <summary>The circles of a graph of definitions: those that lead to one another and back. Found in one walk, however long the chains are.</summary>
internal sealed class DefinitionCircles
{
    private readonly Dictionary<string, IReadOnlyCollection<string>> _circles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lowest = new(StringComparer.Ordinal);
    private readonly Stack<string> _members = new();
    private readonly HashSet<string> _isMember = new(StringComparer.Ordinal);

    public DefinitionCircles(DefinitionGraph graph, Func<DefinitionUse, bool> counts)
    {
        foreach (DefinitionNode start in graph.All)
        {
            if (!_numbers.ContainsKey(start.Name))
            {
                Walk(start, graph, counts);
            }
        }
    }

    /// <summary>The members of the circle that a definition is in; null where it is in none.</summary>
    public IReadOnlyCollection<string>? Of(string name) => _circles.GetValueOrDefault(name);

    // Strongly connected components, after Tarjan.
    private void Walk(DefinitionNode start, DefinitionGraph graph, Func<DefinitionUse, bool> counts)
    {
        Stack<(DefinitionNode Node, int Next)> open = new();
        Begin(start);
        while (open.TryPop(out (DefinitionNode Node, int Next) one))
        {
            (DefinitionNode node, int next) = one;
            if (next == node.Uses.Length)
            {
                End(node, counts);
                if (open.TryPeek(out (DefinitionNode Node, int Next) user))
                {
                    _lowest[user.Node.Name] = Math.Min(_lowest[user.Node.Name], _lowest[node.Name]);
                }

                continue;
            }

            open.Push((node, next + 1));
            DefinitionUse use = node.Uses[next];
            if (!counts(use))
            {
                continue;
            }

            if (!_numbers.TryGetValue(use.Name, out int number))
            {
                Begin(graph.Of(use.Name));
            }
            else if (_isMember.Contains(use.Name))
            {
                _lowest[node.Name] = Math.Min(_lowest[node.Name], number);
            }
        }

        void Begin(DefinitionNode node)
        {
            _numbers[node.Name] = _lowest[node.Name] = _numbers.Count;
            _members.Push(node.Name);
            _isMember.Add(node.Name);
            open.Push((node, 0));
        }
    }

    private void End(DefinitionNode node, Func<DefinitionUse, bool> counts)
    {
        if (_lowest[node.Name] != _numbers[node.Name])
        {
            return;
        }

        List<string> circle = [];
        string member;
        do
        {
            member = _members.Pop();
            _isMember.Remove(member);
            circle.Add(member);
        }
        while (member != node.Name);

        if (circle.Count > 1 || node.Uses.Any(use => use.Name == node.Name && counts(use)))
        {
            foreach (string one in circle)
            {
                _circles[one] = circle;
            }
        }
    }
}
