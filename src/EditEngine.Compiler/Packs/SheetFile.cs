using System.Globalization;
using System.IO.Compression;
using System.Text;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;
using EditEngine.Files;
using ExcelDataReader;

namespace EditEngine.Compiler.Packs;

/// <summary>Reads the first sheet of a workbook (.xlsx) as a CSV file is read: a header, and rows below it as they are shown. Empty rows are left out.</summary>
internal static class SheetFile
{
    private const long MostUnpacked = 256L << 20;

    // The package asks for Windows-1252 when it is set up, though workbooks are UTF-8.
    static SheetFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>True where the name is that of a workbook.</summary>
    public static bool Is(string name) => name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The rows; or null, and what is wrong.</summary>
    /// <param name="path">The file, as <see cref="PackFile.Find"/> gives it.</param>
    /// <param name="name">Its name as shown.</param>
    /// <param name="problem">What is wrong.</param>
    public static CsvRows? Read(string path, string name, out Diagnostic? problem)
    {
        try
        {
            using MemoryStream workbook = new(OrdinaryFile.ReadAll(path, PackFile.LongestCsv));
            RequireBounded(workbook);
            return Rows(workbook, name, out problem);
        }
        catch (Exception fault) when (fault is IOException and not TooLargeException or UnauthorizedAccessException)
        {
            problem = PackDiagnostics.Unreadable(name, fault.Message);
        }
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            // The reader meets damage with whatever exception its parser happens to hit.
            problem = PackDiagnostics.NotATable(new TablePlace(name, 0, null), damage is TooLargeException ? damage.Message : $"It is no workbook (.xlsx), or a damaged one: {damage.Message}");
        }

        return null;
    }

    private static void RequireBounded(MemoryStream workbook)
    {
        ZipDirectory.RequireFew(workbook);
        using (ZipArchive archive = new(workbook, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.Entries.Sum(member => Math.Max(0, member.Length)) > MostUnpacked)
            {
                throw new TooLargeException(string.Create(CultureInfo.InvariantCulture, $"The workbook unpacks to more than {MostUnpacked:#,0} bytes."));
            }
        }

        workbook.Position = 0;
    }

    private static CsvRows? Rows(MemoryStream workbook, string name, out Diagnostic? problem)
    {
        FormulaErrors errors = FormulaErrors.Of(workbook);
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(workbook);
        WorkbookBounds bounds = new(reader.ResultsCount);
        List<CsvRow> rows = [];
        string[]? header = null;
        while (reader.Read())
        {
            bounds.Take(reader.Depth + 1, reader.FieldCount);
            string[] cells = Cells(reader, errors, bounds);
            int width = Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1;
            if (width == 0)
            {
                continue;
            }

            if (header is null)
            {
                header = [.. cells.Take(width).Select(cell => cell.Trim())];
            }
            else if (width > header.Length)
            {
                problem = PackDiagnostics.RaggedRow(new TablePlace(name, reader.Depth + 1, null), width, header.Length, 1);
                return null;
            }
            else
            {
                rows.Add(new CsvRow(reader.Depth + 1, cells[..header.Length]));
            }
        }

        problem = header is null ? CodeDiagnostics.EmptyFile(new TablePlace(name, 0, null), name) : null;
        return header is null ? null : new CsvRows(name, header, rows);
    }

    private static string[] Cells(IExcelDataReader reader, FormulaErrors errors, WorkbookBounds bounds)
    {
        string[] cells = new string[reader.FieldCount];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = errors.At(0, reader.Depth + 1, i) ?? Shown(reader.GetValue(i), reader.GetNumberFormatString(i) ?? "");
            bounds.TakeText(cells[i].Length);
        }

        return cells;
    }

    private static string Shown(object? value, string format) => value switch
    {
        null => "",
        string text => text,
        bool answer => answer ? "yes" : "no",
        double number when format.EndsWith('%') => $"{((decimal)number * 100m).ToString("0.############", CultureInfo.InvariantCulture)}%",
        // A number shown as 00123 is a code whose zeros the format holds.
        double number when format.Length > 1 && format.All(sign => sign == '0') => number.ToString(format, CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
