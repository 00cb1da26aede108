using EditEngine.Codes;
using EditEngine.Formats.Cms;
using Xunit;
using static EditEngine.Tests.Cms.Published;

namespace EditEngine.Tests.Cms;

/// <summary>Releases in time, archives, workbooks, and files that are something else.</summary>
public sealed class PublishedReleaseTests
{
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
        const string Header = "HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,COV,TOS1,ADD DT,ACT EFF DT,TERM DT,ACTION CD\n";
        TableImport import = Import(
            "hcpcs",
            ("HCPC2024_JAN_ANWEB.csv", Header + "A0001,00100,3,Old words,Old,C,1,20200101,,,N\nA0002,00100,3,Gone,Gone,C,1,20200101,,,N\n"),
            ("HCPC2024_APR_ANWEB.csv", Header + "A0001,00100,3,New words,New,C,1,20200101,,,N\nA0003,00100,3,Ended,Ended,C,1,20200101,,20240630,N\n"));
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
