using System.Text;
using EditEngine.Codes;
using EditEngine.Formats.Cms;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Cms;

public sealed class NcciPtpImporterTests
{
    private const string Header =
        "CPT only copyright 2025 American Medical Association.  All rights reserved.\t\t\t\t\t\t\r\n" +
        "Column1/Column2 Edits\t\t\t\t\t\t\r\n" +
        "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale\r\n" +
        "\t\tprior to 1996\tDate\tDate\t0=not allowed\t\r\n" +
        "\t\t\t\t*=no data\t1=allowed\t\r\n" +
        "\t\t\t\t\t9=not applicable\t\r\n";

    [Fact]
    public void Reads_the_publishers_layout()
    {
        TableImport import = NcciPtpImporter.Import([Sources.Sample("ccipra-v322r0-f1.txt")], ImportOptions.Default);
        Sources.AddsUp(import);
        Assert.Empty(import.Problems);
        Assert.Equal((49, 49, 0, 0, "v322r0"), (import.Summary.RowsRead, import.Summary.RowsKept, import.Summary.RowsRefused, import.Summary.RowsAssumed, import.Summary.Release));
        Assert.Equal((new DateOnly(2002, 10, 1), new DateOnly(2026, 6, 30)), (import.Summary.FirstDate, import.Summary.LastDate));
        Assert.Equal("1", Look(import.Table, "0001U", "0029U", 2026, 6, 30));
        Assert.Equal("none", Look(import.Table, "0001U", "0029U", 2026, 7, 1));
        Assert.Equal("1", Look(import.Table, "0001U", "0030U", 2090, 1, 1));
        Assert.Equal("9", Look(import.Table, "0001A", "90473", 2022, 1, 1));
        Assert.Equal("none", Look(import.Table, "0001A", "90473", 2022, 1, 2));
        Assert.Equal("none", Look(import.Table, "90473", "0001A", 2022, 1, 1));
        Assert.Equal(new RowSource("ccipra-v322r0-f1.txt", 7, "v322r0"), import.Table!.GetSource(0));
    }

