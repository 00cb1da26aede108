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

    /// <summary>What is found before a claim, in it, or behind it: with an answer no claim is both rejected and decided.</summary>
    [Theory]
    [InlineData("IEA*1*", "IEA*1*9")]
    [InlineData("SE*", "SE*9")]
    [InlineData("*HC*", "*HI*")]
    [InlineData("BHT*0019*00*", "BHT*0019*ZZ*")]
    [InlineData("N3*", "N3*~N2*")]
    [InlineData("SV1*HC:", "SV1*ZZ:")]
    public void A_claim_that_is_rejected_has_no_result(string old, string changed)
    {
        _workspace.Write("clinic.837", ReplaceFirst(Clinic, old, changed));
        foreach (string claims in new[] { "clinic.837", "- < clinic.837", "pipe" })
        {
            ToolRun run = _workspace.Shell($"rm -f pipe; mkfifo pipe; [ {claims[0]} != p ] || (cat clinic.837 > pipe &) ; edits run pack {claims} --ack ack.json --out results.jsonl");
            Assert.Equal(3, run.Code);
            using JsonDocument answer = JsonDocument.Parse(File.ReadAllText(Path.Combine(_workspace.Folder, "ack.json")));
            string[] accepted = [.. answer.RootElement.GetProperty("claims").EnumerateArray()
                .Where(claim => claim.GetProperty("status").GetString() == "accepted").Select(claim => claim.GetProperty("claim").GetString()!)]; // each has an id
            string[] decided = [.. File.ReadLines(Path.Combine(_workspace.Folder, "results.jsonl"))
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("claim").GetString()!)];
            Assert.Equal(accepted, decided);
            Assert.InRange(accepted.Length, 0, 3);
            Assert.DoesNotContain("not conformant", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", 4, "4 read, 4 decided, 0 skipped; 1 of the decided not conformant")]
    [InlineData("--strict", 3, "4 read, 3 decided, 1 skipped")]
    [InlineData("--ack ack.json", 3, "4 read, 3 decided, 1 skipped")]
    public void A_claim_that_can_be_read_and_does_not_conform_is_decided_unless_the_run_is_strict(string options, int results, string told)
    {
        _workspace.Write("clinic.837", ReplaceFirst(Clinic, "SV1*HC:", "SV1*ZZ:"));
        ToolRun run = _workspace.Shell($"edits run pack clinic.837 --out results.jsonl {options}");
        Assert.Equal(3, run.Code);
        Assert.Equal(results, File.ReadLines(Path.Combine(_workspace.Folder, "results.jsonl")).Count());
        Assert.Contains(told + "\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("error EDIT5049", run.Error, StringComparison.Ordinal);
    }

    private static string ReplaceFirst(string text, string old, string changed)
    {
        int at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + changed + text[(at + old.Length)..];
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
