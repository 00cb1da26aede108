using System.Collections.Immutable;

namespace EditEngine.Formats.Cms;

/// <summary>What the columns of a file with one header line are to a table.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Keys">Names of the key columns, in order; where none is named, the first column is.</param>
internal sealed record CsvTable(string Name, ImmutableArray<string> Keys)
{
    /// <summary>Column of the first day in force; null: 'effective' where there is such a column, else rows have no beginning.</summary>
    public string? FromColumn { get; init; }

    /// <summary>Column of the last day in force; null: 'deleted' where there is such a column, else rows have no end.</summary>
    public string? ThroughColumn { get; init; }

    /// <summary>
    /// Types by column name: text, number, date, yes-no, or a code system as procedure, diagnosis, modifier, place-of-service. Columns that are not
    /// among them are inferred from their cells, and a note says how each was.
    /// </summary>
    public ImmutableDictionary<string, string> Types { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The layout with what is not said filled in from a header.</summary>
    internal CsvTable For(string[] header)
    {
        ImmutableArray<string> keys = Keys.IsDefaultOrEmpty ? [header[0]] : Keys;
        return this with
        {
            Keys = keys,
            FromColumn = FromColumn ?? Usual("effective"),
            ThroughColumn = ThroughColumn ?? Usual("deleted"),
        };

        string? Usual(string name) =>
            header.Contains(name, StringComparer.OrdinalIgnoreCase) && !keys.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : null;
    }
}
