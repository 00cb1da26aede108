using EditEngine.Diagnostics;

namespace EditEngine.Tables;

/// <summary>Where a row of a table came from.</summary>
/// <param name="File">Name of the file it was read from.</param>
/// <param name="Line">Line of that file, from 1, headers counted; 0 where there are no lines.</param>
/// <param name="Release">The publisher's name of the release, or null.</param>
/// <param name="Assumed">True where the file did not say the dates of the row and the importer assumed them.</param>
internal readonly record struct RowSource(string File, long Line, string? Release = null, bool Assumed = false)
{
    /// <summary>The row, or a cell of it, as a place for a diagnostic.</summary>
    public TablePlace At(string? column = null) => new(File, Line, column);
}
