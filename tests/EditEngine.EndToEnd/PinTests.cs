using Xunit;

namespace EditEngine.EndToEnd;

public sealed class PinTests : IDisposable
{
    private const string Child = """
        pack sample.two version "1" extends sample.one
        extend ONE with
          unless v.place = 23  because "emergency"
        """;

    private readonly Workspace _workspace = new();

    public PinTests()
    {
        _workspace.Write("edits.json", "{}");
        _workspace.Write("child/two.edit", Child + "\n");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_changed_base_is_asked_to_be_reviewed_until_it_is_pinned_again()
    {
        Assert.Contains("EDIT0718", _workspace.Run("check", "child").Output, StringComparison.Ordinal);
        Assert.Equal(0, _workspace.Run("pin", "child").Code);
        Assert.Equal("0 errors, 0 warnings", _workspace.Run("check", "child").OutputLines[^1]);

        _workspace.Write("pack/one.edit", Workspace.Rules.Replace("v.procedure = 99213", "v.procedure = 99214", StringComparison.Ordinal));
        ToolRun stale = _workspace.Run("check", "child");
        Assert.Equal((1, "1 error, 0 warnings"), (stale.Code, stale.OutputLines[^1]));
        Assert.Contains("EDIT0719", stale.Output, StringComparison.Ordinal);

        Assert.Equal(0, _workspace.Run("pin", "child").Code);
        Assert.Equal("0 errors, 0 warnings", _workspace.Run("check", "child").OutputLines[^1]);
    }

    [Fact]
    public void Comments_and_layout_of_a_base_ask_for_no_review()
    {
        Assert.Equal(0, _workspace.Run("pin", "child").Code);
        _workspace.Write("pack/one.edit", "-- a remark\n" + Workspace.Rules);
        Assert.Equal("0 errors, 0 warnings", _workspace.Run("check", "child").OutputLines[^1]);
    }
}
