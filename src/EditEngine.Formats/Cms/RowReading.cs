using System.Globalization;
using System.Text;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>Reads the cells and days of one row; the first that does not fit refuses it.</summary>
internal readonly struct RowReading(ImportRun run, string file, Header header, SheetRow row)
{
    public FoundRow? Read()
    {
        Layout layout = header.Layout;
        var cells = new TableCell[layout.Columns.Length];
        var key = new StringBuilder();
        var rest = new StringBuilder();
        bool isPublic = true;
        for (int i = 0; i < cells.Length; i++)
        {
            LayoutColumn column = layout.Columns[i];
            string? text = TextOf(column, header.Places[i]);
            if (text is null || !TryCell(column, column.IsDescriptor && !isPublic ? "" : text, i, out cells[i]))
            {
                return null;
            }

            isPublic = i == 0 ? IsPublic(column.Column.System, text) : isPublic;
            (column.Column.IsKey ? key : rest).Append(column.IsDescriptor && !isPublic ? "" : text).Append('\u001F');
        }

        bool assumed = false;
        return TryDay(layout.From, header.From, int.MinValue, ref assumed, out int from) && TryDay(layout.Through, header.Through, int.MaxValue, ref assumed, out int through)
            ? new FoundRow(key.ToString(), rest.ToString(), cells, from, layout.HasTombstones && through == from ? through - 1 : through, row.Line, assumed) : null;
    }

    /// <summary>CPT and CDT codes begin with a digit or D, CPT modifiers with a digit or P: their descriptors are licensed.</summary>
    private static bool IsPublic(CodeSystem system, string code) => system switch
    {
        CodeSystem.Procedure => code.Length > 0 && char.IsAsciiLetter(code[0]) && char.ToUpperInvariant(code[0]) != 'D',
        CodeSystem.Modifier => code.Length > 0 && char.IsAsciiLetter(code[0]) && !(char.ToUpperInvariant(code[0]) == 'P' && code.Length > 1 && char.IsAsciiDigit(code[1])),
        _ => true,
    };

    /// <summary>The cell as a table has it; null for one a spreadsheet has spoilt, which refuses the row.</summary>
    private string? TextOf(LayoutColumn column, int place)
    {
        string seen = place < 0 ? "" : row.Cells[place].Trim(' ', '\t', '\r', '\n', '\u00A0');
        string text = place < 0 || (seen.Length == 0 && column.Column.Type != ColumnType.YesNo) ? "" : column.Rewrite(seen);
        if (column.Width > 0 && text.Length > 0 && text.Length < column.Width && text.All(char.IsAsciiDigit))
        {
            text = text.PadLeft(column.Width, '0');
            run.Report(CmsDiagnostics.ZerosPutBack(PlaceOf(column.Column.Name), seen, text));
        }
        else if (column.Column.Type == ColumnType.Code && LostZeros.PutBack(column.Column.System, text) is string whole)
        {
            text = whole;
            run.Report(CmsDiagnostics.ZerosPutBack(PlaceOf(column.Column.Name), seen, text));
        }
        else if (text.Length > 0 && text.Length < column.Shortest && text.All(char.IsAsciiDigit))
        {
            run.Fail(CmsDiagnostics.ZerosLost(PlaceOf(column.Column.Name), seen, column.Shortest));
            return null;
        }
        else if (column.Width > 0 && SpreadsheetTrace.In(text) is string trace)
        {
            run.Refuse(CmsDiagnostics.SpreadsheetMade(PlaceOf(column.Column.Name), seen, trace));
            return null;
        }

        return text;
    }

    private bool TryCell(LayoutColumn column, string text, int index, out TableCell cell)
    {
        if (column.Stands?.IsMatch(text) == true && Code.Word(column.Column.System, text) is Code word)
        {
            cell = TableCell.Of(word);
            return true;
        }

        if (column.Form is not null && text.Length > 0 && !column.Form.Shape.IsMatch(text))
        {
            cell = default;
            run.Refuse(CmsDiagnostics.NotACode(PlaceOf(column.Column.Name), text, column.Form.Name));
            return false;
        }

        CellMisfit misfit = CellText.Read(column.Column, text, out cell);
        if (misfit == CellMisfit.None && !(index == 0 && cell.IsEmpty))
        {
            return true;
        }

        TablePlace place = PlaceOf(column.Column.Name);
        string? trace = SpreadsheetTrace.In(text);
        run.Refuse(misfit == CellMisfit.None ? CmsDiagnostics.KeyMissing(place)
            : trace is not null ? CmsDiagnostics.SpreadsheetMade(place, text, trace)
            : CmsDiagnostics.Misfit(place, misfit, text, column.Column.System));
        return false;
    }

    private bool TryDay(LayoutDate? date, int place, int open, ref bool assumed, out int day)
    {
        day = open;
        string seen = date is null || place < 0 ? "" : row.Cells[place].Trim();
        if (seen.Length == 0 || seen == "*")
        {
            return true;
        }

        string text = date!.Rewrite(seen); // seen is empty without one
        if (text.Length == 0)
        {
            return true;
        }

        if (date.MayBeYear && text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2100)
        {
            assumed = true;
            day = new DateOnly(year, 1, 1).DayNumber;
            return true;
        }

        bool fits = CellText.TryReadDay(text, out day);
        if (!fits)
        {
            TablePlace where = PlaceOf(header.Titles[place]);
            run.Refuse(SpreadsheetTrace.InDay(text) is string trace ? CmsDiagnostics.SpreadsheetMadeDay(where, seen, trace) : CmsDiagnostics.NotADate(where, seen));
        }

        return fits;
    }

    private TablePlace PlaceOf(string column) => new(file, row.Line, column);
}
