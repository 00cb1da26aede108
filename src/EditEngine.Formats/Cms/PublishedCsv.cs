using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Files;
using EditEngine.Tables;
using nietras.SeparatedValues;

namespace EditEngine.Formats.Cms;

/// <summary>One file of rows below a header line.</summary>
internal sealed class PublishedCsv(ImportRun run, TableSource source, CsvTable layout)
{
    private string[] _header = [];
    private TableColumn[] _columns = [];
    private int[] _places = [];
    private int _from = -1;
    private int _through = -1;

    // The separator is that of the first line.
    public static SepReaderOptions ReaderOptions => Sep.Reader(o => o with { HasHeader = false, DisableColCountCheck = true, Unescape = true });

    public TableBuilder? Builder { get; private set; }

    /// <summary>Finds the columns and decides their types.</summary>
    public void ReadTypes(SepReader reader)
    {
        ColumnEvidence[] evidence = [];
        foreach (SepReader.Row row in reader)
        {
            if (_header.Length == 0)
            {
                if (!ReadHeader(row))
                {
                    return;
                }

                evidence = [.. _header.Select(name => new ColumnEvidence(name, IsKey(name)))];
            }
            else if (row.ColCount >= _header.Length)
            {
                for (int i = 0; i < _header.Length; i++)
                {
                    evidence[i].Add(row[i].Span);
                }
            }
        }

        if (evidence.Length > 0)
        {
            DecideColumns(evidence);
        }
    }

    public void ReadRows(SepReader reader)
    {
        var cells = new TableCell[_columns.Length];
        bool below = false;
        foreach (SepReader.Row row in reader)
        {
            if (!below)
            {
                below = true;
            }
            else if (run.TakeRow(row, source.Name, _header.Length)
                && TryDay(row, _from, int.MinValue, out int from) && TryDay(row, _through, int.MaxValue, out int through) && TryCells(row, cells))
            {
                Builder!.AddRow(new RowSource(source.Name, row.LineNumberFrom, run.Options.Release), from, through, cells); // made by ReadTypes
            }
        }
    }

    private bool ReadHeader(SepReader.Row row)
    {
        _header = new string[NamedColumns(row)];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < _header.Length; i++)
        {
            _header[i] = row[i].ToString().Trim();
            if (_header[i].Length == 0 || !seen.Add(_header[i]))
            {
                run.Fail(CmsDiagnostics.BadColumns(source.Name, _header[i].Length == 0
                    ? $"Column {i + 1} of the header has no name." : $"The header has '{_header[i]}' twice."));
                return false;
            }
        }

        if (LooksLikeRow())
        {
            run.Fail(CmsDiagnostics.BadColumns(source.Name, $"The first line is no header but a row: it begins with '{_header[0]}'. Put a line with the names of the columns above it."));
            return false;
        }

        layout = layout.For(_header);
        IEnumerable<string?> named = layout.Keys.Concat(layout.Types.Keys.Order(StringComparer.Ordinal)).Append(layout.FromColumn).Append(layout.ThroughColumn);
        string? missing = named.FirstOrDefault(name => name is not null && PlaceOf(name) < 0);
        if (missing is not null)
        {
            run.Fail(CmsDiagnostics.ColumnMissing(source.Name, row.LineNumberFrom, missing, string.Join(", ", _header)));
        }
        else if (FirstUsedTwice() is string twice)
        {
            run.Fail(CmsDiagnostics.BadColumns(source.Name, $"Column '{twice}' is named twice among keys and dates."));
        }

