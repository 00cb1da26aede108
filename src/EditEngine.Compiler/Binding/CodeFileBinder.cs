using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Files;
using EditEngine.Numbers;
using EditEngine.Tables;

namespace EditEngine.Compiler.Binding;

/// <summary>The codes of a file, each on its days; and the categories among them, which no claim can bill.</summary>
/// <param name="Codes">Codes.</param>
/// <param name="Categories">Rows whose column <c>valid</c> is 0: headings of codes, as the ICD-10 order files have them.</param>
internal sealed record CodesOfFile(List<CodeInterval> Codes, List<CodeInterval> Categories);

/// <summary>Reads code sets and code tables from <c>.csv</c> and <c>.table</c> files.</summary>
internal sealed class CodeFileBinder(DiagnosticBag diagnostics, IReferenceFiles files, SourceText source)
{
    private const string ValidColumn = "valid";

    private readonly CsvColumns _csv = new(diagnostics, files, source);

    /// <summary>The codes; null, with a diagnostic, where the file cannot be read.</summary>
    public CodesOfFile? Bind(CodeFileSyntax syntax, CodeSystem system) =>
        syntax.Name.Value.EndsWith(".table", StringComparison.OrdinalIgnoreCase) ? OfTable(syntax, system) : OfCsv(syntax, system);

    private CodesOfFile? OfTable(CodeFileSyntax syntax, CodeSystem system)
    {
        Table? table = files.OpenTable(source.File, syntax.Name.Value, source.PlaceOf(syntax.Name.Span), out Diagnostic? problem);
        if (table is null)
        {
            diagnostics.Report(problem!); // One or the other.
            return null;
        }

        int column = syntax.Column is null ? 0 : table.FindColumn(syntax.Column.Text);
        if (column < 0)
        {
            diagnostics.Report(CodeDiagnostics.HeaderMissing(source.PlaceOf(syntax.Column!.Span), syntax.Name.Value, syntax.Column.Text, table.Columns.Select(c => c.Name)));
            return null;
        }

        TableColumn stored = table.Columns[column];
        if (stored.Type != ColumnType.Code || stored.System != system)
        {
            string holds = stored.Type == ColumnType.Code ? CodeSystemNames.NameOf(stored.System) : "no";
            diagnostics.Report(CodeDiagnostics.OtherSystem(source.PlaceOf(syntax.Name.Span), stored.Name, holds, CodeSystemNames.NameOf(system)));
            return null;
        }

        int valid = table.FindColumn(ValidColumn);
        bool tellsValid = valid >= 0 && table.Columns[valid].Type == ColumnType.Number;
        List<CodeInterval> codes = [];
        List<CodeInterval> categories = [];
        for (int row = 0; row < table.RowCount; row++)
        {
            ulong code = table.GetCode(row, column);
            if (code != 0)
            {
                bool isCategory = tellsValid && table.TryGetNumber(row, valid, out Rational number) && number.Numerator == 0;
                (isCategory ? categories : codes).Add(new CodeInterval(code, code, table.GetFrom(row), table.GetThrough(row)));
            }
        }

        return new CodesOfFile(codes, categories);
    }

    private CodesOfFile? OfCsv(CodeFileSyntax syntax, CodeSystem system)
    {
        CsvRows? rows = _csv.Read(syntax.Name);
        if (rows is null)
        {
            return null;
        }

        int column = syntax.Column is null ? 0 : _csv.Find(rows, syntax.Column.Text, syntax.Column, syntax.Name);
        int from = syntax.DatedFrom is null ? -1 : _csv.Find(rows, syntax.DatedFrom.Text, syntax.DatedFrom, syntax.Name);
        int through = syntax.DatedThrough is null ? -1 : _csv.Find(rows, syntax.DatedThrough.Text, syntax.DatedThrough, syntax.Name);
        if (column < 0 || (syntax.DatedFrom is not null && from < 0) || (syntax.DatedThrough is not null && through < 0))
        {
            return null;
        }

        if (HeaderlessList.IsDoubtful(rows, syntax, system))
        {
            diagnostics.Report(CodeDiagnostics.HeaderOrCode(new TablePlace(rows.File, 1, null), rows.Header[0], CodeSystemNames.NameOf(system)));
            return null;
        }

        rows = HeaderlessList.RowsOf(rows, syntax, system);
        if (rows.Rows.Count == 0)
        {
            diagnostics.Report(CodeDiagnostics.NoRows(source.PlaceOf(syntax.Name.Span), syntax.Name.Value));
        }

        int valid = rows.Header.ToList().FindIndex(header => string.Equals(header, ValidColumn, StringComparison.OrdinalIgnoreCase));
        List<CodeInterval> codes = [];
        List<CodeInterval> categories = [];
        foreach (CsvRow row in rows.Rows)
        {
            bool fits = true;
            Code code = Code.From(system, row.Cells[column]);
            if (!code.FitsPattern)
            {
                TablePlace place = new(rows.File, row.Line, rows.Header[column]);
                diagnostics.Report(FormulaError.Is(row.Cells[column]) ? CodeDiagnostics.ErrorInCell(place, row.Cells[column]) : CodeDiagnostics.Cell(
                    place, row.Cells[column], $"a {CodeSystemNames.NameOf(system)} code", CodeMend.OfCell(system, row.Cells[column])));
                continue;
            }

            int fromDay = _csv.DayOf(rows, row, from, int.MinValue, ref fits);
            int throughDay = _csv.DayOf(rows, row, through, int.MaxValue, ref fits);
            if (fits)
            {
                bool isCategory = valid >= 0 && row.Cells[valid].Trim() == "0";
                (isCategory ? categories : codes).Add(new CodeInterval(code.Packed, code.Packed, fromDay, throughDay));
            }
        }

        return new CodesOfFile(codes, categories);
    }
}
