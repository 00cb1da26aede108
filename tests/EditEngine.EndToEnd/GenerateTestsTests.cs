using Xunit;

namespace EditEngine.EndToEnd;

public sealed class GenerateTestsTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void What_is_written_stands_in_the_edit_and_passes()
    {
        ToolRun run = _workspace.Run("generate-tests", "pack", "--edit", "one", "--most", "4");
        Assert.Equal(0, run.Code);
        Assert.Equal(4, run.OutputLines.Count(line => line.StartsWith("  test \"", StringComparison.Ordinal)));
        Assert.Equal(4, run.OutputLines.Count(line => line.StartsWith("  -- What the edit does now", StringComparison.Ordinal)));
        Assert.Contains("ONE: 4 tests written", run.Error, StringComparison.Ordinal);
        int end = Workspace.Rules.LastIndexOf("\nend", StringComparison.Ordinal);
        int tests = _workspace.Run("test", "pack").OutputLines.Length;
        _workspace.Write("pack/one.edit", Workspace.Rules.Insert(end, "\n" + run.Output.TrimEnd()));
        ToolRun after = _workspace.Run("test", "pack");
        Assert.True(after.Code == 0, after.Output + after.Error);
        Assert.True(after.OutputLines.Length >= tests);
    }

    [Theory]
    [InlineData("--edit", "TWO")]
    [InlineData("--edit", "ONE", "--most", "0")]
    [InlineData]
    public void What_is_not_there_is_told(params string[] arguments) => Assert.Equal(2, _workspace.Run(["generate-tests", "pack", .. arguments]).Code);
}
