using System.Text;
using EditEngine.Formats.Cms;
using Xunit;
using static EditEngine.Tests.Cms.Published;

namespace EditEngine.Tests.Cms;

/// <summary>Published files that somebody opened and saved again, cut off or packed anew: read right, or refused with what is wrong.</summary>
public sealed class SavedAgainTests
{
    private const string Pairs = "CPT only\t\t\t\t\t\t\nColumn1/Column2 Edits\t\t\t\t\t\t\nColumn 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale\n\t\tprior to 1996\tDate\tDate\t0=not allowed\t\n"
        + "20610\t99213\t*\t19960101\t*\t1\tMisuse of Column Two code, with Column One code\n97530\t97140\t\t20000101\t20151231\t0\tr\n";

    private const string Units = "\"Notice, with commas\nand lines\",,,\n\"HCPCS/\nCPT Code\",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n97110,6,3 Date of Service Edit: Clinical,Clinical: CMS Workgroup\n0001U,1,2 Date of Service Edit: Policy,Code Descriptor\n";

    private static readonly string[] PairRows = ["20610, 99213: 1 1996-01-01..*", "97530, 97140: 0 2000-01-01..2015-12-31"];

    private static readonly string[] UnitRows = ["0001U, practitioner: 1 2 2026-07-01..*", "97110, practitioner: 6 3 2026-07-01..*"];

    public static TheoryData<string, string> PairCopies => new()
    {
        { "comma, quoted where needed", string.Concat(Lines(Pairs).Select(line => string.Join(',', line.Split('\t').Select(cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell)) + "\n")) },
        { "semicolon", Pairs.Replace('\t', ';') },
        { "all in quotes", string.Concat(Lines(Pairs).Select(line => '"' + line.Replace("\t", "\"\t\"", StringComparison.Ordinal) + "\"\n")) },
        { "blank rows below", Pairs + "\t\t\t\t\t\t\n\t\t\t\t\t\t\n" },
        { "control-Z", Pairs + "\u001A" },
        { "columns without titles", Pairs.Replace("\n", "\t\t\n", StringComparison.Ordinal) },
        { "a stray quote", Pairs.Replace("\tr\n", "\t6\" or more\n", StringComparison.Ordinal) },
    };

    public static TheoryData<string, string> UnitCopies => new()
    {
        { "semicolon", Units.Replace(",,,", ";;;", StringComparison.Ordinal).Replace("Code\",P", "Code\";P", StringComparison.Ordinal).Replace("s,M", "s;M", StringComparison.Ordinal).Replace("r,M", "r;M", StringComparison.Ordinal).Replace("0,6,3", "0;6;3", StringComparison.Ordinal).Replace("U,1,2", "U;1;2", StringComparison.Ordinal).Replace("l,C", "l;C", StringComparison.Ordinal).Replace("y,C", "y;C", StringComparison.Ordinal) },
        { "blank rows below", Units + ",,,\n,,,\n" },
        { "control-Z", Units + "\u001A" },
    };

    [Theory]
    [MemberData(nameof(PairCopies))]
    public void Pairs_are_read_however_they_were_saved(string copy, string text)
    {
        TableImport import = Import("ncci-ptp", ("ccipra-v322r0-f1.txt", text));
        Assert.Empty(import.Problems);
        Assert.Equal((copy, PairRows[0], PairRows[1]), (copy, Rows(import)[0], Rows(import)[1]));
    }

    [Theory]
    [MemberData(nameof(UnitCopies))]
    public void Unlikely_units_are_read_however_they_were_saved(string copy, string text)
    {
        TableImport import = Import("ncci-mue", ("MCR_MUE_PractitionerServices_Eff_07-01-2026.csv", text));
        Assert.Empty(import.Problems);
        Assert.Equal((copy, UnitRows[0], UnitRows[1]), (copy, Rows(import)[0], Rows(import)[1]));
    }

    [Fact]
    public void Records_below_a_notice_may_end_with_carriage_returns_alone()
    {
        string text = Published.Order(1, "A00", 0, "Cholera").Replace("\n", "\r", StringComparison.Ordinal) + Published.Order(2, "A000", 1, "Cholera x").Replace("\n", "\r", StringComparison.Ordinal);
        TableImport import = Import("icd10-cm", ImportOptions.Default, Sources.Of("icd10cm_order_2026.txt", "A notice\r" + text));
        Assert.Equal(["A00: 0 2025-10-01..*", "A00.0: 1 2025-10-01..*"], Rows(import));
    }

    [Theory]
    [InlineData("asc-excluded", "Addendum_EE.csv", "Addendum EE -- for CY 2026,\nHCPCS Code,Short Descriptor\n100,\n", "00100: 2026-01-01..*")]
    [InlineData("asc-excluded", "Addendum_EE.csv", "Addendum EE -- for CY 2026,\nHCPCS Code,Short Descriptor\n1999,\n", "01999: 2026-01-01..*")]
    [InlineData("revenue", "r.csv", "code\n450\n", "0450: *..*")]
    [InlineData("pos", "p.csv", "code\n1\n", "01: *..*")]
    [InlineData("mce-procedures", "i10pcs.tsv", "code\tstart_date\tend_date\tflags\n16070\t20151001\t\t\n", "0016070: 2015-10-01..*")]
    public void Codes_of_fixed_width_get_their_zeros_back(string kind, string name, string text, string expected)
    {
        TableImport import = Import(kind, (name, text));
        Assert.Equal([expected], Rows(import));
        Assert.Equal("EDIT6025", Assert.Single(import.Problems).Id);
    }

