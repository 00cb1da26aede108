using System.Text.Json;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class CounterfactualTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public CounterfactualTests() => _workspace.Write("claims.jsonl", Workspace.Claim("A") + "\n");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void What_avoids_a_finding_is_told_of_a_claim_and_of_a_test()
    {
        ToolRun claim = _workspace.Run("explain", "pack", "claims.jsonl", "--claim", "A", "--counterfactual");
        Assert.Equal((0, ""), (claim.Code, claim.Error));
        Assert.Contains("line 1: the finding of ONE is avoided with", claim.Output, StringComparison.Ordinal);
        Assert.Contains(claim.OutputLines, line => line.StartsWith("    modifier 25 on line 1 ", StringComparison.Ordinal) && line.EndsWith("then nothing", StringComparison.Ordinal));
        Assert.Contains("modifier 25 on line 1", _workspace.Run("explain", "pack", "--test", "no 25", "--counterfactual").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("avoided", _workspace.Run("explain", "pack", "--test", "no 25").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_fire_is_told_where_nothing_is_found()
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("B", second: "11730") + "\n");
        ToolRun run = _workspace.Run("explain", "pack", "claims.jsonl", "--claim", "B", "--edit", "ONE", "--counterfactual");
        Assert.Contains("kept from firing by when m.procedure in @minor (m.procedure: 11730)", run.Output, StringComparison.Ordinal);
        Assert.Contains(run.OutputLines, line => line.StartsWith("    procedure of line 2 11102", StringComparison.Ordinal) && line.EndsWith("then line 1 denied", StringComparison.Ordinal));
    }

    [Fact]
    public void A_program_reads_json()
    {
        using JsonDocument json = JsonDocument.Parse(_workspace.Run("explain", "pack", "--test", "no 25", "--counterfactual", "--format", "json").Output);
        Assert.True(json.RootElement.GetProperty("passes").GetBoolean());
        JsonElement edit = json.RootElement.GetProperty("edits")[0];
        Assert.Equal("fires", edit.GetProperty("tuples")[0].GetProperty("outcome").GetString());
        JsonElement end = edit.GetProperty("counterfactual").GetProperty("ends")[0];
        Assert.Equal("line 1", end.GetProperty("avoids").GetString());
        Assert.Contains(end.GetProperty("ways").EnumerateArray(), way => way.GetProperty("changes")[0].GetString() == "modifier 25 on line 1" && way.GetProperty("then").GetString() == "nothing");
    }
}
