using System.Text.Json;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class AnalyzeTests : IDisposable
{
    private const string Again = "\nedit AGAIN \"Again\"\n  for each  professional line v, other line m  with same date\n  when      v.procedure = 99213 and m.procedure = 11102 and v has no modifier 25\n  then      warn v\nend\n";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Nothing_is_remarked_of_a_pack_that_goes_together()
    {
        ToolRun run = _workspace.Run("analyze", "pack", "--fail-on", "any");
        Assert.Equal((0, "nothing to remark on 1 edit\n"), (run.Code, run.Output));
    }

    [Fact]
    public void A_remark_has_a_test_that_shows_it_and_fails_where_it_is_asked_to()
    {
        _workspace.Write("pack/one.edit", Workspace.Rules + Again);
        ToolRun run = _workspace.Run("analyze", "pack");
        Assert.Equal(0, run.Code);
        Assert.Contains(": shadowed: AGAIN never fires without ONE", run.Output, StringComparison.Ordinal);
        Assert.Contains("      expect line 1 warned by AGAIN", run.OutputLines);
        Assert.Equal("1 remark on 2 edits: 1 shadowed", run.OutputLines[^1]);
        Assert.Equal(1, _workspace.Run("analyze", "pack", "--fail-on", "shadowed", "gap").Code);
        Assert.Equal(0, _workspace.Run("analyze", "pack", "--fail-on", "gap").Code);
        using JsonDocument json = JsonDocument.Parse(_workspace.Run("analyze", "pack", "--format", "json").Output);
        JsonElement remark = json.RootElement.GetProperty("remarks")[0];
        Assert.Equal(("shadowed", "AGAIN", false), (remark.GetProperty("kind").GetString(), remark.GetProperty("edits")[0].GetString(), remark.GetProperty("proven").GetBoolean()));
    }

    [Theory]
    [InlineData(2, "analyze", "nowhere")]
    [InlineData(2, "analyze", "pack", "--fail-on", "everything")]
    [InlineData(1, "analyze", "broken")]
    public void Bad_input_is_told(int code, params string[] arguments)
    {
        _workspace.Write("broken/one.edit", Workspace.Rules.Replace("deny v", "deny", StringComparison.Ordinal));
        Assert.Equal(code, _workspace.Run(arguments).Code);
    }
}
