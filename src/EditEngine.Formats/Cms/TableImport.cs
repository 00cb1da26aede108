using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>What an import made.</summary>
/// <param name="Table">The table; null where a file could not be read as what it should be, or too many rows were refused.</param>
/// <param name="Summary">Its counts.</param>
/// <param name="Problems">What was wrong, by file and row, in the order found; at most fifty of a kind, the rest counted.</param>
internal sealed record TableImport(Table? Table, ImportSummary Summary, ImmutableArray<Diagnostic> Problems);

/// <summary>The counts of an import: rows read are those kept, repeated, refused and set aside.</summary>
/// <param name="TableName">The table's name.</param>
/// <param name="Files">The files, as given.</param>
/// <param name="Release">The publisher's name of the release, or null.</param>
/// <param name="RowsRead">Rows seen below the headers; blank lines do not count.</param>
/// <param name="RowsKept">Rows in the table.</param>
/// <param name="RowsRepeated">Rows left out because they say again what another says.</param>
/// <param name="RowsRefused">Rows left out with an error.</param>
/// <param name="RowsAssumed">Rows kept whose dates the file does not say.</param>
/// <param name="FirstDate">The earliest first day of a row; null where none has one.</param>
/// <param name="LastDate">The latest first or last day of a row; null where none has one.</param>
/// <param name="TableHash">The table's content hash; null without a table.</param>
internal sealed record ImportSummary(
    string TableName,
    ImmutableArray<string> Files,
    string? Release,
    long RowsRead,
    long RowsKept,
    long RowsRepeated,
    long RowsRefused,
    long RowsAssumed,
    DateOnly? FirstDate,
    DateOnly? LastDate,
    string? TableHash)
{
    /// <summary>Rows left out because they are of another table, as modifiers among procedures, or no rows, as notes below them.</summary>
    public long RowsSetAside { get; init; }
}
