using EditEngine.Formats.Cms;
using Xunit;
using static EditEngine.Tests.Cms.Published;

namespace EditEngine.Tests.Cms;

/// <summary>Files that are published as workbooks too: they say what the text says.</summary>
public sealed class WorkbookTests
{
    private const string UnitHeader = "HCPCS/\nCPT Code\tPractitioner Services MUE Values\tMUE Adjudication Indicator\tMUE Rationale";

    private static readonly string[] PairHeader =
    [
        "CPT only copyright 2025 American Medical Association.\t\t\t\t\t\t",
        "Column1/Column2 Edits\t\t\t\t\t\t",
        "Column 1\tColumn 2\t*=in existence\nprior to 1996\tEffective\nDate\tDeletion\nDate\n*=no data\tModifier\n0=not allowed\n1=allowed\n9=not applicable\tPTP Edit Rationale",
    ];

    [Fact]
    public void Pairs_of_a_workbook_have_its_rows_and_its_numbers()
    {
        TableImport import = Pairs("#20610\t#99213\t*\t#19960101\t*\t#1\tMisuse of Column Two code with Column One code", "0001A\t90473\t\t#20220101\t#20220101\t#9\tCPT \"Manual\", or CMS", "97530\t97140\t\t20000101\t20151231\t1\tr");
        Assert.Empty(import.Problems);
        Assert.Equal(["0001A, 90473: 9 2022-01-01..2022-01-01", "20610, 99213: 1 1996-01-01..*", "97530, 97140: 1 2000-01-01..2015-12-31"], Rows(import));
        Assert.Equal(("ccipra-v322r0-f1.xlsx", 5, "v322r0"), (import.Table!.GetSource(0).File, import.Table.GetSource(0).Line, import.Table.GetSource(0).Release));
    }

    [Theory]
    [InlineData("#10\t99213\t*\t19960101\t*\t1\tr", "ccipra-v322r0-f1.xlsx: row 4, column Column 1: error EDIT6008: '10' is too short for a procedure code")]
    [InlineData("20610\t99213\t*\t19960101\t\t1\tr", "ccipra-v322r0-f1.xlsx: row 4, column Deletion: error EDIT6009: '' is not a date.")]
    [InlineData("20610\t99213\t*\t19960101\t*\t2\tr", "ccipra-v322r0-f1.xlsx: row 4, column Modifier: error EDIT6010: '2' is not a number.")]
    public void A_cell_that_does_not_fit_is_told_with_its_row(string row, string expected) =>
        Assert.StartsWith(expected, Pairs(row).Problems[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public void Unlikely_units_of_a_workbook_are_those_of_the_text()
    {
        string[][] rows = Cells("A notice, \"quoted\"\nover lines\t\t\t", UnitHeader, "#97110\t#6\t3 Date of Service Edit: Clinical\tClinical: CMS, \"Workgroup\"", "0001U\t1\t2 Date of Service Edit: Policy\tCode Descriptor");
        TableImport import = Import("ncci-mue", ImportOptions.Default, Sources.Of("MCR_MUE_PractitionerServices_Eff_07-01-2026.xlsx", Workbook(rows)));
        Assert.Empty(import.Problems);
        Assert.Equal(["0001U, practitioner: 1 2 2026-07-01..*", "97110, practitioner: 6 3 2026-07-01..*"], Rows(import));
        Assert.Equal(4, import.Table!.GetSource(0).Line);
    }

    [Fact]
    public void A_workbook_of_another_kind_is_refused_with_what_it_seems_to_be()
    {
        TableImport import = Import("ncci-ptp", ImportOptions.Default, Sources.Of("ccipra-v322r0-f1.xlsx", Workbook(Cells(UnitHeader, "97110\t6\t3 x\tr"))));
        Assert.Contains("Import it with 'edits import ncci-mue'", Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_workbook_is_told() =>
        Assert.Equal("EDIT6001", Assert.Single(Import("ncci-ptp", ImportOptions.Default, Sources.Of("ccipra.xlsx", Zip(("xl/workbook.xml", [1, 2])))).Problems).Id);

    [Fact]
    public void HCPCS_may_have_notes_above_its_header_and_modifiers_in_its_midst()
    {
        const string Header = "HCPC\tSEQNUM\tRECID\tLONG DESCRIPTION\tSHORT DESCRIPTION\tCOV\tTOS1\tADD DT\tACT EFF DT\tTERM DT\tACTION CD";
        string[][] rows = Cells(
            "October 2026 Alpha-Numeric HCPCS File", "Note: codes added after publication\nare in the update.", "", Header,
            "   A1\t0010\t7\tDressing for one wound\tDressing for one wound\tC\t\t#20020701\t#20020701\t\tN",
            "A0021\t0010\t3\tAmbulance service, outside state per mile, transport\tOutside state ambulance serv\tI\t\t#19850101\t#20100101\t\tN");
        TableSource file = Sources.Of("HCPC2026_OCT_ANWEB.xlsx", Workbook(rows));
        TableImport codes = Import("hcpcs", ImportOptions.Default, file);
        Assert.Equal(["A0021: 1985-01-01..*"], Rows(codes));
        Assert.Equal(("2026-10", 6, 1), (codes.Summary.Release, codes.Table!.GetSource(0).Line, codes.Summary.RowsSetAside));
        Assert.Equal(["A1: 2002-07-01..*"], Rows(Import("hcpcs-modifiers", ImportOptions.Default, file)));
    }

    private static TableImport Pairs(params string[] rows) =>
        Import("ncci-ptp", ImportOptions.Default, Sources.Of("ccipra-v322r0-f1.xlsx", Workbook(Cells([.. PairHeader, .. rows]))));

    private static string[][] Cells(params string[] rows) => [.. rows.Select(row => row.Split('\t'))];
}
