using EditEngine.Codes;

namespace EditEngine.Compiler.Binding;

/// <summary>
/// Sets that are the union of others and of codes of their own, put together at once where one of them is asked for: a chain of ten thousand,
/// each with one code more, is then as long as it is written.
/// </summary>
internal sealed class SetsToJoin
{
    private readonly Dictionary<string, (CodeSet Own, IEnumerable<string> Parts)> _sets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>Keeps a set for later; of its parts, those that are kept themselves are joined with it.</summary>
    public void Add(string name, CodeSet own, IEnumerable<string> parts) => _sets[name] = (own, parts);

    /// <summary>The whole set, given once; null where it is given already or not kept.</summary>
    public CodeSet? Join(string name)
    {
        if (!_sets.ContainsKey(name) || !_given.Add(name))
        {
            return null;
        }

        List<CodeInterval> codes = [];
        HashSet<string> joined = new(StringComparer.Ordinal);
        Stack<string> open = new([name]);
        while (open.TryPop(out string? next))
        {
            if (joined.Add(next) && _sets.TryGetValue(next, out (CodeSet Own, IEnumerable<string> Parts) set))
            {
                codes.AddRange(set.Own.Intervals);
                foreach (string part in set.Parts)
                {
                    open.Push(part);
                }
            }
        }

        CodeSet whole = CodeSet.From(codes);
        _sets[name] = (whole, []);
        return whole;
    }
}
