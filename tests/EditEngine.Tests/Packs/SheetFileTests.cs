using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Diagnostics;
using EditEngine.Tests.Cms;
using Xunit;

namespace EditEngine.Tests.Packs;

/// <summary>Workbooks that rules name: read as CSV files are, by what their cells show.</summary>
public sealed class SheetFileTests
{
    private const string Rules = """
        pack sample version "1"
        dates by date of service
        codes @listed : procedure from "List.xlsx"
        table @rates from "rates.xlsx" dated since .. until
          key code : procedure
          rate : percent, part from "share" : number, most : money

        edit RATE "Percent of a workbook"
          for each  line v
          when      v.procedure in @listed and row r in @rates for v.procedure
          and       r.rate = 50% and r.part = 0.5 and r.most = $12.50
          then      reduce v to r.rate

          test "half"
            claim professional
              line 1: 99213 on 2025-03-04
              line 2: 99214 on 2025-03-04
              line 3: 99215 on 2025-03-04
              line 4: 99213 on 2023-03-04
            expect line 1 reduced to 50% by RATE
            expect line 2 clean
            expect line 3 clean
            expect line 4 clean
        end
        """;

    private static readonly string[][] Rates =
    [
        ["code", "rate", "share", "most", "since", "until"],
        ["#99213", "%0.5", "%0.5", "#12.5", "2024-01-01", ""],
        ["", "", "", "", "", ""],
        ["99214", "%0.25", "#0.5", "#12.5", "2024-01-01", ""],
    ];

    [Fact]
    public void A_percent_of_a_workbook_is_the_percent_that_it_shows()
    {
        using PackOnDisk disk = new(("a.edit", Rules));
        disk.Write("List.xlsx", Published.Workbook(["code"], ["#99213"], ["99214"], ["99215"]));
        disk.Write("rates.xlsx", Published.Workbook(Rates));
        CompileResult result = disk.Compile();
        Assert.Empty(result.Diagnostics.Where(problem => problem.Severity == Severity.Error));
        TestReport interpreted = PackTests.Run(result, new Interpreter(result.Pack!, "pack", historyActions: true).Evaluate, TestFilter.All);
        TestReport run = PackTests.Run(result, PackLowering.Lower(result.Pack!).CreateEvaluator(new EvaluatorOptions { HistoryActions = true }).Evaluate, TestFilter.All);
        Assert.Equal((1, 0, 1, 0), (interpreted.Passed, interpreted.Failed, run.Passed, run.Failed));
    }

    [Theory]
    [InlineData("no workbook at all", "EDIT0715")]
    [InlineData("", "EDIT0715")]
    [InlineData("PK\u0003\u0004 cut", "EDIT0715")]
    public void What_is_no_workbook_is_told(string text, string id)
    {
        using PackOnDisk disk = new(("a.edit", "pack sample version \"1\"\ncodes @listed : procedure from \"List.xlsx\"\n"), ("List.xlsx", text));
        Diagnostic problem = Assert.Single(disk.Compile().Diagnostics);
        Assert.StartsWith($"{id} List.xlsx", $"{problem.Id} {problem.Place}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code|99213;x|y", "EDIT0714 List.xlsx: row 2")]
    [InlineData("code;;#0", "EDIT0407 List.xlsx: row 3, column code")]
    [InlineData("code;#99213;!#N/A", "EDIT0457 List.xlsx: row 3, column code")]
    [InlineData(";", "EDIT0408 List.xlsx")]
    public void Rows_that_do_not_fit_are_told_with_their_number(string rows, string expected)
    {
        string[][] cells = [.. rows.Replace("code|99213", "code", StringComparison.Ordinal).Split(';').Select(row => row.Split('|'))];
        using PackOnDisk disk = new(("a.edit", "pack sample version \"1\"\ncodes @listed : procedure from \"List.xlsx\"\n"));
        disk.Write("List.xlsx", Published.Workbook(cells));
        Diagnostic problem = Assert.Single(disk.Compile().Diagnostics);
        Assert.StartsWith(expected, $"{problem.Id} {problem.Place}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!#REF!", "'#REF!'")]
    [InlineData("!#DIV/0!", "'#DIV/0!'")]
    [InlineData("!#N/A", "'#N/A'")]
    public void The_error_of_a_formula_is_no_empty_cell_and_no_text(string cell, string seen)
    {
        string[][] rows = [["code", "rate", "name"], ["#99213", "%0.5", "a"], ["#99214", "%0.5", cell]];
        using PackOnDisk disk = new(("a.edit", "pack sample version \"1\"\ntable @rates from \"rates.xlsx\"\n  key code : procedure\n  rate : percent, name : text\n"));
        disk.Write("rates.xlsx", Published.Workbook(rows));
        Diagnostic problem = Assert.Single(disk.Compile().Diagnostics);
        Assert.StartsWith("EDIT0457 rates.xlsx: row 3, column name", $"{problem.Id} {problem.Place}", StringComparison.Ordinal);
        Assert.Contains(seen, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_in_the_last_row_is_not_read_for_ever()
    {
        using PackOnDisk disk = new(("a.edit", "pack sample version \"1\"\ncodes @listed : procedure from \"far.xlsx\"\n"));
        disk.Write("far.xlsx", Far());
        Assert.Contains("cells", Assert.Single(disk.Compile().Diagnostics).Message, StringComparison.Ordinal);
    }

    private static byte[] Far()
    {
        byte[] near = Published.Workbook(["code"], ["99213"]);
        using MemoryStream stream = new();
        stream.Write(near);
        using (System.IO.Compression.ZipArchive archive = new(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            System.IO.Compression.ZipArchiveEntry sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!;
            string text;
            using (StreamReader reader = new(sheet.Open()))
            {
                text = reader.ReadToEnd();
            }

            sheet.Delete();
            using StreamWriter writer = new(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(text.Replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>", StringComparison.Ordinal));
        }

        return stream.ToArray();
    }
}
