using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;
using EditEngine.Files;
using nietras.SeparatedValues;

namespace EditEngine.Compiler.Packs;

/// <summary>Reads a CSV file with a header: quoted cells, either kind of line end, comma, semicolon or tab. Empty rows are left out.</summary>
internal static class CsvFile
{
    private const string Separators = ",;\t";

    /// <summary>The rows; or null, and what is wrong.</summary>
    /// <param name="path">The file, as <see cref="PackFile.Find"/> gives it.</param>
    /// <param name="name">Its name as shown.</param>
    /// <param name="problem">What is wrong: of rows that do not fit the header, the first.</param>
    public static CsvRows? Read(string path, string name, out Diagnostic? problem)
    {
        DecodedText decoded;
        try
        {
            decoded = DecodedText.Of(OrdinaryFile.ReadAll(path, PackFile.LongestCsv));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = PackDiagnostics.Unreadable(name, exception.Message);
            return null;
        }

        if (decoded.Text is not string text)
        {
            problem = decoded.Fault!(before => new TablePlace(name, before.Count(c => c == '\n') + 1, null)); // No text: there is a fault.
            return null;
        }

        return Parse(text, name, out problem);
    }

    /// <summary>The same from a text.</summary>
    public static CsvRows? Parse(string text, string name, out Diagnostic? problem)
    {
        List<CsvRow> rows = [];
        string[]? header = null;
        CsvRow? ragged = null;
        int raggedCount = 0;
        int line = 1;
        try
        {
            using SepReader reader = Sep.New(SeparatorOf(text))
                .Reader(options => options with { HasHeader = false, DisableColCountCheck = true, Unescape = true }).FromText(text);
            foreach (SepReader.Row row in reader)
            {
                line = row.LineNumberFrom;
                string[] cells = CellsOf(row);
                if (cells.All(string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                if (header is null)
                {
                    header = [.. cells.Select(cell => cell.Trim())];
                }
                else if (cells.Length == header.Length)
                {
                    rows.Add(new CsvRow(line, cells));
                }
                else
                {
                    ragged ??= new CsvRow(line, cells);
                    raggedCount++;
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or ArgumentException)
        {
            problem = PackDiagnostics.NotATable(new TablePlace(name, line, null), exception.Message);
            return null;
        }

        if (header is null)
        {
            problem = CodeDiagnostics.EmptyFile(new TablePlace(name, 0, null), name);
            return null;
        }

        problem = ProblemOf(text, name, header, ragged, raggedCount);
        return problem is null ? new CsvRows(name, header, rows) : null;
    }

    private static Diagnostic? ProblemOf(string text, string name, string[] header, CsvRow? ragged, int raggedCount)
    {
        // An odd number of quotes: one is open to the end, and swallowed the rows after it.
        if (text.Count(c => c == '"') % 2 == 1)
        {
            return PackDiagnostics.UnclosedQuote(new TablePlace(name, LineOfOpenQuote(text), null));
        }

        return ragged is null ? null : PackDiagnostics.RaggedRow(new TablePlace(name, ragged.Line, null), ragged.Cells.Length, header.Length, raggedCount);
    }

    /// <summary>The line whose quotes do not pair up and after which every line is inside or outside by the wrong count.</summary>
    private static int LineOfOpenQuote(string text)
    {
        int line = 0;
        foreach (ReadOnlySpan<char> content in text.AsSpan().EnumerateLines())
        {
            line++;
            if (content.Count('"') % 2 == 1)
            {
                return line;
            }
        }

        return line;
    }

    private static string[] CellsOf(SepReader.Row row)
    {
        string[] cells = new string[row.ColCount];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = row[i].ToString();
        }

        return cells;
    }

    private static char SeparatorOf(string text)
    {
        int end = text.AsSpan().IndexOfAny('\r', '\n');
        ReadOnlySpan<char> header = end < 0 ? text : text.AsSpan(0, end);
        foreach (char separator in Separators)
        {
            if (header.Contains(separator))
            {
                return separator;
            }
        }

        return Separators[0];
    }
}
