using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class SuiteTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_failed_test_is_explained_and_told_to_build_servers()
    {
        _workspace.Write("pack/one.edit", Workspace.Rules.Replace("expect line 1 denied by ONE", "expect line 1 clean", StringComparison.Ordinal));
        ToolRun text = _workspace.Run("test", "pack");
        Assert.Equal(1, text.Code);
        Assert.Contains("fires", text.Output, StringComparison.Ordinal);

        ToolRun junit = _workspace.Run("test", "pack", "--format", "junit", "--out", "tests.xml");
        Assert.Equal((1, ""), (junit.Code, junit.Output));
        XElement suites = XDocument.Load(Path.Combine(_workspace.Folder, "tests.xml")).Root!; // A document has a root.
        Assert.Equal(("1", "1"), ((string?)suites.Attribute("tests"), (string?)suites.Attribute("failures")));
        Assert.Equal("no 25", (string?)suites.Descendants("testcase").Single().Attribute("name"));

        using JsonDocument sarif = JsonDocument.Parse(_workspace.Run("test", "pack", "--format", "sarif").Output);
        Assert.Equal("ONE", sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("ruleId").GetString());
        using JsonDocument json = JsonDocument.Parse(_workspace.Run("test", "pack", "--format", "json").Output);
        Assert.Equal(1, json.RootElement.GetProperty("failed").GetInt32());
        Assert.StartsWith("::error file=one.edit,line=", _workspace.Run("test", "pack", "--format", "github").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_tells_what_is_decided_otherwise()
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A") + "\n" + Workspace.Claim("B", second: "99999") + "\n");
        Assert.Equal(0, _workspace.Run("snapshot", "pack", "claims.jsonl", "--out", "one.snapshot").Code);
        ToolRun same = _workspace.Run("snapshot", "pack", "claims.jsonl", "--check", "one.snapshot");
        Assert.Equal((0, "2 claims, nothing changed"), (same.Code, same.OutputLines[^1]));

        _workspace.Write("pack/one.edit", Workspace.Rules.Replace("deny v  reason BUNDLED", "warn v  reason BUNDLED", StringComparison.Ordinal).Replace("denied by ONE", "warned by ONE", StringComparison.Ordinal));
        ToolRun changed = _workspace.Run("snapshot", "pack", "claims.jsonl", "--check", "one.snapshot");
        Assert.Equal(1, changed.Code);
        Assert.Contains(changed.OutputLines, line => line.StartsWith("  - A: line 1 denied by ONE", StringComparison.Ordinal));
        Assert.Contains(changed.OutputLines, line => line.StartsWith("  + A: line 1 warned by ONE", StringComparison.Ordinal));
        Assert.Equal(0, _workspace.Run("snapshot", "pack", "claims.jsonl", "--check", "one.snapshot", "--accept").Code);
        Assert.Equal(0, _workspace.Run("snapshot", "pack", "claims.jsonl", "--check", "one.snapshot").Code);
    }

    [Theory]
    [InlineData("nowhere.snapshot", "EDIT8040")]
    [InlineData("pack/one.edit", "EDIT8040")]
    [InlineData("other.snapshot", "EDIT8041")]
    public void What_is_no_snapshot_of_the_pack_is_told(string file, string id)
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A"));
        _workspace.Write("other.snapshot", "{\"snapshot\":1,\"pack\":\"other\"}\n");
        ToolRun run = _workspace.Run("snapshot", "pack", "claims.jsonl", "--check", file);
        Assert.Equal(2, run.Code);
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("snapshot", "pack", "claims.jsonl")]
    [InlineData("snapshot", "pack", "claims.jsonl", "--out", "a", "--check", "b")]
    [InlineData("snapshot", "pack", "claims.jsonl", "--out", "a", "--accept")]
    public void Options_that_do_not_go_together_are_refused(params string[] arguments)
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A"));
        Assert.Equal(2, _workspace.Run(arguments).Code);
    }

    [Fact]
    public void A_bad_claim_is_left_out_and_the_snapshot_is_written()
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A") + "\n{\"id\":\"B\"}\n");
        Assert.Equal(3, _workspace.Run("snapshot", "pack", "claims.jsonl", "--out", "one.snapshot").Code);
        Assert.Equal(2, File.ReadAllLines(Path.Combine(_workspace.Folder, "one.snapshot")).Length);
    }
}
