using System.IO.Compression;
using System.Text;
using EditEngine.Formats.Cms;
using EditEngine.Tables;

namespace EditEngine.Tests.Cms;

/// <summary>Short files in the layouts of publishers.</summary>
internal static class Published
{
    public static TableImport Import(string kind, params (string Name, string Text)[] files) =>
        Import(kind, ImportOptions.Default, [.. files.Select(file => Sources.Of(file.Name, file.Text.Replace("\n", "\r\n", StringComparison.Ordinal)))]);

    public static TableImport Import(string kind, ImportOptions options, params TableSource[] files) =>
        Importers.All.Single(importer => importer.Kind == kind).Import([.. files], options);

    /// <summary>A record of an order file.</summary>
    public static string Order(int number, string code, int valid, string text) => $"{number:00000} {code,-7} {valid} {text,-60} {text}\n";

    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A workbook of one sheet; cells that begin with # are numbers, with % numbers shown as percents.</summary>
    public static byte[] Workbook(params string[][] rows)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Packages = "http://schemas.openxmlformats.org/package/2006";
        string sheet = string.Concat(rows.Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Select((cell, j) => Cell($"{(char)('A' + j)}{i + 1}", cell)))}</row>"));
        return Zip(
            ("[Content_Types].xml", Xml($"<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>")),
            ("_rels/.rels", Xml($"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
            ("xl/workbook.xml", Xml($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", Xml($"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>")),
            ("xl/styles.xml", Xml($"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"9\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>")),
            ("xl/worksheets/sheet1.xml", Xml($"<worksheet xmlns=\"{Main}\"><sheetData>{sheet}</sheetData></worksheet>")));
    }

    /// <summary>Rows as their key and numbers, then their days.</summary>
    public static string[] Rows(TableImport import)
    {
        Sources.AddsUp(import);
        Table table = import.Table!; // AddsUp has seen it
        return [.. Enumerable.Range(0, table.RowCount).Select(row => string.Join(' ', Sources.Shown(table, row).Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
    }

    public static string? Text(TableImport import, int row, string column) => import.Table!.GetText(row, Place(import.Table, column));

    public static bool? YesNo(TableImport import, int row, string column) => import.Table!.GetYesNo(row, Place(import.Table, column));

    private static int Place(Table table, string column) => table.Columns.Select((one, i) => (one.Name, i)).Single(one => one.Name == column).i;

    // %0.5 is shown as 50%, #12.5 a number, !#N/A the error of a formula.
    private static string Cell(string place, string text) => text.StartsWith('!') ? $"<c r=\"{place}\" t=\"e\"><v>{text[1..]}</v></c>" : text.StartsWith('%') ? $"<c r=\"{place}\" s=\"1\"><v>{text[1..]}</v></c>" : text.StartsWith('#')
        ? $"<c r=\"{place}\"><v>{text[1..]}</v></c>" : $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    private static byte[] Xml(string text) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
}
