using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EditEngine.Codes;
using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine.Packs;

/// <summary>The sets and tables of plans that are written: each named once, sets by their place, tables by their content.</summary>
internal sealed class WrittenReferences : IPlanNames
{
    private readonly Dictionary<string, string> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Table> _tables = new(StringComparer.Ordinal);

    /// <summary>The sets, in the order of their names.</summary>
    public List<CodeSet> Sets { get; } = [];

    /// <summary>The tables, by their content hashes.</summary>
    public IEnumerable<Table> Tables => _tables.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value);

    /// <inheritdoc/>
    public string NameOf(CodeSet set)
    {
        if (!_sets.TryGetValue(set.ContentHash, out string? name))
        {
            name = Sets.Count.ToString(CultureInfo.InvariantCulture);
            _sets.Add(set.ContentHash, name);
            Sets.Add(set);
        }

        return name;
    }

    /// <inheritdoc/>
    public string NameOf(Table table)
    {
        _tables.TryAdd(table.ContentHash, table);
        return table.ContentHash;
    }
}

/// <summary>The sets and tables of plans that are read.</summary>
internal sealed class ReadReferences(ImmutableArray<CodeSet> sets, ImmutableDictionary<string, Table> tables) : IPlanReferences
{
    /// <inheritdoc/>
    public CodeSet SetOf(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int place) && place < sets.Length ? sets[place] : throw new JsonException($"there is no set {name}");

    /// <inheritdoc/>
    public Table TableOf(string name) => tables.TryGetValue(name, out Table? table) ? table : throw new MissingTableException(name);
}

/// <summary>A plan names a table that is not there.</summary>
internal sealed class MissingTableException(string name) : Exception(name)
{
    /// <summary>Its content hash.</summary>
    public string Hash => Message;
}
