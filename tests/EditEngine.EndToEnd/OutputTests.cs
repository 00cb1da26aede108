using System.Text.Json;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class OutputTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public OutputTests() => _workspace.Write("claims.jsonl", $"{Workspace.Claim("A")}\n{Workspace.Claim("B", second: "71046")}\n");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Without_a_terminal_results_are_json_lines()
    {
        ToolRun run = _workspace.Run("run", "pack", "claims.jsonl");
        Assert.Equal(0, run.Code);
        Assert.Equal(["A", "B"], run.OutputLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("claim").GetString()));
    }

    [Fact]
    public void Csv_is_a_row_a_finding()
    {
        ToolRun run = _workspace.Run("run", "pack", "claims.jsonl", "--format", "csv");
        Assert.Equal((0, 2), (run.Code, run.OutputLines.Length));
        Assert.StartsWith("claim,", run.OutputLines[0], StringComparison.Ordinal);
        Assert.StartsWith("A,", run.OutputLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_a_row_a_claim_and_below_it_its_findings()
    {
        ToolRun run = _workspace.Run("run", "pack", "claims.jsonl", "--format", "table");
        Assert.Equal(["A  partial  2 lines", "     1  deny              ONE       CO 97     99213 is included in 11102.", "B  clean  2 lines"], run.OutputLines);
    }

    [Fact]
    public void Results_go_to_a_file()
    {
        ToolRun run = _workspace.Run("run", "pack", "claims.jsonl", "--out", "results.jsonl");
        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Equal(2, File.ReadAllLines(Path.Combine(_workspace.Folder, "results.jsonl")).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--interpret")]
    [InlineData("--no-index")]
    public void Every_run_gives_the_same_bytes(string option)
    {
        string[] pack = ["run", Repository.Path("payer-rules/acme/commercial"), Repository.Path("samples/claims")];
        Assert.Equal(Tool.Run(_workspace.Folder, pack).Output, Tool.Run(_workspace.Folder, [.. pack, .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).Output);
    }

    [Theory]
    [InlineData("edits run pack claims.jsonl > /dev/full")]
    [InlineData("edits run pack claims.jsonl --out /dev/full")]
    [InlineData("edits run pack claims.jsonl --format csv --out /dev/full")]
    [InlineData("edits run pack claims.jsonl --format table --out /dev/full")]
    public void A_full_disk_ends_with_4(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        ToolRun run = _workspace.Shell(command);
        Assert.Equal(4, run.Code);
        Assert.Contains("EDIT5309", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edits run pack - <&-", 3, "the standard input is closed")]
    [InlineData("edits run pack - <&- >&-", 3, "the standard input is closed")]
    [InlineData("edits explain pack - --claim A <&-", 2, "the standard input is closed")]
    [InlineData("edits run pack claims.jsonl >&-", 4, "EDIT5309")]
    [InlineData("edits run pack claims.jsonl <&- >&-", 4, "EDIT5309")]
    [InlineData("edits check pack <&- >&-", 4, "EDIT8063")]
    public void A_stream_that_is_closed_is_no_pipe_of_ours(string command, int code, string said)
    {
        ToolRun run = _workspace.Shell(command);
        Assert.Equal(code, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "pack", "claims.jsonl", "--out", "nowhere/results.jsonl")]
    [InlineData("run", "pack", "claims.jsonl", "--out", "pack")]
    public void An_output_that_cannot_be_opened_ends_with_4(params string[] arguments)
    {
        ToolRun run = _workspace.Run(arguments);
        Assert.Equal(4, run.Code);
        Assert.Contains("EDIT8001", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_are_imported_and_used()
    {
        _workspace.Write("kinds.csv", "code,kind,effective,deleted\n99213,visit,2024-01-01,\n99214,visit,2024-01-01,\n");
        ToolRun import = _workspace.Run("import", "csv", "kinds.csv", "--out", "pack/kinds.table");
        Assert.Equal(0, import.Code);
        Assert.Contains("2 read, 2 kept, 0 repeated, 0 refused", import.Error, StringComparison.Ordinal);
        _workspace.Write("pack/kinds.edit", "table @kinds from \"kinds.table\"\n  key code : procedure\n  kind : text\n");
        Assert.Equal(0, _workspace.Run("check", "pack").Code);
    }

    [Fact]
    public void An_import_of_what_is_no_table_ends_with_3_and_writes_nothing()
    {
        _workspace.Write("empty.csv", "");
        Assert.Equal(3, _workspace.Run("import", "csv", "empty.csv", "--out", "x.table").Code);
        Assert.False(File.Exists(Path.Combine(_workspace.Folder, "x.table")));
    }
}
