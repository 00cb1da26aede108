using EditEngine.Codes;
using EditEngine.Files;
using EditEngine.Formats.Cms;
using Xunit;
using static EditEngine.Tests.Cms.Published;

namespace EditEngine.Tests.Cms;

/// <summary>Releases in time, archives, workbooks, and files that are something else.</summary>
public sealed class PublishedReleaseTests
{
    private const string CodesHeader = "HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,COV,TOS1,ADD DT,ACT EFF DT,TERM DT,ACTION CD\n";

    private static readonly string First = Order(1, "A00", 0, "Cholera") + Order(2, "A000", 1, "Cholera due to 01") + Order(3, "A001", 1, "Eltor");
    private static readonly string Second = Order(1, "A00", 0, "Cholera") + Order(2, "A000", 1, "Cholera due to 01, classical") + Order(3, "QA00101", 1, "New");

    [Fact]
    public void A_code_that_stays_the_same_is_one_row_and_one_that_is_gone_ends()
    {
        TableImport import = Import("icd10-cm", ("icd10cm_order_2024.txt", Second), ("icd10cm_order_2023.txt", First));
        Assert.Equal(
            ["A00: 0 2022-10-01..*", "A00.0: 1 2022-10-01..2023-09-30", "A00.0: 1 2023-10-01..*", "A00.1: 1 2022-10-01..2023-09-30", "QA0.0101: 1 2023-10-01..*"],
            Rows(import));
        Assert.Empty(import.Problems);
        Assert.Equal((6, 5, 1), (import.Summary.RowsRead, import.Summary.RowsKept, import.Summary.RowsRepeated));
        Assert.Equal(("icd10cm_order_2023.txt", 1, "FY2023"), (import.Table!.GetSource(0).File, import.Table.GetSource(0).Line, import.Table.GetSource(0).Release));
    }

