using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class CoverageTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void What_the_tests_do_not_reach_is_told_at_its_place()
    {
        ToolRun run = _workspace.Run("coverage", "pack");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(run.OutputLines, line => line.Contains("'v has no modifier 25' never false", StringComparison.Ordinal));
        Assert.Matches(@"^\d+ of \d+ reached, [\d.]+ %, by 1 claim$", run.OutputLines[^1]);
    }

    [Theory]
    [InlineData("100", 1)]
    [InlineData("10", 0)]
    [InlineData("1000", 2)]
    public void A_threshold_decides_the_exit_code(string threshold, int code) => Assert.Equal(code, _workspace.Run("coverage", "pack", "--threshold", threshold).Code);

    [Fact]
    public void Claims_stand_in_the_place_of_the_tests_and_a_bad_one_is_told()
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A") + "\n{\"id\":\"B\"}\n");
        ToolRun run = _workspace.Run("coverage", "pack", "claims.jsonl", "--format", "json");
        Assert.Equal(3, run.Code);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("claims").GetInt32());
        Assert.Equal("A", json.RootElement.GetProperty("edits")[0].GetProperty("cases")[0].GetProperty("by")[0].GetString());
        Assert.NotEmpty(run.ErrorLines);
    }

    [Fact]
    public void Pages_and_build_servers_are_served()
    {
        XElement coverage = XDocument.Parse(_workspace.Run("coverage", "pack", "--format", "cobertura").Output).Root!; // A document has a root.
        Assert.Equal("one.edit", (string?)coverage.Descendants("class").Single().Attribute("filename"));
        Assert.Equal("ONE", (string?)coverage.Descendants("method").Single().Attribute("name"));
        string page = _workspace.Run("coverage", "pack", "--format", "html").Output;
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("v has no modifier 25</span>", page, StringComparison.Ordinal);
        Assert.Equal(page.Split("<span").Length, page.Split("</span>").Length);
    }

    [Fact]
    public void A_pack_without_tests_is_told()
    {
        string rules = Workspace.Rules;
        _workspace.Write("pack/one.edit", rules[..rules.IndexOf("  test ", StringComparison.Ordinal)].TrimEnd() + "\nend\n");
        ToolRun run = _workspace.Run("coverage", "pack");
        Assert.Equal(2, run.Code);
        Assert.Contains("EDIT8023", run.Error, StringComparison.Ordinal);
    }
}
