using System.Globalization;
using System.IO.Compression;
using System.Text;
using EditEngine.Files;
using ExcelDataReader;

namespace EditEngine.Formats.Cms;

/// <summary>The sheets of an Excel workbook (.xlsx) as rows.</summary>
internal static class Workbook
{
    // The package asks for Windows-1252 when it is set up, though workbooks are UTF-8.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>True for a zip archive that is a workbook.</summary>
    public static bool Is(ZipArchive archive) => archive.GetEntry("xl/workbook.xml") is not null;

    /// <exception cref="InvalidDataException">The workbook is damaged.</exception>
    /// <exception cref="TooLargeException">It has more members, bytes, sheets, cells or text than any published one.</exception>
    public static IEnumerable<SheetRow> Rows(Stream stream)
    {
        RequireBounded(stream);
        FormulaErrors errors = Sound(() => FormulaErrors.Of(stream));
        using IExcelDataReader reader = Sound(() => ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true }));
        WorkbookBounds bounds = new(reader.ResultsCount);
        int sheet = 0;
        do
        {
            while (Sound(reader.Read))
            {
                bounds.Take(reader.Depth + 1, reader.FieldCount);
                yield return new SheetRow(sheet, reader.Depth + 1, Cells(reader, errors, sheet, bounds));
            }

            sheet++;
        }
        while (Sound(reader.NextResult));
    }

    private static void RequireBounded(Stream stream)
    {
        ZipDirectory.RequireFew(stream);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            Archive.RequireBounded(archive.Entries);
        }

        stream.Position = 0;
    }

    // The reader meets damage with whatever exception its parser happens to hit.
    private static T Sound<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception damage) when (damage is not (OutOfMemoryException or InvalidDataException or TooLargeException))
        {
            throw new InvalidDataException($"its workbook is damaged ({damage.Message})", damage);
        }
    }

    private static string[] Cells(IExcelDataReader reader, FormulaErrors errors, int sheet, WorkbookBounds bounds)
    {
        string[] cells = new string[reader.FieldCount];
        for (int i = 0; i < cells.Length; i++)
        {
            object? value = reader.GetValue(i);
            cells[i] = errors.At(sheet, reader.Depth + 1, i) ?? Shown(value, value is double ? reader.GetNumberFormatString(i) : null);
            bounds.TakeText(cells[i].Length);
        }

        return cells;
    }

    private static string Shown(object? value, string? format) => value switch
    {
        null => "",
        string text => text,
        // A number shown as 00123 is a code whose zeros the format holds.
        double number when format is { Length: > 1 } && format.All(sign => sign == '0') => number.ToString(format, CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
