namespace EditEngine.Compiler.Editing;

/// <summary>The names of an edit or a definition that stand at a place, the last given first.</summary>
internal sealed class LocalNames
{
    /// <summary>There are none yet.</summary>
    public static readonly LocalNames None = new(null, default, null);

    private readonly LocalNames? _before;
    private readonly NameKey _key;
    private readonly string? _table;

    private LocalNames(LocalNames? before, NameKey key, string? table)
    {
        _before = before;
        _key = key;
        _table = table;
    }

    /// <summary>The same with one more.</summary>
    /// <param name="key">The name.</param>
    /// <param name="table">The table that it is a row of; null: it is none.</param>
    public LocalNames With(NameKey key, string? table) => new(this, key, table);

    /// <summary>Whether a name stands there.</summary>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>A name, and the table that it is a row of.</summary>
    public (NameKey Key, string? Table)? Find(string name)
    {
        for (LocalNames? at = this; at?._before is not null; at = at._before)
        {
            if (at._key.Name == name)
            {
                return (at._key, at._table);
            }
        }

        return null;
    }
}