    [Fact]
    public void A_year_that_is_missing_is_told_and_not_guessed()
    {
        TableImport import = Import("icd10-cm", ("icd10cm_order_2022.txt", First), ("icd10cm_order_2024.txt", Second));
        Assert.Contains("A00: 0 2021-10-01..2022-09-30", Rows(import));
        Assert.Contains("A00: 0 2023-10-01..*", Rows(import));
        Assert.StartsWith("warning EDIT6026: No release holds from 2022-10-01 to 2023-09-30", Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("april-1-2026-code-descriptions-in-tabular-order.zip", "Code Descriptions/icd10cm_order_2026.txt", "2026-04-01 FY2026 April")]
    [InlineData("2026-code-descriptions-tabular-order.zip", "icd10cm_order_2026.txt", "2025-10-01 FY2026")]
    [InlineData("october-1-2025-code-descriptions.zip", "icd10cm_order_2026.txt", "2025-10-01 FY2026")]
    [InlineData("fy-2026-april.zip", "icd10cm_order_2026.txt", "2026-04-01 FY2026 April")]
    [InlineData("code-descriptions.zip", "April 1 2026/icd10cm_order_2026.txt", "2026-04-01 FY2026 April")]
    [InlineData("icd10.zip", "icd10cm_order_2026_Apr.txt", "2026-04-01 FY2026 April")]
    [InlineData("January 2023 release.zip", "icd10cm_order_2023.txt", "2023-01-01 FY2023 January")]
    [InlineData("aprilis-2026.zip", "icd10cm_order_2026.txt", "2025-10-01 FY2026")]
    [InlineData("2024-code-descriptions-updated-02012024.zip", "icd10cm_order_2024.txt", "2023-10-01 FY2024")]
    [InlineData("april-1-2025.zip", "icd10cm_order_2026.txt", "EDIT6016")]
    public void An_update_within_the_year_is_dated_by_its_archive(string archive, string inner, string expected)
    {
        TableImport import = Import("icd10-cm", ImportOptions.Default, Sources.Of(archive, Zip((inner, System.Text.Encoding.Latin1.GetBytes(First)))));
        string shown = import.Table is null ? import.Problems[0].ToString() : $"{Rows(import)[0].Split(' ')[^1].Split("..")[0]} {import.Table.GetSource(0).Release}";
        Assert.Contains(expected, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void October_and_April_make_one_table()
    {
        TableSource Archived(string archive, string text) => Sources.Of(archive, Zip(("icd10cm_order_2024.txt", System.Text.Encoding.Latin1.GetBytes(text))));
        TableImport import = Import("icd10-cm", ImportOptions.Default, Archived("april-1-2024-code-descriptions.zip", Second), Archived("2024-code-descriptions.zip", First));
        Assert.Equal(
            ["A00: 0 2023-10-01..*", "A00.0: 1 2023-10-01..2024-03-31", "A00.0: 1 2024-04-01..*", "A00.1: 1 2023-10-01..2024-03-31", "QA0.0101: 1 2024-04-01..*"],
            Rows(import));
        Assert.Empty(import.Problems);
    }

    [Theory]
    [InlineData("icd10-cm", "icd10cm_order_2024.txt", "2024-04-01", "A00: 0 2024-04-01..*")]
    [InlineData("icd10-cm", "icd10cm_order_2024.txt", "2024-10-01", "EDIT6033")]
    [InlineData("icd10-cm", "icd10cm_order_april_2024.txt", "2024-05-01", "EDIT6033")]
    [InlineData("icd10-cm", "icd10cm_order_april_2024.txt", "2024-04-01", "A00: 0 2024-04-01..*")]
    public void An_effective_date_is_taken_or_refused(string kind, string name, string given, string expected)
    {
        var options = new ImportOptions { EffectiveDate = DateOnly.Parse(given, System.Globalization.CultureInfo.InvariantCulture) };
        TableImport import = Import(kind, options, Sources.Of(name, First));
        Assert.Contains(expected, import.Table is null ? import.Problems[0].ToString() : Rows(import)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HCPC2024_JAN_ANWEB.csv", "2024-04-01", "EDIT6033")]
    [InlineData("ANWEB.csv", "2024-04-01", "EDIT6034")]
    public void An_effective_date_of_rows_that_say_their_own_is_refused(string name, string given, string expected)
    {
        var options = new ImportOptions { EffectiveDate = DateOnly.Parse(given, System.Globalization.CultureInfo.InvariantCulture) };
        TableImport import = Import("hcpcs", options, Sources.Of(name, CodesHeader + "A0001,00100,3,Old words,Old,C,1,20200101,,,N\n"));
        Assert.Null(import.Table);
        Assert.Contains(expected, Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ncci-addon", "AOC_V2025Q1-MCR.txt", "AOC_V2025Q3-MCR.txt", "add_on_code\tprimary_code\taoc_edit_type\tedit_eff_year\tedit_del_yyyyddd\tnotes\n", "0071U\t0070U\t1\t2018001\t\t\n")]
    [InlineData("hcpcs", "HCPC2025_JAN_ANWEB.csv", "HCPC2025_JUL_ANWEB.csv", CodesHeader, "A0002,00100,3,Gone,Gone,C,1,20180101,,,N\n")]
    [InlineData("clfs", "CLFS_2025Q1V1.csv", "CLFS_2025Q3V1.csv", "YEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC\n", "2025,80048,,20180101,N,10.00,x\n")]
    [InlineData("pos", "pos_2025-01.csv", "pos_2025-07.csv", "CODE\n", "11\n", false)]
    public void A_quarter_that_is_missing_between_dated_rows_is_told_and_ends_what_is_gone(string kind, string before, string after, string header, string row, bool isTold = true)
    {
        string other = row.Replace("0071U", "0072U", StringComparison.Ordinal).Replace("A0002", "A0003", StringComparison.Ordinal).Replace("80048", "80053", StringComparison.Ordinal).Replace("11", "12", StringComparison.Ordinal);
        TableImport import = Import(kind, (before, header + row), (after, header + other));
        Assert.Equal(isTold, import.Problems.Any(problem => problem.ToString().Contains("EDIT6026: No release holds from 2025-04-01 to 2025-06-30", StringComparison.Ordinal)));
        Assert.Equal(!isTold, !Rows(import)[0].EndsWith("..2025-03-31", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_Mac_or_Windows_puts_into_an_archive_is_passed_over()
    {
        byte[] order = System.Text.Encoding.Latin1.GetBytes(First);
        byte[] zip = Zip(("__MACOSX/._icd10cm_order_2024.txt", [0, 5, 22, 7]), ("icd10cm_order_2024.txt", order), ("._icd10cm_order_2025.txt", [0, 5, 22, 7]), (".DS_Store", [1]), ("a/Thumbs.db", [1]));
        TableImport import = Import("icd10-cm", ImportOptions.Default, Sources.Of("mac.zip", zip));
        Assert.Equal(3, Rows(import).Length);
        Assert.Empty(import.Problems);
        Assert.Contains("it has a.pdf.", Import("icd10-cm", ImportOptions.Default, Sources.Of("mac.zip", Zip(("__MACOSX/._a.txt", [0]), ("a.pdf", [1])))).Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("icd10cm_order_2024.txt icd10cm-order-april-2024.txt", null, "")]
    [InlineData("a.txt", "2023-10-01", "")]
    [InlineData("a.txt", null, "EDIT6016")]
    [InlineData("icd10cm_order_2024.txt icd10cm_order_2024_copy.txt", null, "EDIT6015")]
    public void The_name_or_the_option_says_the_release(string names, string? effective, string expected)
    {
        var options = new ImportOptions { EffectiveDate = effective is null ? null : DateOnly.Parse(effective, System.Globalization.CultureInfo.InvariantCulture) };
        TableImport import = Import("icd10-cm", options, [.. names.Split(' ').Select(name => Sources.Of(name, First))]);
        Assert.Contains(expected, string.Join('\n', import.Problems), StringComparison.Ordinal);
        Assert.Equal(expected.Length == 0, import.Table is not null);
    }

    [Fact]
    public void Where_rows_say_their_days_the_later_release_is_right_and_what_it_lacks_has_ended()
    {
        TableImport import = Import(
            "hcpcs",
            ("HCPC2024_JAN_ANWEB.csv", CodesHeader + "A0001,00100,3,Old words,Old,C,1,20200101,,,N\nA0002,00100,3,Gone,Gone,C,1,20200101,,,N\n"),
            ("HCPC2024_APR_ANWEB.csv", CodesHeader + "A0001,00100,3,New words,New,C,1,20200101,,,N\nA0003,00100,3,Ended,Ended,C,1,20200101,,20240630,N\n"));
        Assert.Equal(["A0001: 2020-01-01..*", "A0002: 2020-01-01..2024-03-31", "A0003: 2020-01-01..2024-06-30"], Rows(import));
        Assert.Equal(("New words", 1), (Text(import, 0, "long"), import.Summary.RowsRepeated));
    }

    [Fact]
    public void Of_an_archive_the_files_of_the_kind_are_taken_as_text_before_workbook()
    {
        byte[] order = System.Text.Encoding.Latin1.GetBytes(First);
        byte[] zip = Zip(("icd10cm_order_2024.txt", order), ("icd10cm_order_addenda_2024.txt", order), ("icd10cm_codes_2024.txt", order), ("icd10OrderFiles.pdf", [1]));
        TableImport import = Import("icd10-cm", ImportOptions.Default, Sources.Of("2024-code-descriptions.zip", zip));
        Assert.Equal(3, Rows(import).Length);
        Assert.Equal("icd10cm_order_2024.txt", import.Table!.GetSource(0).File);
        TableImport none = Import("icd10-cm", ImportOptions.Default, Sources.Of("x.zip", Zip(("a.pdf", [1]), ("b.docx", [1]))));
        Assert.Contains("EDIT6023", none.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("it has a.pdf, b.docx", none.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_says_it_is_endless_and_a_stream_that_is_are_refused()
    {
        byte[] zip = Zip(("icd10cm_order_2024.txt", new byte[1000]));
        int entry = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(entry + 24), 0x7FFFFFFF);
        TableImport import = Import("icd10-cm", ImportOptions.Default, Sources.Of("bomb.zip", zip));
        Assert.Null(import.Table);
        Assert.StartsWith("bomb.zip: error EDIT6070: It unpacks to more than 1,073,741,824 bytes.", import.Problems[0].ToString(), StringComparison.Ordinal);
        using var bounded = new BoundedStream(new MemoryStream(new byte[11]), 10);
        Assert.Throws<TooLargeException>(() => bounded.CopyTo(Stream.Null));
    }

    [Theory]
    [InlineData("ncci-mue", "ccipra-v322r0-f1.txt", "it seems to be the NCCI procedure-to-procedure edits. Import it with 'edits import ncci-ptp'.")]
    [InlineData("pfs", "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv", "it seems to be the medically unlikely edits. Import it with 'edits import ncci-mue'.")]
    [InlineData("ncci-ptp", "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv", "it seems to be the medically unlikely edits.")]
    public void A_file_of_another_kind_is_named(string kind, string sample, string expected)
    {
        TableImport import = Import(kind, ImportOptions.Default, Sources.Sample(sample));
        Assert.Null(import.Table);
        Assert.Contains("EDIT6022", import.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.Contains(expected, import.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_fixed_width_of_another_kind_is_named()
    {
        TableImport import = Import("clfs", ("icd10cm_order_2024.txt", First));
        Assert.Contains("it seems to be the ICD-10-CM order file.", Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_workbook_is_told()
    {
        TableImport import = Import("ncci-addon", ImportOptions.Default, Sources.Of("AOC.xlsx", Zip(("xl/workbook.xml", [1, 2]))));
        Assert.Contains("EDIT6001", Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_has_its_own_name_and_keys_first()
    {
        Assert.Equal(Importers.All.Length, Importers.All.Select(importer => importer.Kind).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(CodeFit.Fits, CodeShape.Of(CodeSystem.Diagnosis, "QA0.0101"));
        Assert.Equal(CodeFit.None, CodeShape.Of(CodeSystem.Diagnosis, "ABC1"));
    }
}
