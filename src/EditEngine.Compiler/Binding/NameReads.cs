namespace EditEngine.Compiler.Binding;

/// <summary>What a name is looked up as.</summary>
internal enum NameKind
{
    CodeSet,
    Table,
    Parameter,
    Fact,
    Kind,
    Value,
    Reason,
}

/// <summary>What the binding of an edit has asked of the pack's names, those that there are not too: it comes out the same while these mean the same.</summary>
internal sealed class NameReads
{
    private readonly HashSet<(NameKind Kind, string Name)> _names = [];
    private readonly HashSet<string> _circles = new(StringComparer.Ordinal);

    /// <summary>All names of some kind were listed, as what may have been meant.</summary>
    public bool AreListed { get; private set; }

    /// <summary>Definitions that were found to lead back to themselves.</summary>
    public IReadOnlyCollection<string> Circles => _circles;

    public void Ask(NameKind kind, string name) => _names.Add((kind, name));

    public void List() => AreListed = true;

    public void TellCircle(IEnumerable<string> names) => _circles.UnionWith(names);

    /// <summary>One of the names that were asked.</summary>
    public bool HaveAsked(Func<(NameKind Kind, string Name), bool> which) => _names.Any(which);
}
