using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Files;
using EditEngine.Tables;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds tables: columns to headers, cells to types, rows to their days.</summary>
internal sealed class TableBinder
{
    private readonly DiagnosticBag _diagnostics;
    private readonly IReferenceFiles _files;
    private readonly SourceText _source;
    private readonly CsvColumns _csv;

    public TableBinder(DiagnosticBag diagnostics, IReferenceFiles files, SourceText source)
    {
        _diagnostics = diagnostics;
        _files = files;
        _source = source;
        _csv = new CsvColumns(diagnostics, files, source);
    }

    public TableSymbol Bind(TableSyntax syntax)
    {
        string name = syntax.Name.Text;
        ImmutableArray<(ColumnSyntax Syntax, ColumnSymbol Symbol)> columns = [.. Columns(syntax)];
        TableSymbol empty = new(name, Place(syntax.Name), [.. columns.Select(c => c.Symbol)], syntax.Keys.Length, syntax.DatedFrom is not null || syntax.DatedThrough is not null, null);
        if (columns.Any(c => c.Symbol.Type.Kind == TypeKind.Error))
        {
            return empty;
        }

        if (syntax.File is { } file && file.Value.EndsWith(".table", StringComparison.OrdinalIgnoreCase))
        {
            return new StoredTableBinder(_diagnostics, _files, _source).Bind(syntax, file, columns, empty);
        }

        if (syntax.Keys.IsEmpty)
        {
            _diagnostics.Report(CodeDiagnostics.NoKey(Place(syntax.Name), name));
            return empty;
        }

        CsvRows? rows = syntax.File is null ? GridRows(syntax) : _csv.Read(syntax.File);
        if (rows is null)
        {
            return empty;
        }

        ImmutableArray<TableColumn> stored =
        [
            .. columns.Select((c, i) => new TableColumn(c.Symbol.Name, ColumnTypes.StoredAs(c.Symbol.Type), c.Symbol.Type.System, i < syntax.Keys.Length)),
        ];
        TableBuilder builder = new(name, stored);
        int[] positions = [.. columns.Select(c => _csv.Find(rows, c.Syntax.Header?.Value ?? c.Syntax.Name.Text, c.Syntax, syntax.File))];
        int from = syntax.DatedFrom is null ? -1 : _csv.Find(rows, syntax.DatedFrom.Text, syntax.DatedFrom, syntax.File);
        int through = syntax.DatedThrough is null ? -1 : _csv.Find(rows, syntax.DatedThrough.Text, syntax.DatedThrough, syntax.File);
        if (positions.Contains(-1) || (syntax.DatedFrom is not null && from < 0) || (syntax.DatedThrough is not null && through < 0))
        {
            return empty;
        }

        TableCell[] cells = new TableCell[columns.Length];
        foreach (CsvRow row in rows.Rows.SelectMany(row => new ToothCells(columns, positions, syntax.Keys.Length).RowsOf(row)))
        {
            bool fits = TryCells(syntax, columns, positions, rows, row, cells);
            int fromDay = _csv.DayOf(rows, row, from, int.MinValue, ref fits);
            int throughDay = _csv.DayOf(rows, row, through, int.MaxValue, ref fits);
            if (fits)
            {
                builder.AddRow(new RowSource(rows.File, row.Line), fromDay, throughDay, cells);
            }
        }

        Table? table = builder.Build(out ImmutableArray<Diagnostic> problems);
        foreach (Diagnostic problem in problems)
        {
            _diagnostics.Report(problem);
        }

        return empty with { Table = table };
    }

    /// <summary>Reads the cells of a row; false where one of them does not fit its column (reported).</summary>
    private bool TryCells(
        TableSyntax syntax, ImmutableArray<(ColumnSyntax Syntax, ColumnSymbol Symbol)> columns, int[] positions, CsvRows rows, CsvRow row, TableCell[] cells)
    {
        bool fit = true;
        for (int i = 0; i < cells.Length; i++)
        {
            string text = row.Cells[positions[i]];
            if (syntax.File is not null && HiddenCharacters.AreIn(text)) // a grid's are told with the text it stands in
            {
                fit = false;
                TextSpan hidden = HiddenCharacters.In(text).First();
                _diagnostics.Report(CodeDiagnostics.HiddenInCell(PlaceOf(i), HiddenCharacters.CodePointAt(text, hidden.Start), HiddenCharacters.NameAt(text, hidden.Start)));
            }
            else if (FormulaError.Is(text))
            {
                fit = false;
                _diagnostics.Report(CodeDiagnostics.ErrorInCell(PlaceOf(i), text));
            }
            else if (!ColumnTypes.TryCell(columns[i].Symbol.Type, text, out cells[i]))
            {
                fit = false;
                _diagnostics.Report(CodeDiagnostics.Cell(PlaceOf(i), text, FitsOf(columns[i].Symbol.Type), i < syntax.Keys.Length ? null : ToothCells.MendOf(columns[i].Symbol, text)));
            }
        }

        return fit;

        TablePlace PlaceOf(int column) => new(rows.File, row.Line, rows.Header[positions[column]]);
    }

    private static string FitsOf(LanguageType type) => type.Kind switch
    {
        TypeKind.Code => $"{type}: {CodePatterns.Describe(type.System)}",
        TypeKind.Category => $"{type}, as E11 or E11*",
        _ => type.ToString(),
    };

    private SourceSpan Place(SyntaxNode syntax) => _source.PlaceOf(syntax.Span);

    private IEnumerable<(ColumnSyntax Syntax, ColumnSymbol Symbol)> Columns(TableSyntax syntax)
    {
        int index = 0;
        Dictionary<string, SourceSpan> named = new(StringComparer.OrdinalIgnoreCase);
        foreach (ColumnSyntax column in syntax.Keys.Concat(syntax.Columns))
        {
            LanguageType? type = ColumnTypes.OfColumn(column.Type.Text);
            if (type is null)
            {
                _diagnostics.Report(NameDiagnostics.UnknownType(Place(column.Type), column.Type.Text, ColumnTypes.Names.Append("category").Concat(CodeSystemNames.Names)));
            }
            else if (index < syntax.Keys.Length && !ColumnTypes.CanBeKey(type))
            {
                _diagnostics.Report(CodeDiagnostics.KeyType(Place(column.Type), column.Name.Text, type.ToString()));
                type = null;
            }

            if (!named.TryAdd(column.Name.Text, Place(column.Name)))
            {
                _diagnostics.Report(NameDiagnostics.DeclaredTwice(Place(column.Name), column.Name.Text, named[column.Name.Text]));
                type = null;
            }

            yield return (column, new ColumnSymbol(column.Name.Text, type ?? LanguageType.Error, index++, column.Type.Text == "months"));
        }
    }

    private CsvRows? GridRows(TableSyntax syntax)
    {
        if (syntax.Grid.IsEmpty)
        {
            _diagnostics.Report(CodeDiagnostics.EmptyFile(Place(syntax), "@" + syntax.Name.Text));
            return null;
        }

        string[] header = [.. syntax.Grid[0].Cells.Select(cell => cell.Text)];
        List<CsvRow> rows = [];
        foreach (GridRowSyntax row in syntax.Grid.Skip(1))
        {
            string[] cells = [.. row.Cells.Select(cell => cell.Text)];
            Array.Resize(ref cells, header.Length);
            rows.Add(new CsvRow(_source.LineOf(row.Span.Start) + 1, [.. cells.Select(cell => cell ?? "")]));
        }

        return new CsvRows(_source.File, header, rows);
    }
}
