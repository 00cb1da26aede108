using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Where a pack's declarations get the files they name from; only the room of packs opens files.</summary>
internal interface IReferenceFiles
{
    /// <summary>The rows of a <c>.csv</c> file, or of the first sheet of a workbook (<c>.xlsx</c>): its header and cells as texts; or a diagnostic where it cannot be read.</summary>
    /// <param name="ruleFile">The rule file that names it.</param>
    /// <param name="name">The name as written.</param>
    /// <param name="place">Where it was written.</param>
    /// <param name="problem">What is wrong, or null.</param>
    CsvRows? ReadCsv(string ruleFile, string name, SourceSpan place, out Diagnostic? problem);

    /// <summary>A mapped <c>.table</c> file; or a diagnostic where it cannot be read.</summary>
    /// <param name="ruleFile">The rule file that names it.</param>
    /// <param name="name">The name as written.</param>
    /// <param name="place">Where it was written.</param>
    /// <param name="problem">What is wrong, or null.</param>
    Tables.Table? OpenTable(string ruleFile, string name, SourceSpan place, out Diagnostic? problem);

    /// <summary>Full paths of the files read so far, in no order: nothing may be written there. Empty where there are no files.</summary>
    IEnumerable<string> FilesRead => [];

    /// <summary>What was found so far, in no order.</summary>
    IEnumerable<FoundReference> Found => [];
}

/// <summary>A file that a rule file names, and what was in it.</summary>
/// <param name="RuleFile">The rule file.</param>
/// <param name="Name">As it is written there.</param>
/// <param name="Rows">Of a CSV file.</param>
/// <param name="Table">Of a table file.</param>
internal sealed record FoundReference(string RuleFile, string Name, CsvRows? Rows, Tables.Table? Table);

/// <summary>The cells of a CSV file.</summary>
/// <param name="File">Its name, as shown.</param>
/// <param name="Header">Column names.</param>
/// <param name="Rows">Rows with their line numbers.</param>
internal sealed record CsvRows(string File, IReadOnlyList<string> Header, IReadOnlyList<CsvRow> Rows);

/// <summary>One row.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Cells">As many as the header has.</param>
internal sealed record CsvRow(int Line, string[] Cells);
