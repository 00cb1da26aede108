namespace EditEngine.Compiler.Binding;

/// <summary>The definitions and lets that are written out just now, one inside another.</summary>
internal sealed class NamesInUse
{
    private const string Let = "let ";

    private readonly Stack<string> _names = new();
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private int _definitions;

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<string> All => _all;

    /// <summary>None of them is a definition, which serves many edits.</summary>
    public bool AreLets => _definitions == 0;

    /// <summary>False where the name is in use already: it leads back to itself.</summary>
    public bool TryEnter(string name)
    {
        if (!_all.Add(name))
        {
            return false;
        }

        _names.Push(name);
        _definitions += name.StartsWith(Let, StringComparison.Ordinal) ? 0 : 1;
        return true;
    }

    public void Leave()
    {
        string name = _names.Pop();
        _all.Remove(name);
        _definitions -= name.StartsWith(Let, StringComparison.Ordinal) ? 0 : 1;
    }
}
