using Xunit;

namespace EditEngine.EndToEnd;

public sealed class ReplayTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ReplayTests()
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A") + "\n" + Workspace.Claim("B", second: "99999") + "\n");
        Assert.Equal(0, _workspace.Run("run", "pack", "claims.jsonl", "--format", "jsonl", "--out", "r.jsonl", "--record", "r.record").Code);
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void What_was_run_comes_out_the_same()
    {
        ToolRun run = _workspace.Run("replay", "r.jsonl", "--record", "r.record", "--claims", "claims.jsonl");
        Assert.Equal((0, "the results are the same, byte by byte"), (run.Code, Assert.Single(run.OutputLines)));
    }

    [Fact]
    public void What_changed_since_is_told()
    {
        _workspace.Write("pack/one.edit", Workspace.Rules.Replace("deny v  reason BUNDLED", "warn v  reason BUNDLED", StringComparison.Ordinal));
        _workspace.Write("claims.jsonl", Workspace.Claim("A") + "\n" + Workspace.Claim("B") + "\n");
        ToolRun run = _workspace.Run("replay", "r.jsonl", "--record", "r.record", "--claims", "claims.jsonl");
        Assert.Equal(1, run.Code);
        Assert.Contains("edit ONE means something else", run.OutputLines);
        Assert.Contains("the claims of 'claims.jsonl' are not those of 'claims.jsonl'", run.OutputLines);
        Assert.Equal("line 1, claim A, is another", run.OutputLines[^1]);
    }

    [Fact]
    public void Results_that_go_on_or_end_early_are_told()
    {
        string file = Path.Combine(_workspace.Folder, "r.jsonl");
        string all = File.ReadAllText(file);
        File.AppendAllText(file, "{}\n");
        Assert.Equal("the file goes on after 2 claims", _workspace.Run("replay", "r.jsonl", "--record", "r.record", "--claims", "claims.jsonl").OutputLines[^1]);
        File.WriteAllText(file, all[..^20]);
        Assert.Equal("line 2, claim B, is another", _workspace.Run("replay", "r.jsonl", "--record", "r.record", "--claims", "claims.jsonl").OutputLines[^1]);
    }

    [Fact]
    public void Without_a_record_it_says_what_it_cannot_tell()
    {
        ToolRun run = _workspace.Run("replay", "r.jsonl", "--pack", "pack", "--claims", "claims.jsonl");
        Assert.Equal(0, run.Code);
        Assert.StartsWith("no record:", run.OutputLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "replay", "r.jsonl", "--claims", "claims.jsonl")]
    [InlineData(2, "replay", "r.jsonl", "--record", "claims.jsonl", "--claims", "claims.jsonl")]
    [InlineData(2, "replay", "none.jsonl", "--record", "r.record", "--claims", "claims.jsonl")]
    [InlineData(2, "run", "pack", "claims.jsonl", "--record", "x.record")]
    [InlineData(2, "run", "pack", "claims.jsonl", "--out", "x.jsonl", "--record", "x.record", "--strict")]
    public void Bad_input_is_told(int code, params string[] arguments)
    {
        ToolRun run = _workspace.Run(arguments);
        Assert.Equal(code, run.Code);
        Assert.NotEmpty(run.Error);
    }
}