    [Fact]
    public void Pairs_and_units_get_the_zeros_of_anesthesia_back()
    {
        TableImport pairs = Import("ncci-ptp", ("ccipra-v322r0-f1.txt", Pairs.Replace("20610", "100", StringComparison.Ordinal)));
        Assert.Equal("00100, 99213: 1 1996-01-01..*", Rows(pairs)[0]);
        Assert.StartsWith("ccipra-v322r0-f1.txt: row 5, column Column 1: warning EDIT6025: '100' is read as '00100'", Assert.Single(pairs.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal("01999, practitioner: 6 3 2026-07-01..*", Rows(Import("ncci-mue", ("MCR_MUE_PractitionerServices_Eff_07-01-2026.csv", Units.Replace("97110", "1999", StringComparison.Ordinal))))[1]);
    }

    [Theory]
    [InlineData("9921")]
    [InlineData("2000")]
    [InlineData("12")]
    public void Digits_that_are_no_procedure_with_zeros_before_them_are_refused(string code) =>
        Assert.Equal("EDIT6008", Import("asc-excluded", ("Addendum_EE.csv", $"Addendum EE -- for CY 2026,\nHCPCS Code,Short Descriptor\n{code},\n")).Problems[0].Id);

    [Theory]
    [InlineData("mce-icd9", "i9dx.tsv", "10")]
    [InlineData("mce-icd9-procedures", "i9sg.tsv", "1")]
    public void Where_codes_have_many_lengths_one_that_lost_its_zeros_spoils_the_file(string kind, string name, string code)
    {
        TableImport import = Import(kind, (name, $"code\tstart_date\tend_date\tflags\n4019\t19851001\t20150930\t\n{code}\t20021001\t20150930\t\n"));
        Assert.Null(import.Table);
        Assert.StartsWith($"{name}: row 3, column code: error EDIT6030: '{code}' is too short", Assert.Single(import.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mce-icd9", "A000", "EDIT6007")]
    [InlineData("mce-icd9-procedures", "0016070", "EDIT6007")]
    [InlineData("mce-icd9", "E8490", null)]
    [InlineData("mce-icd9-procedures", "0016", null)]
    public void Codes_of_the_tenth_revision_are_none_of_the_ninth(string kind, string code, string? problem) =>
        Assert.Equal(problem, Import(kind, ("i.tsv", $"code\tstart_date\tend_date\tflags\n{code}\t20021001\t20150930\t\n")).Problems.FirstOrDefault()?.Id);

    [Fact]
    public void A_file_without_a_row_of_the_table_makes_none()
    {
        TableImport import = Import("rarc", ("codes.csv", "code,type,start_date,last_modified,end_date\n15,CARC,1995-01-01,,\n"));
        Assert.Null(import.Table);
        Assert.Equal(["EDIT6027", "EDIT6031"], import.Problems.Select(problem => problem.Id));
    }

    [Theory]
    [InlineData("Short te", true)]
    [InlineData("Short text\r\n", false)]
    [InlineData("Short text\r\n\u001A", false)]
    public void A_last_line_without_an_end_may_be_cut_off(string end, bool isTold)
    {
        const string Start = "code,hcpcs_description\r\nKX,\r\nKY,";
        TableImport import = Import("modifiers", ImportOptions.Default, Sources.Of("modifiers.csv", Start + end));
        Assert.Equal(2, import.Summary.RowsKept);
        Assert.Equal(isTold ? ["EDIT6032"] : [], import.Problems.Select(problem => problem.Id));
        TableImport packed = Import("modifiers", ImportOptions.Default, Sources.Of("modifiers.csv.gz", Sources.Gzip(Encoding.UTF8.GetBytes(Start + end))));
        Assert.Equal(isTold ? ["EDIT6032"] : [], packed.Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void The_readme_of_an_archive_is_no_list()
    {
        byte[] zip = Zip(("README.txt", Encoding.UTF8.GetBytes("read me\n")), ("pos.csv", Encoding.UTF8.GetBytes("code\n11\n")), ("licence.pdf", [1]));
        Assert.Equal(["11: *..*"], Rows(Import("pos", ImportOptions.Default, Sources.Of("pos.zip", zip))));
    }

    [Theory]
    [InlineData("1/1/2000", "a date in a spreadsheet's way")]
    [InlineData("1-Jan-00", "a date in a spreadsheet's way")]
    [InlineData("36526", "a day counted as spreadsheets count")]
    public void Days_of_a_spreadsheet_are_refused_as_such(string day, string trace)
    {
        TableImport import = Import("ncci-ptp", ("ccipra-v322r0-f1.txt", Pairs.Replace("20000101", day, StringComparison.Ordinal)));
        Assert.Contains($"row 6, column Effective: error EDIT6024: '{day}' looks like {trace}", import.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code,fee,,\n99213,90,,\n99214,95,,\n,,,\n", "2 kept")]
    [InlineData("code,fee\n99213,90,,\n99214,95,,x\n", "EDIT6006")]
    [InlineData("99213,90\n99214,95\n", "EDIT6020")]
    [InlineData("1,90\n2,95\n", "EDIT6020")]
    [InlineData("code,2024,2025\n99213,90,91\n99214,95,96\n", "2 kept")]
    [InlineData("code,fee,effective\n99213,90,1/1/2025\n", "EDIT6024")]
    public void A_table_of_ones_own_may_have_been_saved_by_a_spreadsheet(string text, string expected)
    {
        TableImport import = CsvImporter.Import(Sources.Of("fees.csv", text), new CsvTable("fees", []), ImportOptions.Default);
        Assert.Contains(expected, $"{import.Summary.RowsKept} kept {string.Join(' ', import.Problems.Where(problem => problem.Severity == EditEngine.Diagnostics.Severity.Error).Select(problem => problem.Id))}", StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
