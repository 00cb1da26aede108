using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Formats.Cms;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Cms;

public sealed class CsvImporterTests
{
    [Theory]
    [InlineData("column1,column2,effective,deleted,indicator;20610,99213,1996-01-01,,1;76942,20604,2015-01-01,2015-01-01,9", "column1,column2",
        "column1 procedure code, column2 procedure code, indicator number")]
    [InlineData("code,setting,value,mai,effective,deleted;88350,practitioner,4,1,2016-01-01,;G0422,outpatient,6,2,2013-01-01,", "code,setting",
        "code procedure code, setting text, value number, mai number")]
    [InlineData("specialty,state,mean,effective,deleted;11,OH,0.09,2024-07-01,2025-06-30;08,MI,0.14,2025-01-01,", "specialty,state",
        "specialty specialty code, state text, mean number")]
    [InlineData("code,category,qwExempt,effective,deleted;83036,waived,N,2000-01-01,;81002,waived,Y,2000-01-01,", "code",
        "code procedure code, category text, qwExempt yes-no")]
    [InlineData("code,sex,effective,deleted;N80.9,F,2015-10-01,;O80,F,2015-10-01,;F0280,M,2015-10-01,", "code", "code diagnosis code, sex text")]
    [InlineData("new,established,effective,deleted;99202,99212,1992-01-01,;99203,99213,1992-01-01,", "new", "new procedure code, established procedure code")]
    [InlineData("contract,days,effective,deleted;C-090,90,2010-01-01,;C-180,180,2010-01-01,2024-12-31", "contract", "contract text, days number")]
    [InlineData("code,global,since,effective,deleted;27447,090,2020-01-01,1992-01-01,;66984,010,,1992-01-01,", "code", "code procedure code, global text, since date")]
    [InlineData("code;modifier;pos;effective;deleted|99213;25;11;;", "code", "code procedure code, modifier modifier code, pos place-of-service code")]
    public void Infers_the_types_of_columns_and_says_how(string csv, string keys, string expected)
    {
        TableImport import = Import(csv.Contains('|', StringComparison.Ordinal) ? csv.Replace('|', '\n') : csv.Replace(';', '\n'), keys);
        Sources.AddsUp(import);
        Assert.Equal(expected, string.Join(", ", import.Table!.Columns.Select(column => $"{column.Name} {SystemNames.Of(column.Type, column.System)}")));
        Assert.Equal(import.Table.Columns.Length, import.Problems.Count(problem => problem.Id == "EDIT6019"));
    }

    [Fact]
    public void Reads_days_open_ends_quotes_and_bytes_above_ascii()
    {
        TableImport import = Import("note,deleted,code,effective\n\"one, \u0093two\u0094\nlines\",,99213,\n\u00E9,20231231,99214,2023-01-01\n", "code");
        Table table = import.Table!;
        Assert.Equal("one, \u201Ctwo\u201D\nlines", table.GetText(0, 1));
        Assert.Equal("\u00E9", table.GetText(1, 1));
        Assert.Equal((int.MinValue, int.MaxValue), (table.GetFrom(0), table.GetThrough(0)));
        Assert.Equal((Sources.Day(2023, 1, 1), Sources.Day(2023, 12, 31)), (table.GetFrom(1), table.GetThrough(1)));
        Assert.Equal(new RowSource("t.csv", 4), table.GetSource(1));
        Assert.Equal(1, table.FindRow([Code.From(CodeSystem.Procedure, "99214").Packed], Sources.Day(2023, 6, 1)));
    }

    [Theory]
    [InlineData("9213,1,,,", "row 2, column code: error EDIT6008")]
    [InlineData("9.92E+04,1,,,", "row 2, column code: error EDIT6007")]
    [InlineData(",1,,,", "row 2, column code: error EDIT6021: The first key cell of the row is empty.")]
    [InlineData("99213,1/2,,,", "row 2, column value: error EDIT6010: '1/2' is not a number.")]
    [InlineData("99213,#REF!,,,", "row 2, column value: error EDIT6035: The cell holds '#REF!': its formula came to nothing.")]
    [InlineData("#N/A,1,,,", "row 2, column code: error EDIT6035: The cell holds '#N/A'")]
    [InlineData("99213,1,Y,#VALUE!,", "row 2, column effective: error EDIT6035: The cell holds '#VALUE!'")]
    [InlineData("99213,1,perhaps,,", "row 2, column yes: error EDIT6011: 'perhaps' is neither yes nor no.")]
    [InlineData("99213,1,Y,1/1/2024,", "row 2, column effective: error EDIT6024: '1/1/2024' looks like a date in a spreadsheet's way: a spreadsheet has read the cell and saved another. Dates are written as 20240401 or 2024-04-01.")]
    [InlineData("99213,1,Y,,,,x", "row 2: error EDIT6006")]
    [InlineData("\"99213,1,Y,,", "row 2: error EDIT6006")]
    public void Refuses_a_row_with_its_place(string row, string expected)
    {
        string good = string.Concat(Enumerable.Range(0, 200).Select(i => $"\n{20000 + i},{i},N,2024-01-01,"));
        TableImport import = Import("code,value,yes,effective,deleted\n" + row + good, "code", "code=procedure,value=number,yes=yes-no");
        Assert.Contains(expected, import.Problems[0].ToString(), StringComparison.Ordinal);
        if (!row.StartsWith('"'))
        {
            Sources.AddsUp(import);
            Assert.Equal((1, 1), (import.Problems.Length, import.Summary.RowsRefused));
        }
    }

    [Theory]
    [InlineData("code,value\n1,2\n", "kode", "", "EDIT6005: The header has no column 'kode'. Its columns are code, value.")]
    [InlineData("code,value\n1,2\n", "code", "valu=number", "EDIT6005: The header has no column 'valu'.")]
    [InlineData("code,value\n1,2\n", "code", "value=float", "EDIT6020: 'float' is not a column type: those are text, number,")]
    [InlineData("code,value\n1,2\n", "code", "code=date", "EDIT6020: Column 'code' is a key, and keys are codes, texts or numbers.")]
    [InlineData("code,code\n1,2\n", "code", "", "EDIT6020: The header has 'code' twice.")]
    [InlineData("code,,fee\n1,2,3\n", "code", "", "EDIT6020: Column 2 of the header has no name.")]
    [InlineData("code,value\n1,2\n", "code,Code", "", "EDIT6020: Column 'Code' is named twice among keys and dates.")]
    [InlineData("code,value\n", "code", "code=text,value=number", "EDIT6002")]
    public void Refuses_columns_that_make_no_table(string csv, string keys, string types, string expected)
    {
        TableImport import = CsvImporter.Import(Sources.Of("t.csv", csv), Layout(keys, types), ImportOptions.Default);
        Assert.Null(import.Table);
        Assert.Contains(expected, Assert.Single(import.Problems, problem => problem.Severity == Severity.Error).ToString(), StringComparison.Ordinal);
    }

    private static TableImport Import(string csv, string keys, string types = "") => CsvImporter.Import(
        Sources.Of("t.csv", csv), Layout(keys, types) with { FromColumn = "effective", ThroughColumn = "deleted" }, ImportOptions.Default);

    private static CsvTable Layout(string keys, string types)
    {
        var layout = new CsvTable("t", [.. keys.Split(',')]);
        return layout with { Types = layout.Types.AddRange(types.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(type => type.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1]))) };
    }
}
