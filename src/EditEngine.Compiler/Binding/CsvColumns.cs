using System.Globalization;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Reads the CSV files that a rule file names, and finds columns and days in them.</summary>
internal sealed class CsvColumns(DiagnosticBag diagnostics, IReferenceFiles files, SourceText source)
{
    public CsvRows? Read(StringSyntax file)
    {
        if (Path.GetExtension(file.Value).ToLowerInvariant() is ".xls" or ".xlsm" or ".xlsb" or ".ods")
        {
            diagnostics.Report(CodeDiagnostics.Workbook(source.PlaceOf(file.Span), file.Value));
            return null;
        }

        CsvRows? rows = files.ReadCsv(source.File, file.Value, source.PlaceOf(file.Span), out Diagnostic? problem);
        if (problem is not null)
        {
            diagnostics.Report(problem);
        }

        return rows;
    }

    /// <summary>Position of a column by its header, letter case aside; -1, reported, where there is none.</summary>
    public int Find(CsvRows rows, string name, SyntaxNode syntax, StringSyntax? file)
    {
        for (int i = 0; i < rows.Header.Count; i++)
        {
            if (string.Equals(rows.Header[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        diagnostics.Report(CodeDiagnostics.HeaderMissing(source.PlaceOf(syntax.Span), file?.Value ?? "the grid", name, rows.Header));
        return -1;
    }

    /// <summary>The day in a cell; <paramref name="open"/> where it is empty or there is no such column.</summary>
    public int DayOf(CsvRows rows, CsvRow row, int column, int open, ref bool fits)
    {
        if (column < 0 || string.IsNullOrWhiteSpace(row.Cells[column]))
        {
            return open;
        }

        if (DateOnly.TryParseExact(row.Cells[column].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date.DayNumber;
        }

        fits = false;
        diagnostics.Report(CodeDiagnostics.Cell(new TablePlace(rows.File, row.Line, rows.Header[column]), row.Cells[column], "a date as 2025-01-31"));
        return open;
    }
}
