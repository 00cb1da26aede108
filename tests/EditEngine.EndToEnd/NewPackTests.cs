using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>The pack that one's own begins with.</summary>
public sealed class NewPackTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("mine", "mine")]
    [InlineData("payer rules/Blue Cross 2026", "blue_cross_2026")]
    [InlineData("2026-edits", "pack_2026_edits")]
    [InlineData("when", "own.pack")]
    [InlineData("Übung", "bung")]
    [InlineData("mine/", "mine")]
    public void Is_whole_laid_out_and_green_at_once(string folder, string name)
    {
        ToolRun made = _workspace.Run("new", folder);
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Equal(Path.Combine(folder, "first.edit"), made.Output.TrimEnd());
        Assert.StartsWith($"pack {name} version \"1\"\n", File.ReadAllText(Path.Combine(_workspace.Folder, folder, "first.edit")), StringComparison.Ordinal);
        ToolRun check = _workspace.Run("check", folder, "--lint");
        Assert.Equal((0, ""), (check.Code, string.Join('\n', check.OutputLines.Concat(check.ErrorLines).Where(line => line.Contains("EDIT", StringComparison.Ordinal)))));
        Assert.Contains("4 passed, 0 failed", _workspace.Run("test", folder).Output, StringComparison.Ordinal);
        Assert.Equal(0, _workspace.Run("fmt", folder, "--check").Code);
    }

    [Fact]
    public void Is_begun_in_an_empty_folder_and_never_beside_other_files()
    {
        Directory.CreateDirectory(Path.Combine(_workspace.Folder, "empty"));
        Assert.Equal(0, _workspace.Run("new", "empty").Code);
        ToolRun again = _workspace.Run("new", "empty");
        Assert.Equal((2, ""), (again.Code, again.Output));
        Assert.Contains("error EDIT8010: 'empty' is a folder that is not empty.", again.Error, StringComparison.Ordinal);
        Assert.Contains("EDIT8010: 'pack/one.edit' is a file.", _workspace.Run("new", "pack/one.edit").Error, StringComparison.Ordinal);
        Assert.Equal(Workspace.Rules, File.ReadAllText(Path.Combine(_workspace.Folder, "pack/one.edit")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--name")]
    public void A_name_that_is_none_ends_with_2(string name) => Assert.Equal(2, _workspace.Run("new", name).Code);
}
