using Xunit;

namespace EditEngine.EndToEnd;

public sealed class TablesTests : IDisposable
{
    private const string Rules = """

        table @limits from "limits.csv"  dated effective .. deleted
          key code : procedure
          limit : number

        edit LIMIT "More than the limit"
          for each  professional line v
          when      row r in @limits for (v.procedure)
          and       v.units > r.limit
          then      warn v
        end
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Tables_are_listed_compared_and_refused_past_their_end()
    {
        const string Old = "code,limit,effective,deleted\n11102,1,2025-01-01,2025-03-31\n11104,1,2025-01-01,2025-03-31\n";
        _workspace.Write("pack/limits.csv", Old);
        _workspace.Write("old/limits.csv", Old);
        _workspace.Write("new/limits.csv", "code,limit,effective,deleted\n11102,2,2025-04-01,\n11106,1,2025-04-01,\n");
        _workspace.Write("pack/limits.edit", Rules);

        ToolRun list = _workspace.Run("tables", "pack", "--on", "2025-04-01");
        Assert.Equal((0, ""), (list.Code, list.Error));
        Assert.Equal(
            [
                "name     file        rows  first day   last day    newest      releases  remarks",
                "@limits  limits.csv  2     2025-01-01  2025-03-31  2025-01-01  -         past its end on 2025-04-01",
            ],
            list.OutputLines);

        Assert.Equal(0, _workspace.Run("check", "pack", "--on", "2025-03-31").Code);
        ToolRun check = _workspace.Run("check", "pack", "--on", "2025-04-01");
        Assert.Equal(1, check.Code);
        Assert.Contains("error EDIT2101: No row of @limits (\"limits.csv\") is in force on 2025-04-01: its last row ends on 2025-03-31.", check.Output, StringComparison.Ordinal);

        ToolRun diff = _workspace.Run("tables", "diff", "old/limits.csv", "new/limits.csv", "--type", "code=procedure", "--pack", "pack");
        Assert.Equal((0, ""), (diff.Code, diff.Error));
        Assert.Equal(
            [
                "old  limits  2 rows  2 keys  2025-01-01 .. 2025-03-31  no release told",
                "new  limits  2 rows  2 keys  2025-04-01 .. open        no release told",
                "added: 1",
                "  11106  2025-04-01 .. open",
                "ended: 1",
                "  11104  not in force from 2025-04-01",
                "re-activated: 0",
                "changed: 1 (limit 1)",
                "  11102  2025-04-01 .. open  limit 1 → 2",
                "same: 0",
                "pack sample.one reads it as: @limits",
                "edits that read it: 1",
                "  limits.edit(6,6): edit LIMIT",
                "code sets with changed codes: 1",
                "  one.edit(6,7): code set @minor: 11102",
                "edits that write changed codes down: 0",
                "tests that bill changed codes: 1",
                "  one.edit(15,8): test \"no 25\" of ONE: 11102",
            ],
            diff.OutputLines);
    }

    [Fact]
    public void A_lone_release_with_an_open_end_is_refused_when_it_is_too_old()
    {
        _workspace.Write("edits.json", "{ \"freshWithin\": { \"limits.csv\": \"4 months\" } }");
        _workspace.Write("pack/limits.csv", "code,limit,effective,deleted\n11102,1,2025-01-01,\n");
        _workspace.Write("pack/limits.edit", Rules);
        Assert.Equal(0, _workspace.Run("check", "pack", "--on", "2025-05-01").Code);
        ToolRun check = _workspace.Run("check", "pack", "--on", "2025-05-02");
        Assert.Equal(1, check.Code);
        Assert.Contains("error EDIT2108: The newest row of @limits (\"limits.csv\") begins on 2025-01-01, more than 4 months before 2025-05-02.", check.Output, StringComparison.Ordinal);
        Assert.EndsWith("not fresh on 2025-05-02", _workspace.Run("tables", "pack", "--on", "2025-05-02").OutputLines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("procedure")]
    [InlineData("HCPCS")]
    public void Edits_that_ask_whether_a_code_is_valid_read_the_code_table(string system)
    {
        _workspace.Write("old/codes.csv", "code,from,through\nG0008,2000-01-01,\nG0009,2000-01-01,\n");
        _workspace.Write("new/codes.csv", "code,from,through\nG0008,2000-01-01,\nG0009,2000-01-01,2025-03-31\n");
        _workspace.Write("valid/codes.csv", "code,from,through\nG0008,2000-01-01,\nG0009,2000-01-01,\n");
        _workspace.Write("valid/valid.edit", $"""
            pack sample.valid version "1"
            dates by date of service
            codes of {system} from "codes.csv" dated from .. through

            edit VALID "A procedure that could be billed on its day"
              for each  line v
              when      v.procedure is not valid
              then      review v
            end

            edit MANY "Many units"
              for each  line v
              when      v.units > 99
              then      review v
            end

            """);
        string[] lines = [.. _workspace.Run("tables", "diff", "old/codes.csv", "new/codes.csv", "--type", "code=procedure", "--from", "from", "--through", "through", "--pack", "valid").OutputLines];
        Assert.Equal(
            [
                $"pack sample.valid reads it as: codes of {system}",
                "edits that read it: 1",
                "  valid.edit(5,6): edit VALID",
                "code sets with changed codes: 0",
                "edits that write changed codes down: 0",
                "tests that bill changed codes: 0",
            ],
            lines.SkipWhile(line => !line.StartsWith("pack ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--key", "code")]
    [InlineData("--from", "effective")]
    [InlineData("--through", "deleted")]
    [InlineData("--type", "code=procedure")]
    public void Options_of_columns_are_refused_where_both_tables_hold_theirs(string option, string value)
    {
        _workspace.Write("a.csv", "code,limit\n99213,1\n");
        Assert.Equal(0, _workspace.Run("import", "csv", "a.csv", "--out", "a.table").Code);
        ToolRun run = _workspace.Run("tables", "diff", "a.table", "a.table", option, value);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("EDIT6034", run.Error, StringComparison.Ordinal);
        Assert.Contains($"'{option}'", run.Error, StringComparison.Ordinal);
    }
}
