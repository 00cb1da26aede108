using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>When claims were received that do not say it themselves.</summary>
public sealed class ReceivedTests : IDisposable
{
    private const string Rules = """
        pack sample.timely version "1"
        dates by date of service
        reasons
          LATE = CO 29

        edit LATE "Received within 90 days"
          for each  line v
          when      days from v.date to claim.received > 90
          then      deny v  reason LATE
          message   "Received on {claim.received}."

          test "late"
            claim professional received 2025-09-01
              line 1: 99213 on 2025-03-04
            expect line 1 denied by LATE
        end
        """;

    private readonly Workspace _workspace = new();

    public ReceivedTests()
    {
        _workspace.Write("timely/late.edit", Rules);
        _workspace.Write("clinic.837", File.ReadAllBytes(Repository.Path("samples/claims/clinic.837")));
        _workspace.Write("claims.jsonl", Workspace.Claim("SAYS", "\"receivedDate\":\"2025-12-01\",") + "\n" + Workspace.Claim("SILENT"));
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("clinic.837", "\"missing\":[\"claim.received\"]", "Received on")]
    [InlineData("clinic.837 --received 2025-03-30", "\"disposition\":\"clean\"", "claim.received")]
    [InlineData("clinic.837 --received 2025-07-01", "Received on 2025-07-01.", "claim.received")]
    [InlineData("clinic.837 --received 2025-07-01 --interpret", "Received on 2025-07-01.", "claim.received")]
    [InlineData("clinic.837 --received 2025-07-01", "\"asOf\":\"2025-07-01\"", "claim.received")]
    [InlineData("claims.jsonl --received 2025-07-01", "Received on 2025-12-01.", "claim.received")]
    [InlineData("claims.jsonl --received 2025-07-01", "Received on 2025-07-01.", "claim.received")]
    public void The_day_given_is_that_of_claims_that_say_none(string arguments, string shown, string notShown)
    {
        ToolRun run = _workspace.Run(["run", "timely", .. arguments.Split(' ')]);
        Assert.Equal(0, run.Code);
        Assert.Contains(shown, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(notShown, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_of_each_file_is_its_last_change()
    {
        File.SetLastWriteTimeUtc(Path.Combine(_workspace.Folder, "clinic.837"), new DateTime(2025, 8, 9, 23, 59, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(Path.Combine(_workspace.Folder, "claims.jsonl"), new DateTime(2025, 8, 10, 0, 1, 0, DateTimeKind.Utc));
        ToolRun run = _workspace.Run("run", "timely", "clinic.837", "claims.jsonl", "--received-from-file-date");
        Assert.Equal(0, run.Code);
        Assert.Contains("Received on 2025-08-09.", run.OutputLines[0], StringComparison.Ordinal);
        Assert.Contains("Received on 2025-12-01.", run.OutputLines[^2], StringComparison.Ordinal);
        Assert.Contains("Received on 2025-08-10.", run.OutputLines[^1], StringComparison.Ordinal);
        Assert.Contains("Received on 2025-08-10.", _workspace.Run("explain", "timely", "claims.jsonl", "--claim", "SILENT", "--received-from-file-date").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clinic.837 --received 2025-02-30", "'2025-02-30' is no date.")]
    [InlineData("clinic.837 --received 07/01/2025", "'07/01/2025' is no date.")]
    [InlineData("clinic.837 --received", "--received")]
    [InlineData("clinic.837 --received 2025-07-01 --received-from-file-date", "give one of them")]
    [InlineData("- --received-from-file-date", "EDIT8009: '-' is no ordinary file")]
    public void What_is_no_day_ends_with_2_and_nothing_is_decided(string arguments, string said)
    {
        ToolRun run = _workspace.Run(["run", "timely", .. arguments.Split(' ')]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }
}
