using EditEngine.Codes;
using EditEngine.Formats.Cms;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Cms;

public sealed class NcciMueImporterTests
{
    private const string Notice = "\"CPT codes are copyright. All rights reserved.\n\nNo fee \"\"schedules\"\".\",,,\r\n";
    private const string Header = Notice + "\"HCPCS/\nCPT Code\",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n";

    [Fact]
    public void Reads_three_settings_and_ends_a_release_with_its_quarter_where_the_next_is_missing()
    {
        TableImport import = NcciMueImporter.Import(
            [.. new[] { "PractitionerServices_Eff_07-01-2026", "PractitionerServices_Eff_04-01-2024", "OutpatientHospitalServices_Eff_04-01-2024", "DMESupplierServices_Eff_04-01-2024" }
                .Select(name => Sources.Sample($"MCR_MUE_{name}.csv"))],
            ImportOptions.Default);
        Sources.AddsUp(import);
        Assert.StartsWith("warning EDIT6026: No release holds from 2024-07-01 to 2026-06-30", Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
        string[] rows = Sources.Rows(import.Table);
        Assert.Contains("97110, practitioner: 6 3 2024-04-01..2024-06-30", rows);
        Assert.Contains("97110, outpatient: 8 3 2024-04-01..*", rows);
        Assert.Contains("0001U, practitioner: 1 2 2026-07-01..*", rows);
        Assert.Contains("A4206, dme: 0 3 2024-04-01..*", rows);
        Assert.Equal("2026-07-01", import.Summary.Release);

        Table table = import.Table!;
        int row = table.FindRow([Code.From(CodeSystem.Procedure, "0001U").Packed, table.KeyOf(1, "Practitioner")], Sources.Day(2024, 6, 30));
        Assert.Equal("0001U, practitioner: 1 2 2024-04-01..2024-06-30", Sources.Shown(table, row));
        Assert.Equal("2024-04-01", table.GetSource(row).Release);
    }

    [Theory]
    [InlineData("MCR_MUE_PractitionerServices_Eff_04-01-2024.csv", Header, "99213, practitioner: 0 1 2024-04-01..*")]
    [InlineData("mue.csv", "Effective Date: 01/01/2025,,,\r\n" + Header, "99213, practitioner: 0 1 2025-01-01..*")]
    [InlineData("MUE_dme_eff_04-01-2024.csv", "HCPCS/CPT Code,MUE Value,MUE Adjudication Indicator,MUE Rationale\n", "99213, dme: 0 1 2024-04-01..*")]
    [InlineData("mue.csv", Header, "EDIT6016")]
    [InlineData("Eff_04-31-2024.csv", Header, "EDIT6016")]
    [InlineData("MUE_Eff_04-01-2024.csv", "HCPCS/CPT Code,MUE Values,MUE Adjudication Indicator,MUE Rationale\n", "EDIT6017")]
    [InlineData("MUE_Eff_04-01-2024.csv", "HCPCS/CPT Code,Practitioner Services MUE Values,x,MUE Rationale\n", "EDIT6005")]
    [InlineData("MUE_Eff_04-01-2024.csv", "Code,Value,Indicator,Rationale\n", "EDIT6004")]
    public void Finds_setting_and_effective_date_or_says_that_it_cannot(string name, string header, string expected)
    {
        TableImport import = NcciMueImporter.Import([Sources.Of(name, header + "99213,0,1 Line Edit,CMS Policy\r\n")], ImportOptions.Default);
        string shown = import.Table is null ? Assert.Single(import.Problems).ToString() : Assert.Single(Sources.Rows(import.Table));
        Assert.Contains(expected, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_that_follows_at_once_ends_the_one_before_without_a_word()
    {
        TableImport import = NcciMueImporter.Import(
            [Sources.Of("MCR_MUE_PractitionerServices_Eff_04-01-2025.csv", Header + "99213,3,1,x\r\n"), Sources.Of("MCR_MUE_PractitionerServices_Eff_01-01-2025.csv", Header + "99213,2,1,x\r\n")],
            ImportOptions.Default);
        Assert.Equal(["99213, practitioner: 2 1 2025-01-01..2025-03-31", "99213, practitioner: 3 1 2025-04-01..*"], Sources.Rows(import.Table));
        Assert.Empty(import.Problems);
    }

    [Theory]
    [InlineData("MCR_MUE_PractitionerServices_Eff_04-01-2024.csv", "2024-04-01", "")]
    [InlineData("MCR_MUE_PractitionerServices_Eff_04-01-2024.csv", "2024-07-01", "EDIT6033: The file says that it holds from 2024-04-01, and --effective says 2024-07-01.")]
    public void A_date_beside_that_of_the_file_is_the_same_or_refused(string name, string given, string expected)
    {
        var options = new ImportOptions { EffectiveDate = DateOnly.Parse(given, System.Globalization.CultureInfo.InvariantCulture) };
        TableImport import = NcciMueImporter.Import([Sources.Of(name, Header + "99213,2,3,CMS Policy\r\n")], options);
        Assert.Equal(expected.Length == 0, import.Table is not null);
        Assert.Contains(expected, string.Join('\n', import.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_effective_date_given()
    {
        var options = new ImportOptions { EffectiveDate = new DateOnly(2020, 1, 1), Release = "2020Q1", TableName = "units" };
        TableImport import = NcciMueImporter.Import([Sources.Of("mue.csv", Header + "99213,2,3,CMS Policy\r\n")], options);
        Assert.Equal(["99213, practitioner: 2 3 2020-01-01..*"], Sources.Rows(import.Table));
        Assert.Equal(("units", "2020Q1"), (import.Table!.Name, import.Table.GetSource(0).Release));
    }

    [Theory]
    [InlineData("9921,2,2 Date of Service Edit: Policy,x", "row 6, column HCPCS/CPT Code: error EDIT6008: '9921'")]
    [InlineData("99213,,2 Date of Service Edit: Policy,x", "row 6, column MUE Values: error EDIT6010: '' is not a number. Values are whole numbers, 0 or more.")]
    [InlineData("99213,-1,2 Date of Service Edit: Policy,x", "column MUE Values: error EDIT6010")]
    [InlineData("99213,1.5,2 Date of Service Edit: Policy,x", "column MUE Values: error EDIT6010")]
    [InlineData("99213,2,4 Date of Service Edit,x", "column MUE Adjudication Indicator: error EDIT6010")]
    [InlineData("99213,2,,x", "column MUE Adjudication Indicator: error EDIT6010")]
    [InlineData("99213,2", "row 6: error EDIT6006: The row has 2 cells. The header has 4 columns.")]
    [InlineData("20000,7,1 Line Edit,x", "row 7: error EDIT0451: '20000, practitioner' has two rows in force on 2024-04-01")]
    public void Refuses_a_row_with_its_place_and_keeps_the_rest(string row, string expected)
    {
        string good = string.Concat(Enumerable.Range(0, 200).Select(i => $"{20000 + i},{i},2 Date of Service Edit: Policy,x\r\n"));
        TableImport import = NcciMueImporter.Import([Sources.Of("Eff_04-01-2024.csv", Header + row + "\r\n" + good)], ImportOptions.Default);
        Sources.AddsUp(import);
        Assert.Contains(expected, Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal(1, import.Summary.RowsRefused);
    }

    [Fact]
    public void Refuses_one_release_of_a_setting_given_twice()
    {
        TableSource[] twice = [Sources.Of("a_Eff_04-01-2024.csv", Header + "99213,2,3,x\r\n"), Sources.Of("b_Eff_04-01-2024.csv", Header + "99214,2,3,x\r\n")];
        TableImport import = NcciMueImporter.Import([.. twice], ImportOptions.Default);
        Assert.Null(import.Table);
        Assert.Equal("b_Eff_04-01-2024.csv: error EDIT6015: The file is for the same setting and effective date as 'a_Eff_04-01-2024.csv'. Each release of a setting is given once.",
            Assert.Single(import.Problems).ToString());
    }
}
