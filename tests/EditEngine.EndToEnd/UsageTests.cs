using Xunit;

namespace EditEngine.EndToEnd;

public sealed class UsageTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("rum")]
    [InlineData("run")]
    [InlineData("run pack")]
    [InlineData("run pack claims.jsonl --formt csv")]
    [InlineData("run pack claims.jsonl --format xml")]
    [InlineData("run pack claims.jsonl --as-of 2025-1-1")]
    [InlineData("explain pack claims.jsonl")]
    [InlineData("import ncci-ptp file.txt")]
    [InlineData("import csv file.csv --out x.table --type code")]
    [InlineData("import csv none.csv --out x.table")]
    [InlineData("import pos none.csv --out x.table")]
    [InlineData("tables diff none.table claims.jsonl")]
    public void A_command_that_is_not_understood_ends_with_2(string arguments)
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A"));
        ToolRun run = _workspace.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, run.Code);
        Assert.Empty(run.Output);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "")]
    [InlineData("fmt", "")]
    [InlineData("pin", "")]
    [InlineData("run", "", "claims.jsonl")]
    [InlineData("run", "pack", "claims.jsonl", "--out", "")]
    [InlineData("run", "pack", "claims.jsonl", "--ack", "")]
    [InlineData("run", "pack", "claims.jsonl", "--out", "pack/.x.edits-unfinished")]
    [InlineData("pack", "pack", "--out", ".x.edits-unfinished")]
    [InlineData("import", "csv", "claims.jsonl", "--out", "")]
    [InlineData("tables", "diff", "claims.jsonl", "claims.jsonl", "--pack", "")]
    public void A_name_that_can_be_no_file_ends_with_2(params string[] arguments)
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A"));
        ToolRun run = _workspace.Run(arguments);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_workspace.Folder, "*.edits-unfinished", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("check pakc", "EDIT0701", "pack")]
    [InlineData("run pakc claims.jsonl", "EDIT0701", "pack")]
    [InlineData("run pack claim.jsonl", "EDIT5301", "claims.jsonl")]
    public void A_path_that_leads_nowhere_ends_with_2_and_names_its_neighbour(string arguments, string id, string nearest)
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A"));
        ToolRun run = _workspace.Run(arguments.Split(' '));
        Assert.Equal(2, run.Code);
        string said = run.Output + run.Error;
        Assert.Contains(id, said, StringComparison.Ordinal);
        Assert.Contains($"Did you mean '{nearest}'?", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_ends_with_0()
    {
        ToolRun run = _workspace.Run("run", "--help");
        Assert.Equal(0, run.Code);
        Assert.Contains("--as-of", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_with_an_at_sign_is_a_file_name()
    {
        _workspace.Write("@claims.jsonl", Workspace.Claim("A"));
        Assert.Equal(0, _workspace.Run("run", "pack", "@claims.jsonl").Code);
    }
}
