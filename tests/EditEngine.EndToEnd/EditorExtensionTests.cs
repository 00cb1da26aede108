using System.IO.Compression;
using System.Text.Json;
using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>The extension of VS Code: its own code beside a stand-in of the editor, and what is packaged.</summary>
public sealed class EditorExtensionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Folder = Path.Combine(Repository.Root, "editors", "vscode");

    [Fact]
    public void Its_own_tests_pass()
    {
        Assert.SkipUnless(HasNode(), "There is no node.");
        ToolRun run = Tool.Start(Folder, Patience, "node", ["--test", "test/extension.test.js"]);
        Assert.True(run.Code == 0, run.Output);
    }

    [Fact]
    public void All_that_its_manifest_names_is_there()
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")));
        Assert.All(FilesOf(manifest.RootElement), file => Assert.True(File.Exists(Path.Combine(Folder, file)), file));
    }

    [Fact]
    public void The_package_holds_what_its_manifest_names()
    {
        string package = Path.Combine(Folder, "claim-edits.vsix");
        Assert.SkipUnless(File.Exists(package), "Run 'npm install' and 'npm run package' in editors/vscode first.");
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream manifest = Entry(archive, "package.json").Open();
        using JsonDocument read = JsonDocument.Parse(manifest);
        Assert.Equal("claim-edits", read.RootElement.GetProperty("name").GetString());
        Assert.All(FilesOf(read.RootElement).Append(read.RootElement.GetProperty("main").GetString()!), file => Entry(archive, file));
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.Contains("node_modules", StringComparison.Ordinal) || entry.FullName.Contains("test/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rules.edit(3,14): error EDIT0202: A line has no 'unit'. Did you mean 'units'?", "rules.edit 3 14 error EDIT0202")]
    [InlineData("payer-rules/acme/a.edit(12,1): warning EDIT0718: …", "payer-rules/acme/a.edit 12 1 warning EDIT0718")]
    [InlineData("1 error, 0 warnings", null)]
    public void The_problem_matcher_reads_what_check_prints(string line, string? expected)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")));
        string pattern = manifest.RootElement.GetProperty("contributes").GetProperty("problemMatchers")[0].GetProperty("pattern").GetProperty("regexp").GetString()!;
        System.Text.RegularExpressions.Match match = System.Text.RegularExpressions.Regex.Match(line, pattern);
        Assert.Equal(expected, match.Success ? string.Join(' ', match.Groups.Values.Skip(1).Take(5).Select(group => group.Value)) : null);
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string file) =>
        archive.GetEntry("extension/" + file.Replace("./", "", StringComparison.Ordinal)) ?? throw new FileNotFoundException(file);

    private static IEnumerable<string> FilesOf(JsonElement manifest)
    {
        JsonElement contributes = manifest.GetProperty("contributes");
        yield return contributes.GetProperty("languages")[0].GetProperty("configuration").GetString()!;
        yield return contributes.GetProperty("grammars")[0].GetProperty("path").GetString()!;
        yield return contributes.GetProperty("snippets")[0].GetProperty("path").GetString()!;
    }

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));
}
