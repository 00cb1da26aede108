using System.Text.Json;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class AcknowledgementTests : IDisposable
{
    private static readonly string Clinic = File.ReadAllText(Repository.Path("samples/claims/clinic.837"));

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("GE*1*", "GE*1*", 0, "accepted A2")]
    [InlineData("GE*1*", "GE*9*", 3, "rejected A3")]
    [InlineData("SE*", "SE*9", 3, "rejected A3")]
    [InlineData("IEA*1*", "IEA*1*9", 3, "rejected A3")]
    public void Claims_in_a_broken_envelope_are_rejected(string old, string changed, int code, string expected)
    {
        _workspace.Write("clinic.837", Clinic.Replace("~" + old, "~" + changed, StringComparison.Ordinal).Replace("~\n" + old, "~\n" + changed, StringComparison.Ordinal));
        ToolRun run = _workspace.Run("run", "pack", "clinic.837", "--ack", "ack.json", "--out", "results.jsonl");
        Assert.Equal(code, run.Code);
        using JsonDocument answer = JsonDocument.Parse(File.ReadAllText(Path.Combine(_workspace.Folder, "ack.json")));
        string[] claims = [.. answer.RootElement.GetProperty("claims").EnumerateArray().Select(claim => $"{claim.GetProperty("status")} {claim.GetProperty("category")}")];
        Assert.Equal(4, claims.Length);
        Assert.All(claims, claim => Assert.Equal(expected, claim));
    }

    [Fact]
    public void A_pipe_gets_the_bytes_of_a_file()
    {
        _workspace.Write("clinic.837", Clinic.Replace("GE*1*", "GE*9*", StringComparison.Ordinal));
        ToolRun run = _workspace.Shell("edits run pack clinic.837 --ack ack.json --out r.jsonl 2>/dev/null; edits run pack clinic.837 --out r.jsonl --ack /dev/stdout 2>/dev/null | cmp - ack.json && echo same");
        Assert.Equal("same\n", run.Output);
    }

    [Fact]
    public void A_full_disk_ends_with_4()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        _workspace.Write("clinic.837", Clinic);
        ToolRun run = _workspace.Run("run", "pack", "clinic.837", "--ack", "/dev/full", "--out", "results.jsonl");
        Assert.Equal(4, run.Code);
        Assert.Contains("EDIT5309", run.Error, StringComparison.Ordinal);
    }
}
