using Xunit;

namespace EditEngine.EndToEnd;

public sealed class MutateTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void What_no_test_notices_is_told_at_its_place()
    {
        ToolRun run = _workspace.Run("mutate", "pack");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(run.OutputLines, line => line.StartsWith("one.edit(11,", StringComparison.Ordinal) && line.EndsWith(": no test notices when 'v has no modifier 25' is not asked", StringComparison.Ordinal));
        Assert.DoesNotContain(run.OutputLines, line => line.Contains("11102 leaves @minor", StringComparison.Ordinal));
        Assert.Contains("17110 leaves @minor", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"^\d+ of \d+ changes noticed, [\d.]+ %$", run.OutputLines[^1]);
    }

    [Theory]
    [InlineData("100", 1)]
    [InlineData("1", 0)]
    [InlineData("101", 2)]
    [InlineData("-1", 2)]
    public void A_threshold_decides_the_exit_code(string threshold, int code) => Assert.Equal(code, _workspace.Run("mutate", "pack", "--threshold", threshold).Code);

    [Fact]
    public void An_edit_that_is_not_there_is_told()
    {
        ToolRun run = _workspace.Run("mutate", "pack", "--edit", "TWO");
        Assert.Equal(2, run.Code);
        Assert.Contains("EDIT8003", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_that_fail_are_mended_first()
    {
        _workspace.Write("pack/one.edit", Workspace.Rules.Replace("expect line 1 denied by ONE", "expect clean", StringComparison.Ordinal));
        ToolRun run = _workspace.Run("mutate", "pack");
        Assert.Equal(1, run.Code);
        Assert.Contains("EDIT8022", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_means_something_else_than_in_a_revision_is_changed()
    {
        if (_workspace.Shell("git --version").Code != 0)
        {
            Assert.Skip("git is not installed");
        }

        Assert.Equal(2, _workspace.Run("mutate", "pack", "--changed-since", "HEAD").Code);
        const string Git = "git -c user.name=a -c user.email=a@b.invalid";
        Assert.Equal(0, _workspace.Shell($"git init -q . && git add . && {Git} commit -qm one").Code);
        ToolRun same = _workspace.Run("mutate", "pack", "--changed-since", "HEAD");
        Assert.Equal((0, "nothing to change"), (same.Code, same.OutputLines[^1]));
        _workspace.Write("pack/two.edit", "edit TWO \"Two\"\n  for each  line v\n  when      v.units > 9\n  then      warn v\nend\n");
        ToolRun changed = _workspace.Run("mutate", "pack", "--changed-since", "HEAD");
        Assert.Equal(0, changed.Code);
        Assert.Contains(changed.OutputLines, line => line.StartsWith("two.edit", StringComparison.Ordinal));
        Assert.DoesNotContain(changed.OutputLines, line => line.StartsWith("one.edit", StringComparison.Ordinal));
        ToolRun none = _workspace.Run("mutate", "pack", "--changed-since", "nowhere");
        Assert.Equal(2, none.Code);
        Assert.Contains("EDIT8020", none.Error, StringComparison.Ordinal);
    }
}
