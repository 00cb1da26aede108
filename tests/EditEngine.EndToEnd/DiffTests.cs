using Xunit;

namespace EditEngine.EndToEnd;

public sealed class DiffTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_change_is_told_with_a_test_that_shows_it()
    {
        _workspace.Write("other/one.edit", Workspace.Rules.Replace("deny v", "warn v", StringComparison.Ordinal));
        ToolRun run = _workspace.Run("diff", "pack", "other");
        Assert.Equal(0, run.Code);
        Assert.Contains(run.OutputLines, line => line.StartsWith("edit ONE changed: looser (", StringComparison.Ordinal));
        Assert.Contains(run.OutputLines, line => line.StartsWith("    expect line 1 warned by ONE", StringComparison.Ordinal));
        Assert.Equal(1, _workspace.Run("diff", "pack", "other", "--fail-on", "looser").Code);
        Assert.Equal(0, _workspace.Run("diff", "pack", "other", "--fail-on", "stricter").Code);
        Assert.Contains("\"looser\": true", _workspace.Run("diff", "pack", "other", "--format", "json").Output, StringComparison.Ordinal);
        Assert.Contains("```edit", _workspace.Run("diff", "pack", "other", "--format", "markdown").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_does_not_differ_from_itself()
    {
        ToolRun run = _workspace.Run("diff", "pack", "pack", "--fail-on", "any");
        Assert.Equal((0, "nothing differs: 1 edit of the same meaning"), (run.Code, run.OutputLines[^1]));
    }

    [Fact]
    public void What_cannot_be_read_is_told()
    {
        Assert.Equal(2, _workspace.Run("diff", "pack", "nowhere").Code);
        Assert.Equal(2, _workspace.Run("diff", "HEAD:pack", "pack").Code);
        Assert.Equal(2, _workspace.Run("diff", "pack").Code);
        _workspace.Write("broken/one.edit", Workspace.Rules.Replace("deny v", "deny", StringComparison.Ordinal));
        Assert.Equal(1, _workspace.Run("diff", "pack", "broken").Code);
        _workspace.Write("claims.jsonl", "{\"id\":\n");
        ToolRun claims = _workspace.Run("diff", "pack", "pack", "--claims", "claims.jsonl");
        Assert.Equal(3, claims.Code);
        Assert.Contains("EDIT52", claims.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_of_the_repository_is_compared()
    {
        if (_workspace.Shell("git --version").Code != 0)
        {
            Assert.Skip("git is not installed");
        }

        const string Git = "git -c user.name=a -c user.email=a@b.invalid";
        Assert.Equal(0, _workspace.Shell($"git init -q . && git add . && {Git} commit -qm one").Code);
        _workspace.Write("pack/two.edit", "edit TWO \"Two\"\n  for each  line v\n  when      v.units > 9\n  then      warn v\nend\n");
        ToolRun run = _workspace.Run("diff", "HEAD:pack", "pack");
        Assert.Equal(0, run.Code);
        Assert.Contains("edit TWO added", run.OutputLines);
        Assert.Contains("EDIT8020", _workspace.Run("diff", "none:pack", "pack").Error, StringComparison.Ordinal);
    }
}
