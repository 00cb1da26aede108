using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>A row of a file, ready for a table but for the end of its release.</summary>
/// <param name="Key">Its key cells as one text.</param>
/// <param name="Rest">Its other cells as one text: the same in two releases, it is one row.</param>
/// <param name="Cells">The cells.</param>
/// <param name="From">Its own first day; <see cref="int.MinValue"/> where it says none.</param>
/// <param name="Through">Its own last day; <see cref="int.MaxValue"/> where it says none.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="IsAssumed">True where the file says less than a day.</param>
internal sealed record FoundRow(string Key, string Rest, TableCell[] Cells, int From, int Through, long Line, bool IsAssumed);

/// <summary>The rows of one file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Release">Its release; null where nothing says it and nothing needs it.</param>
/// <param name="Rows">The rows.</param>
internal sealed record FoundRows(string File, Release? Release, IReadOnlyList<FoundRow> Rows);
