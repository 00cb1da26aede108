using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Reference;

/// <summary>A table, a code set from a file or a code table that a pack reads.</summary>
/// <param name="Name">As rules call it: <c>@fees</c>, or <c>codes of procedure</c>.</param>
/// <param name="Kind">What it is declared as.</param>
/// <param name="File">The file as the rules name it; null for rows written in the rules.</param>
/// <param name="Place">Where it is declared.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Releases">The publisher's names of the releases that its rows come from, by their first day, then by name; empty where none is told.</param>
/// <param name="Days">The days that its rows cover.</param>
internal sealed record ReferenceTable(
    string Name, ReferenceKind Kind, string? File, SourceSpan Place, long Rows, ImmutableArray<string> Releases, TableDays Days);

/// <summary>How a pack reads a table.</summary>
internal enum ReferenceKind
{
    /// <summary><c>table @NAME</c></summary>
    Table,

    /// <summary><c>codes @NAME : SYSTEM from …</c></summary>
    CodeSet,

    /// <summary><c>codes of SYSTEM from …</c></summary>
    CodeTable,
}
