using System.Text.Json;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class SetTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public SetTests() => _workspace.Write("pack/more.edit", """
        codes @visits : CPT = { 99202-99205, 99213 from 2025-01-01 }

        """);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Sets_are_listed_and_one_is_told_as_it_was_made()
    {
        Assert.Equal(["@minor   2 codes of procedure         one.edit(6)", "@visits  5 codes of procedure, dated  more.edit(1)"], _workspace.Run("set", "pack").OutputLines.Order(StringComparer.Ordinal));
        ToolRun run = _workspace.Run("set", "pack", "visits");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            ["@visits: 5 codes of procedure, dated", "more.edit(1,1):", "codes @visits : CPT = { 99202-99205, 99213 from 2025-01-01 }", "it holds", "  99202-99205, 99213 (2025-01-01 ..)"],
            run.OutputLines);
        Assert.Contains("on 2024-06-01 it holds\n  99202-99205\n", _workspace.Run("set", "pack", "@visits", "--on", "2024-06-01").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_reads_it_as_json()
    {
        using JsonDocument json = JsonDocument.Parse(_workspace.Run("set", "pack", "visits", "--format", "json").Output);
        Assert.Equal(["99202-99205", "99213"], json.RootElement[0].GetProperty("holds").EnumerateArray().Select(one => one.GetProperty("codes").GetString()));
    }

    [Fact]
    public void A_misspelt_name_is_told_with_what_was_meant()
    {
        ToolRun run = _workspace.Run("set", "pack", "@vists");
        Assert.Equal(2, run.Code);
        Assert.Contains("Did you mean '@visits'?", run.Error, StringComparison.Ordinal);
    }
}
