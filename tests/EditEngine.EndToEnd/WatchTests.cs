using System.Text.Json;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class WatchTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Tests_run_again_when_a_file_is_saved()
    {
        using RunningTool tool = RunningTool.Start(_workspace.Folder, "test", "pack", "--watch", "--format", "json", "--out", "report.json");
        RunningTool.Await(() => Counts() == (1, 0), "the first run");

        // Saved in place, then as editors do: beside it, and renamed.
        _workspace.Write("pack/one.edit", Workspace.Rules.Replace("v has no modifier 25", "v has modifier 25", StringComparison.Ordinal));
        RunningTool.Await(() => Counts() == (0, 1), "a save that makes a test fail");
        string beside = _workspace.Write("pack/one.edit~", Workspace.Rules);
        File.Move(beside, Path.Combine(_workspace.Folder, "pack/one.edit"), overwrite: true);
        RunningTool.Await(() => Counts() == (1, 0), "a file that is renamed into its place");
        _workspace.Write("pack/two.edit", "edit TWO \"Two\"\n  for each  line v\n  when      v.units > 9\n  then      warn v\n  test \"two\"\n    claim professional\n      line 1: 99213 x10 on 2025-03-04\n    expect line 1 warned by TWO\nend\n");
        RunningTool.Await(() => Counts() == (2, 0), "a new file");
        File.Delete(Path.Combine(_workspace.Folder, "pack/two.edit"));
        RunningTool.Await(() => Counts() == (1, 0), "a file less");
        tool.Send("INT");
        ToolRun run = tool.End();
        Assert.Equal(0, run.Code);
        Assert.Contains(run.ErrorLines, line => line.StartsWith("saved         one.edit: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pack_that_is_nowhere_is_not_watched() => Assert.Equal(2, _workspace.Run("test", "nowhere", "--watch").Code);

    [Fact]
    public void What_changed_since_a_revision_is_not_watched() => Assert.Equal(2, _workspace.Run("test", "pack", "--watch", "--changed-since", "HEAD").Code);

    private (int Passed, int Failed) Counts()
    {
        try
        {
            using JsonDocument report = JsonDocument.Parse(File.ReadAllText(Path.Combine(_workspace.Folder, "report.json")));
            return (report.RootElement.GetProperty("passed").GetInt32(), report.RootElement.GetProperty("failed").GetInt32());
        }
        catch (Exception unread) when (unread is IOException or JsonException)
        {
            return (-1, -1);
        }
    }
}