        _from = layout.FromColumn is null ? -1 : PlaceOf(layout.FromColumn);
        _through = layout.ThroughColumn is null ? -1 : PlaceOf(layout.ThroughColumn);
        return !run.HasFailed;
    }

    /// <summary>Columns up to the last that has a name: a spreadsheet may save empty ones after them.</summary>
    private static int NamedColumns(SepReader.Row row)
    {
        int count = row.ColCount;
        while (count > 1 && row[count - 1].Span.Trim().IsEmpty)
        {
            count--;
        }

        return count;
    }

    /// <summary>True where no cell can be a name: a procedure code before all, or numbers alone.</summary>
    private bool LooksLikeRow() =>
        CodeShape.Of(CodeSystem.Procedure, _header[0]) == CodeFit.Fits || Array.TrueForAll(_header, name => char.IsAsciiDigit(name[0]));

    private void DecideColumns(ColumnEvidence[] evidence)
    {
        int[] keys = [.. layout.Keys.Select(PlaceOf)];
        _places = [.. keys, .. Enumerable.Range(0, _header.Length).Where(i => !keys.Contains(i) && i != _from && i != _through)];
        var columns = new List<TableColumn>();
        foreach (int place in _places)
        {
            bool besideProcedures = columns.Count > 0 && columns[0].System == CodeSystem.Procedure;
            TableColumn? column = DecideColumn(place, evidence[place], besideProcedures);
            if (column is null)
            {
                return;
            }

            columns.Add(column);
        }

        _columns = [.. columns];
        Builder = new TableBuilder(run.Options.TableName ?? layout.Name, [.. columns]);
    }

    private TableColumn? DecideColumn(int place, ColumnEvidence evidence, bool besideProcedures)
    {
        string name = _header[place];
        bool isKey = IsKey(name);
        if (!layout.Types.TryGetValue(name, out string? given))
        {
            (ColumnType inferred, CodeSystem codes, string reason) = evidence.Infer(besideProcedures);
            run.Report(CmsDiagnostics.ColumnReadAs(source.Name, name, SystemNames.Of(inferred, codes), reason));
            return new TableColumn(name, inferred, codes, isKey);
        }

        if (!SystemNames.TryFind(given, out ColumnType type, out CodeSystem system))
        {
            run.Fail(CmsDiagnostics.BadColumns(source.Name, $"'{given}' is not a column type: those are {string.Join(", ", SystemNames.All)}."));
            return null;
        }

        if (isKey && type is not (ColumnType.Code or ColumnType.Text or ColumnType.Number))
        {
            run.Fail(CmsDiagnostics.BadColumns(source.Name, $"Column '{name}' is a key, and keys are codes, texts or numbers."));
            return null;
        }

        return new TableColumn(name, type, system, isKey);
    }

    private bool TryDay(SepReader.Row row, int place, int open, out int day)
    {
        day = open;
        ReadOnlySpan<char> text = place < 0 ? default : row[place].Span.Trim();
        if (text.IsEmpty || CellText.TryReadDay(text, out day))
        {
            return true;
        }

        var where = new TablePlace(source.Name, row.LineNumberFrom, _header[place]);
        string seen = text.ToString();
        run.Refuse(FormulaError.Is(text) ? CmsDiagnostics.ErrorInCell(where, seen)
            : SpreadsheetTrace.InDay(seen) is string trace ? CmsDiagnostics.SpreadsheetMadeDay(where, seen, trace) : CmsDiagnostics.NotADate(where, seen));
        return false;
    }

    private bool TryCells(SepReader.Row row, TableCell[] cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            ReadOnlySpan<char> text = row[_places[i]].Span;
            if (FormulaError.Is(text))
            {
                run.Refuse(CmsDiagnostics.ErrorInCell(new TablePlace(source.Name, row.LineNumberFrom, _columns[i].Name), text.Trim().ToString()));
                return false;
            }

            CellMisfit misfit = CellText.Read(_columns[i], text, out cells[i]);
            var place = misfit == CellMisfit.None && !(i == 0 && cells[i].IsEmpty) ? null
                : new TablePlace(source.Name, row.LineNumberFrom, _columns[i].Name);
            if (place is not null)
            {
                run.Refuse(misfit == CellMisfit.None ? CmsDiagnostics.KeyMissing(place)
                    : CmsDiagnostics.Misfit(place, misfit, text.Trim().ToString(), _columns[i].System));
                return false;
            }
        }

        return true;
    }

    private string? FirstUsedTwice()
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return layout.Keys.Append(layout.FromColumn ?? "").Append(layout.ThroughColumn ?? "").FirstOrDefault(name => name.Length > 0 && !used.Add(name));
    }

    private bool IsKey(string name) => layout.Keys.Contains(name, StringComparer.OrdinalIgnoreCase);

    private int PlaceOf(string name) => Array.FindIndex(_header, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
}
