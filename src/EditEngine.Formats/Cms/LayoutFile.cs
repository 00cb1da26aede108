using System.Globalization;

namespace EditEngine.Formats.Cms;

/// <summary>Reads one file by its layout: finds the header, then the rows below it.</summary>
internal sealed class LayoutFile(ImportRun run, TableSource source, Layout layout)
{
    private readonly List<SheetRow> _above = [];
    private readonly List<SheetRow> _records = [];
    private readonly List<FoundRow> _rows = [];
    private readonly Dictionary<int, string> _carried = [];
    private Header? _header;
    private int _sheet;
    private long _others;
    private long _notes;

    /// <summary>The rows; null where the file is not of the layout, which is told.</summary>
    public FoundRows? Read()
    {
        run.ReadRows(source, layout.Fixed, ReadRows);
        if (run.HasFailed || _header is null)
        {
            return null;
        }

        Take();
        if (_others > 0)
        {
            run.Report(CmsDiagnostics.OtherRows(source.Name, _others, layout.Only?.Others ?? ""));
        }

        if (_notes > 0)
        {
            run.Report(CmsDiagnostics.NoteRows(source.Name, _notes));
        }

        run.SetAside(_others + _notes);
        Release? release = ReleaseOf(_header);
        return new FoundRows(source.Name, release, _rows);
    }

    private void ReadRows(IEnumerable<SheetRow> rows)
    {
        foreach (SheetRow row in rows)
        {
            if (row.Sheet != _sheet && _header is not null)
            {
                break; // the other sheets of a workbook are notes
            }

            if (row.Sheet != _sheet)
            {
                _sheet = row.Sheet;
                _above.Clear();
            }

            if (_header is null)
            {
                FindHeader(row);
            }
            else if (!row.IsBlank)
            {
                ReadRecord(_header, row);
            }

            if (run.HasFailed)
            {
                return;
            }
        }

        if (_header is null)
        {
            run.Fail(KnownFiles.WithoutHeader(run, source, layout));
        }
    }

    private void FindHeader(SheetRow row)
    {
        if (row.Line > Header.Within)
        {
            return;
        }

        Header? header = Header.Of(layout, _above, row);
        _above.Add(row);
        if (header?.Missing is string missing)
        {
            string titles = string.Join(", ", header.Titles.Where(title => title.Length > 0));
            run.Fail(KnownFiles.OtherKind(run, source, layout) ?? CmsDiagnostics.ColumnMissing(source.Name, row.Line, missing, titles));
            return;
        }

        _header = header;
    }

    /// <summary>A record may go on in those below: it is taken when the next begins.</summary>
    private void ReadRecord(Header header, SheetRow row)
    {
        bool goesOn = layout.Continued is not null && header.Mark >= 0 && header.Mark < row.Cells.Length && layout.Continued.Marks.IsMatch(row.Cells[header.Mark].Trim());
        bool sameKey = goesOn && _records.Count > 0 && _records[0].Cells.Length > header.Places[0] && _records[0].Cells[header.Places[0]] == row.Cells[header.Places[0]];
        if (!sameKey)
        {
            Take();
        }

        _records.Add(row);
    }

    private void Take()
    {
        if (_records.Count == 0 || _header is null)
        {
            return;
        }

        SheetRow row = _records[0];
        run.CountRow();
        if (_records.Count > 1)
        {
            row.Cells[_header.Text] = string.Join(' ', _records.Select(record => record.Cells[_header.Text].Trim()));
        }

        _records.Clear();
        if (IsNote(row))
        {
            _notes++;
        }
        else if (HasCells(_header, row) && IsOfTable(_header, row))
        {
            CarryDown(_header, row);
            var reading = new RowReading(run, source.Name, _header, row);
            if (reading.Read() is FoundRow found)
            {
                _rows.Add(found);
            }
        }
    }

    private void CarryDown(Header header, SheetRow row)
    {
        for (int i = 0; i < header.Places.Length; i++)
        {
            int place = layout.Columns[i].IsCarriedDown ? header.Places[i] : -1;
            if (place >= 0 && string.IsNullOrWhiteSpace(row.Cells[place]))
            {
                row.Cells[place] = _carried.GetValueOrDefault(i, "");
            }
            else if (place >= 0)
            {
                _carried[i] = row.Cells[place];
            }
        }
    }

    private bool IsOfTable(Header header, SheetRow row)
    {
        bool fits = layout.Only is null || header.Choice < 0 || layout.Only.Wanted.IsMatch(row.Cells[header.Choice].Trim());
        _others += fits ? 0 : 1;
        return fits;
    }

    /// <summary>Words in the first cell and nothing beside them: a note below the rows.</summary>
    private static bool IsNote(SheetRow row) =>
        row.Cells[0].Trim() is { } first && (first.Contains(' ', StringComparison.Ordinal) || first.All(sign => sign == '~')) && first.Length > 0
        && (row.Cells.Skip(1).All(string.IsNullOrWhiteSpace) || first.All(sign => sign == '~'));

    private bool HasCells(Header header, SheetRow row)
    {
        int expected = header.Titles.Length;
        bool fits = row.Cells.Length == expected || (row.Cells.Length > expected && row.Cells.Skip(expected).All(string.IsNullOrWhiteSpace));
        if (!fits)
        {
            run.Refuse(CmsDiagnostics.CellCount(source.Name, row.Line, row.Cells.Length, expected));
        }

        return fits;
    }

    private Release? ReleaseOf(Header header)
    {
        string above = string.Join(' ', _above.SelectMany(row => row.Cells).Concat(header.Titles).Select(Titles.Plain).Where(text => text.Length > 0));
        Release? found = layout.ReleaseOf(new ReleaseClues(source.Name, source.Container, above));
        if (run.Effective.Of(source.Name, found, layout) is int given)
        {
            found = new Release(DateOnly.FromDayNumber(given).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), given);
        }

        return found is null || run.Options.Release is null ? found : found with { Name = run.Options.Release };
    }
}
