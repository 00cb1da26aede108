using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using EditEngine.Files;
using EditEngine.Formats.Cms;
using Xunit;
using static EditEngine.Tests.Cms.Published;

namespace EditEngine.Tests.Cms;

/// <summary>Small files that would unpack to endless rows: each is told, and none is read for long.</summary>
public sealed class BoundedFileTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Titles = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";
    private const string CodeRow = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>3</v></c></row>";

    /// <summary>The sheet, and the beginning of what is told; null where it is read.</summary>
    public static TheoryData<string, string?> Sheets => new()
    {
        { Titles + CodeRow, null },
        { Titles + CodeRow + Far("A", 1_048_576), null },
        { Titles + CodeRow + "<row r=\"1048576\"/>", null },
        { Titles + CodeRow + Far("XFD", 2), null },
        { Titles + CodeRow + Far("XFD", 1_048_576), "EDIT6070 The workbook has more than 16,777,216 cells" },
        { Titles + CodeRow + Far("AZ", 1_048_576), "EDIT6070 The workbook has more than 16,777,216 cells" },
        { "<row r=\"1\"><c r=\"XFD1\"/></row>" + Titles + CodeRow + Far("A", 1_048_576), "EDIT6070 The workbook has more than 16,777,216 cells" },
    };

    [Theory]
    [MemberData(nameof(Sheets))]
    [SuppressMessage("Usage", "xUnit1045:Avoid using TheoryData type arguments that might not be serializable", Justification = "texts are")]
    public void Rows_times_columns_are_bounded(string sheet, string? expected)
    {
        TableImport import = Import("carc", ImportOptions.Default, Sources.Of("carc.xlsx", Book(sheet)));
        string told = string.Join('\n', import.Problems.Select(problem => $"{problem.Id} {problem.Seen}"));
        Assert.Equal(expected is not null, told.Contains("EDIT6070", StringComparison.Ordinal));
        Assert.Contains(expected ?? "", told, StringComparison.Ordinal);
        Assert.Equal(expected is not null, import.Table is null);
    }

    [Fact]
    public void Other_sheets_and_dimensions_that_are_none_are_bounded()
    {
        byte[] lying = Book(Titles + CodeRow, before: "<dimension ref=\"A1:XFD1048576\"/>");
        Assert.NotNull(Import("carc", ImportOptions.Default, Sources.Of("carc.xlsx", lying)).Table);
        byte[] sheets = Book(Titles + CodeRow, sheets: WorkbookBounds.MostSheets + 1);
        Assert.Equal("EDIT6070", Import("carc", ImportOptions.Default, Sources.Of("carc.xlsx", sheets)).Problems[0].Id);
    }

    [Fact]
    public void One_long_text_that_all_cells_share_is_bounded()
    {
        StringBuilder rows = new(Titles);
        for (int row = 2; row < 20_000; row++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>2</v></c><c r=\"B{row}\" t=\"s\"><v>4</v></c></row>");
        }

        byte[] book = Book(rows.ToString(), strings: $"<si><t>{new string('x', 32_000)}</t></si>");
        Assert.StartsWith("carc.xlsx: error EDIT6070: The cells of the workbook have more than", Import("carc", ImportOptions.Default, Sources.Of("carc.xlsx", book)).Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/worksheets/sheet1.xml")]
    public void Entities_are_not_expanded(string part)
    {
        const string Laughs = "<!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        byte[] book = Book(Titles + CodeRow, doctype: Laughs, doctypeOf: part, strings: part.Contains("shared", StringComparison.Ordinal) ? "<si><t>&c;</t></si>" : "");
        TableImport import = Import("carc", ImportOptions.Default, Sources.Of("carc.xlsx", book));
        Assert.Null(import.Table);
        Assert.Contains("EDIT6001", import.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("codes.zip", "carc.csv")]
    [InlineData("codes.xlsx", "xl/sharedStrings.xml")]
    [InlineData("codes.xlsx", "xl/worksheets/sheet1.xml")]
    [InlineData("codes.xlsx", "xl/theme/theme1.xml")]
    public void A_member_that_is_packed_a_thousandfold_is_told_before_it_is_unpacked(string file, string member)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (file.EndsWith(".xlsx", StringComparison.Ordinal))
            {
                Add(zip, "xl/workbook.xml", "<workbook/>");
            }

            using Stream entry = zip.CreateEntry(member).Open();
            byte[] blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)'\n');
            for (int i = 0; i < 20; i++)
            {
                entry.Write(blanks);
            }
        }

        TableImport import = Import("carc", ImportOptions.Default, Sources.Of(file, stream.ToArray()));
        Assert.StartsWith("EDIT6070 It unpacks to more than 16,777,216 bytes, and to more than 250 times its own length.", $"{import.Problems[0].Id} {import.Problems[0].Seen}", StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_that_unpacks_a_thousandfold_is_told()
    {
        byte[] blanks = new byte[20 << 20];
        Array.Fill(blanks, (byte)'\n');
        "code,description\n"u8.CopyTo(blanks);
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(blanks);
        }

        TableImport import = Import("carc", ImportOptions.Default, Sources.Of("carc.csv.gz", packed.ToArray()));
        Assert.Contains(import.Problems, problem => problem.Id == "EDIT6070");
    }

    [Fact]
    public void An_archive_of_many_members_is_told_before_they_are_listed()
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int i = 0; i <= ZipDirectory.MostMembers; i++)
            {
                zip.CreateEntry(i.ToString(CultureInfo.InvariantCulture), CompressionLevel.NoCompression);
            }
        }

        byte[] bytes = stream.ToArray();
        Assert.StartsWith("many.zip: error EDIT6070: The archive has more than 10,000 files.", Import("carc", ImportOptions.Default, Sources.Of("many.zip", bytes)).Problems[0].ToString(), StringComparison.Ordinal);

        // The count that the archive's end says is not believed.
        int end = bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        bytes[end + 8] = bytes[end + 10] = 1;
        bytes[end + 9] = bytes[end + 11] = 0;
        Assert.Contains("EDIT6070", Import("carc", ImportOptions.Default, Sources.Of("many.zip", bytes)).Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/etc/carc.csv")]
    [InlineData("../../carc.csv")]
    [InlineData("C:\\carc.csv")]
    public void A_member_with_a_name_that_leads_elsewhere_is_read_and_written_nowhere(string name)
    {
        TableImport import = Import("carc", ImportOptions.Default, Sources.Of("x.zip", Zip((name, "Code,Description\n16,Claim lacks information\n"u8.ToArray()))));
        Assert.NotNull(import.Table);
        Assert.Equal("carc.csv", import.Table.GetSource(0).File.Split('\\')[^1]);
    }

    [Fact]
    public void An_archive_in_an_archive_is_named_and_not_opened()
    {
        byte[] inner = Zip(("carc.csv", "Code,Description\n16,x\n"u8.ToArray()));
        Assert.Contains("EDIT6023", Import("carc", ImportOptions.Default, Sources.Of("x.zip", Zip(("inner.zip", inner)))).Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_says_less_than_it_holds_gives_no_more_than_it_says()
    {
        byte[] zip = Zip(("carc.csv", Encoding.ASCII.GetBytes("Code,Description\n" + string.Concat(Enumerable.Repeat("16,x\n", 1000)))));
        int entry = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(entry + 24), 22);
        TableImport import = Import("carc", ImportOptions.Default, Sources.Of("x.zip", zip));
        Assert.True(import.Summary.RowsRead <= 1, $"{import.Summary.RowsRead} rows");
    }

    [Theory]
    [InlineData("a\nb\n", "a|b")]
    [InlineData("a\r\nb", "a|b")]
    [InlineData("a\r\rb\n\n", "a||b|")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    public void Lines_end_as_texts_end_them(string text, string expected)
    {
        BoundedLines lines = new(new StringReader(text));
        List<string> read = [];
        while (lines.Read() is string line)
        {
            read.Add(line);
        }

        Assert.Equal(expected, string.Join('|', read));
        List<string> usual = [];
        using StringReader reader = new(text);
        while (reader.ReadLine() is string line)
        {
            usual.Add(line);
        }

        Assert.Equal(usual, read);
    }

    [Fact]
    public void A_text_without_line_breaks_is_told()
    {
        BoundedLines lines = new(new StringReader(new string('x', BoundedLines.Longest + 5000)));
        Assert.Throws<TooLargeException>(lines.Read);
    }

    private static string Far(string column, int row) => $"<row r=\"{row}\"><c r=\"{column}{row}\" t=\"s\"><v>3</v></c></row>";

    private static byte[] Book(string rows, string before = "", int sheets = 1, string strings = "", string doctype = "", string doctypeOf = "")
    {
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            IEnumerable<int> all = Enumerable.Range(1, sheets);
            Put("_rels/.rels", $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(all.Select(i => $"<sheet name=\"S{i}\" sheetId=\"{i}\" r:id=\"r{i}\"/>"))}</sheets></workbook>");
            Put("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}\">{string.Concat(all.Select(i => $"<Relationship Id=\"r{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"))}<Relationship Id=\"s\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Put("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><t>Code</t></si><si><t>Description</t></si><si><t>16</t></si><si><t>Claim lacks information</t></si>{strings}</sst>");
            Put("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\">{before}<sheetData>{rows}</sheetData></worksheet>");
            void Put(string name, string xml) => Add(zip, name, (name == doctypeOf ? doctype : "") + xml);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using Stream entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
