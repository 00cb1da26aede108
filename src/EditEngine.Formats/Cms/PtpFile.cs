using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Tables;
using nietras.SeparatedValues;

namespace EditEngine.Formats.Cms;

/// <summary>One file of the procedure-to-procedure edits: finds its columns in the header, then reads its rows.</summary>
internal sealed class PtpFile(ImportRun run, TableSource source, ushort fileNumber, List<PtpRow> rows)
{
    private const string Publication = "the NCCI procedure-to-procedure edits";

    private const int HeaderWithin = 20;

    private static readonly string[] Titles = ["Column 1", "Column 2", "Effective", "Deletion", "Modifier"];

    private readonly int[] _places = [-1, -1, -1, -1, -1];
    private int _columnCount;

    // As published there are no quotes, and a stray one in a rationale would swallow the rest of the file; copies with commas or quoted titles have them.
    public static SepReaderOptions FormOf(string start)
    {
        char separator = SeparatedRows.SeparatorOf(start);
        bool hasQuotes = separator != '\t' || start.Contains($"\"{Titles[0]}\"", StringComparison.OrdinalIgnoreCase);
        return Sep.New(separator).Reader(o => o with { HasHeader = false, DisableColCountCheck = true, DisableQuotesParsing = !hasQuotes, Unescape = hasQuotes });
    }

    public void ReadRows(SepReader reader)
    {
        bool below = false;
        foreach (SepReader.Row row in reader)
        {
            if (_columnCount == 0)
            {
                if (row.LineNumberFrom > HeaderWithin)
                {
                    break;
                }

                ReadHeader(row);
            }
            else if (below || !row[_places[0]].Span.Trim().IsEmpty)
            {
                // The header goes on for three lines whose first cell is empty.
                below = true;
                ReadRow(row);
            }

            if (run.HasFailed)
            {
                return;
            }
        }

        if (_columnCount == 0)
        {
            run.Fail(KnownFiles.WithoutHeader(run, source, "ncci-ptp", Publication, string.Join(", ", Titles), HeaderWithin));
        }
    }

    private void ReadHeader(SepReader.Row row)
    {
        for (int i = 0; i < row.ColCount; i++)
        {
            string title = row[i].ToString().Trim();
            int known = Array.FindIndex(Titles, known => title.StartsWith(known, StringComparison.OrdinalIgnoreCase) && !title.Contains('/', StringComparison.Ordinal));
            if (known >= 0 && _places[known] < 0)
            {
                _places[known] = i;
            }
        }

        if (_places[0] < 0)
        {
            Array.Fill(_places, -1);
            return;
        }

        _columnCount = row.ColCount;
        for (int i = 0; i < Titles.Length; i++)
        {
            if (_places[i] < 0)
            {
                run.Fail(CmsDiagnostics.ColumnMissing(source.Name, row.LineNumberFrom, Titles[i], string.Join(", ", Titles)));
            }
        }
    }

    private void ReadRow(SepReader.Row row)
    {
        if (run.TakeRow(row, source.Name, _columnCount) && TryCode(row, 0, out Code one) && TryCode(row, 1, out Code two)
            && TryDay(row, 2, out int from) && TryDay(row, 3, out int through) && TryIndicator(row, out byte indicator))
        {
            rows.Add(new PtpRow(one.Packed, two.Packed, from, through, row.LineNumberFrom, fileNumber, indicator, IsAssumed: false));
        }
    }

    private bool TryCode(SepReader.Row row, int column, out Code code) =>
        run.TryCode(CodeSystem.Procedure, row[_places[column]].Span.Trim(), source.Name, row.LineNumberFrom, Titles[column], out code);

    /// <summary>A date; an effective date may be lost, a deletion date may be a star.</summary>
    private bool TryDay(SepReader.Row row, int column, out int day)
    {
        bool isDeletion = column == 3;
        ReadOnlySpan<char> text = row[_places[column]].Span.Trim();
        day = isDeletion ? int.MaxValue : PtpRow.LostDay;
        if (isDeletion ? text is "*" : text.IsEmpty)
        {
            return true;
        }

        bool fits = CellText.TryReadDay(text, out day);
        if (!fits)
        {
            string seen = text.ToString();
            run.Refuse(SpreadsheetTrace.InDay(seen) is string trace
                ? CmsDiagnostics.SpreadsheetMadeDay(PlaceOf(row, column), seen, trace) : CmsDiagnostics.NotADate(PlaceOf(row, column), seen, isDeletion));
        }

        return fits;
    }

    private bool TryIndicator(SepReader.Row row, out byte indicator)
    {
        ReadOnlySpan<char> text = row[_places[4]].Span.Trim();
        bool fits = text is "0" or "1" or "9";
        indicator = fits ? (byte)(text[0] - '0') : (byte)0;
        if (!fits)
        {
            run.Refuse(CmsDiagnostics.NotANumber(PlaceOf(row, 4), text.ToString(), "The modifier indicator is 0, 1 or 9."));
        }

        return fits;
    }

    private TablePlace PlaceOf(SepReader.Row row, int column) => new(source.Name, row.LineNumberFrom, Titles[column]);
}
