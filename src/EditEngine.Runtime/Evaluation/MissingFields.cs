using System.Collections.Immutable;

namespace EditEngine.Evaluation;

/// <summary>Collects the fields on which something unknown hangs.</summary>
internal sealed class MissingFields
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Adds a field.</summary>
    public void Add(string name) => _names.Add(name);

    /// <summary>Adds those of another.</summary>
    public void AddAll(MissingFields? other) => _names.UnionWith(other?._names ?? []);

    /// <summary>Ordinal order, distinct.</summary>
    public ImmutableArray<string> ToImmutable() => [.. _names];
}