    [Fact]
    public void Begins_rows_without_effective_date_after_the_pairs_previous_row_and_says_so()
    {
        TableImport import = NcciPtpImporter.Import([Sources.Sample("ccipra-2024q2-f1.txt")], ImportOptions.Default);
        Sources.AddsUp(import);
        string[] rows = Sources.Rows(import.Table);
        Assert.Contains("00100, 99201: 0 1996-01-01..2019-12-31 assumed", rows);
        Assert.Contains("00100, 99201: 0 2020-01-01..2020-12-31 assumed", rows);
        Assert.Contains("00100, 99202: 0 2020-01-01..* assumed", rows);
        Assert.Contains("0001A, 90473: 9 2022-01-01..2022-01-01 assumed", rows);
        Assert.Equal((1, import.Summary.RowsKept), (import.Summary.RowsRepeated, import.Summary.RowsAssumed));
        Assert.Equal(["EDIT6012", "EDIT0453"], import.Problems.Select(problem => problem.Id));
        Assert.StartsWith($"{import.Summary.RowsRead} rows have no effective date.", import.Problems[0].Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20610\t99213\t*\t19960101\t*\t1\tr", "20610, 99213: 1 1996-01-01..*")]
    [InlineData("29881\t29870\t\t19960101\t20081231\t0\tr;29881\t29870\t\t20120701\t*\t1\tr", "29881, 29870: 0 1996-01-01..2008-12-31;29881, 29870: 1 2012-07-01..*")]
    [InlineData("97530\t97140\t\t20000101\t20151231\t1\tr;97140\t97530\t\t20160101\t*\t1\tr", "97140, 97530: 1 2016-01-01..*;97530, 97140: 1 2000-01-01..2015-12-31")]
    [InlineData("76942\t20604\t\t20150101\t20150101\t9\tr", "76942, 20604: 9 2015-01-01..2015-01-01")]
    [InlineData("10000\t20000\t\t\t20101231\t1\tr;10000\t20000\t\t20150101\t*\t0\tr", "10000, 20000: 1 1996-01-01..2010-12-31 assumed;10000, 20000: 0 2015-01-01..*")]
    [InlineData("10000\t20000\t\t\t*\t1\tr;10000\t20000\t\t20050101\t20101231\t0\tr", "10000, 20000: 0 2005-01-01..2010-12-31;10000, 20000: 1 2011-01-01..* assumed")]
    [InlineData("d0120\tG0101\t\t20050101\t*\t1\tr", "D0120, G0101: 1 2005-01-01..*")]
    public void Keeps_every_row_of_a_pair(string rows, string expected) =>
        Assert.Equal(expected.Split(';'), Sources.Rows(Import(rows).Table));

    [Theory]
    [InlineData("9921\t99213\t\t19960101\t*\t1\tr", "ccipra.txt: row 7, column Column 1: error EDIT6008: '9921' is too short for a procedure code and has only digits: zeros before it seem lost. Export")]
    [InlineData("1E+02\t99213\t\t19960101\t*\t1\tr", "ccipra.txt: row 7, column Column 1: error EDIT6007: '1E+02' is not a procedure code.")]
    [InlineData("20610\t\t\t19960101\t*\t1\tr", "ccipra.txt: row 7, column Column 2: error EDIT6007: '' is not a procedure code.")]
    [InlineData("20610\t99213\t\t1996-13-01\t*\t1\tr", "ccipra.txt: row 7, column Effective: error EDIT6009: '1996-13-01' is not a date.")]
    [InlineData("20610\t99213\t\t01/01/1996\t*\t1\tr", "ccipra.txt: row 7, column Effective: error EDIT6024: '01/01/1996' looks like a date in a spreadsheet's way")]
    [InlineData("20610\t99213\t\t19960101\t\t1\tr", "ccipra.txt: row 7, column Deletion: error EDIT6009: '' is not a date. Dates are written as 20240401 or 2024-04-01, a row still in force has *.")]
    [InlineData("20610\t99213\t\t20230230\t*\t1\tr", "ccipra.txt: row 7, column Effective: error EDIT6009: '20230230' is not a date.")]
    [InlineData("20610\t99213\t\t19960101\t*\t2\tr", "ccipra.txt: row 7, column Modifier: error EDIT6010: '2' is not a number. The modifier indicator is 0, 1 or 9.")]
    [InlineData("20610\t99213\t\t19960101\t*\t1", "ccipra.txt: row 7: error EDIT6006: The row has 6 cells. The header has 7 columns.")]
    [InlineData("20610\t99213\t\t20050101\t20040101\t1\tr", "ccipra.txt: row 7: error EDIT0452: The row of '20610, 99213' begins on 2005-01-01 and ends on 2004-01-01.")]
    [InlineData("20610\t99213\t\t20050101\t*\t1\tr;20610\t99213\t\t20070101\t*\t0\tr", "ccipra.txt: row 8: error EDIT0451: '20610, 99213' has two rows in force on 2007-01-01")]
    public void Refuses_a_row_with_its_place_and_keeps_the_rest(string rows, string expected)
    {
        string good = string.Join(';', Enumerable.Range(0, 300).Select(i => $"{30000 + i}\t99213\t\t19960101\t*\t1\tr"));
        TableImport import = Import(rows + ";" + good);
        Sources.AddsUp(import);
        Assert.Equal(1, import.Summary.RowsRefused);
        Assert.StartsWith(expected, Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_no_table_where_too_many_rows_are_refused()
    {
        TableImport import = Import("10\t99213\t\t19960101\t*\t1\tr;20610\t99213\t\t19960101\t*\t1\tr");
        Assert.Null(import.Table);
        Assert.Equal("error EDIT6018: 1 of 2 rows were refused, so no table is made. At most one row in a hundred may be refused.", import.Problems[^1].ToString());
    }

    [Fact]
    public void Reads_gzip_line_feeds_and_bytes_above_ascii_alike()
    {
        string text = Header + "20610\t99213\t\t19960101\t*\t1\tPolicy \u0096 \u00A0manual \u0093\r\n\r\n";
        string expected = NcciPtpImporter.Import([Sources.Of("a.txt", text)], ImportOptions.Default).Summary.TableHash!;
        byte[][] others = [Sources.Gzip(Encoding.Latin1.GetBytes(text)), Encoding.Latin1.GetBytes(text.Replace("\r", "", StringComparison.Ordinal)), Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text)).ToArray()];
        Assert.All(others, bytes => Assert.Equal(expected, NcciPtpImporter.Import([Sources.Of("b.txt", bytes)], ImportOptions.Default).Summary.TableHash));
    }

    [Theory]
    [InlineData("", "EDIT6002")]
    [InlineData("\u001F\u008B\b\0\0\0\0\0\0\u0003\u0001\u0002", "EDIT6001")]
    [InlineData("PK\u0003\u0004....", "EDIT6001")]
    [InlineData("\u00FF\u00FEC\0o\0l\0", "EDIT6003: The file is UTF-16 text.")]
    [InlineData("C\0o\0l\0u\0m\0n\0", "EDIT6003: The file is UTF-16 text.")]
    [InlineData("abc\0\0\u0001", "EDIT6003: The file is binary.")]
    [InlineData("\r\n<!DOCTYPE html><html>", "EDIT6003: The file is a web page.")]
    [InlineData("%PDF-1.7", "EDIT6003: The file is a PDF document.")]
    [InlineData("code,value\r\n1,2\r\n", "EDIT6004: None of the first 20 lines is the header of the NCCI procedure-to-procedure edits.")]
    [InlineData("Column 1\tColumn 2\tEffective\tDeletion\r\n", "EDIT6005: The header has no column 'Modifier'.")]
    [InlineData("Column 1\tColumn 2\tx\tEffective\tDeletion\tModifier\tr\r\n", "EDIT6002")]
    public void Refuses_a_file_that_is_something_else(string text, string expected)
    {
        TableImport import = NcciPtpImporter.Import([Sources.Of("ccipra.txt", text)], ImportOptions.Default);
        Assert.Null(import.Table);
        Assert.Contains(expected, Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ccipra-v322r0-f1.txt ccipra-v322r0-f2.txt", "")]
    [InlineData("ccipra-v322r0-f2.txt ccipra-v322r0-f1.txt", "")]
    [InlineData("ccipra-v322r0-f1.txt ccipra-v322r0-f3.txt", "warning EDIT6014: Part f2 of the release is not among the files.")]
    [InlineData("ccipra-v322r0-f1.txt ccipra-v321r0-f2.txt", "EDIT6013: The file is of ccipra v321r0, others are of ccipra v322r0.")]
    [InlineData("ccipra-v322r0-f1.txt ccioph-v322r0-f2.txt", "EDIT6013")]
    [InlineData("ccipra-v322r0-f1.txt copy-of-ccipra-v322r0-f1.txt", "EDIT6015")]
    [InlineData("a.txt b.txt", "")]
    public void Takes_the_parts_of_one_release(string names, string expected)
    {
        string[] texts = [Header + "20610\t99213\t\t19960101\t*\t1\tr\r\n", Header + "30000\t99213\t\t19960101\t*\t1\tr\r\n"];
        TableImport import = NcciPtpImporter.Import([.. names.Split(' ').Select((name, i) => Sources.Of(name, texts[i]))], ImportOptions.Default);
        Assert.Equal(expected.Length > 0 && !expected.Contains("warning", StringComparison.Ordinal), import.Table is null);
        Assert.Contains(expected, string.Join('\n', import.Problems), StringComparison.Ordinal);
        Assert.True(import.Table is null || import.Table.RowCount == 2);
    }

    [Fact]
    public void Refuses_gzip_that_was_cut_off()
    {
        byte[] packed = Sources.Gzip(Encoding.Latin1.GetBytes(Header + string.Concat(Enumerable.Range(10_000, 9_000).Select(i => $"{i}\t99213\t\t19960101\t*\t1\tr\r\n"))));
        foreach (int kept in new[] { packed.Length - 1, packed.Length - 9, packed.Length / 2, 30 })
        {
            TableImport import = NcciPtpImporter.Import([Sources.Of("a.gz", packed[..kept])], ImportOptions.Default);
            Assert.Null(import.Table);
            Assert.Equal("EDIT6001", Assert.Single(import.Problems).Id);
        }
    }

    [Fact]
    public void Reads_gzip_of_several_parts()
    {
        byte[] first = Sources.Gzip(Encoding.Latin1.GetBytes(Header + "10001\t99213\t\t19960101\t*\t1\tr\r\n"));
        byte[] second = Sources.Gzip(Encoding.Latin1.GetBytes("10002\t99213\t\t19960101\t*\t1\tr\r\n"));
        TableImport import = NcciPtpImporter.Import([Sources.Of("a.gz", [.. first, .. second])], ImportOptions.Default);
        Assert.Equal(2, import.Table?.RowCount);
    }

    [Fact]
    public void Reports_progress()
    {
        string rows = string.Join(';', Enumerable.Range(0, 40_000).Select(i => $"{10000 + i}\t99213\t\t19960101\t*\t1\tr"));
        var seen = new List<ImportProgress>();
        NcciPtpImporter.Import([Sources.Of("a.txt", Header + rows.Replace(";", "\r\n", StringComparison.Ordinal))], new ImportOptions { Progress = seen.Add });
        Assert.Equal((2, 40_000), (seen.Count, seen[^1].RowsRead));
        Assert.Equal(seen[^1].BytesTotal, seen[^1].BytesRead);
    }

    private static TableImport Import(string rows) =>
        NcciPtpImporter.Import([Sources.Of("ccipra.txt", Header + rows.Replace(";", "\r\n", StringComparison.Ordinal) + "\r\n")], ImportOptions.Default);

    private static string Look(Table? table, string one, string two, int year, int month, int day)
    {
        int row = table!.FindRow([Code.From(CodeSystem.Procedure, one).Packed, Code.From(CodeSystem.Procedure, two).Packed], Sources.Day(year, month, day));
        return row >= 0 && table.TryGetNumber(row, 2, out var indicator) ? indicator.ToString() : "none";
    }
}
