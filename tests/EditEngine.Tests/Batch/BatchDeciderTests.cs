using System.Text;
using EditEngine.Claims;
using EditEngine.Cli.Commands;
using EditEngine.Cli.Output;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Json;
using EditEngine.Formats.Rows;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Batch;

/// <summary>A run decides each claim by itself: what one meets is no other's loss.</summary>
public sealed class BatchDeciderTests
{
    private static readonly RulePack Rules = EditEngine.Compiler.Lowering.PackLowering.Lower(TestPacks.Bind("pack one version \"1\"\ndates by date of service\n"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_claim_that_meets_our_own_fault_is_skipped_with_its_place_and_the_others_go_on(bool answersSender)
    {
        DecidedBatch decided = Decider(answersSender, new InvalidOperationException("no such slot")).Decide(Batch("A1", "BAD", "A3"));

        Assert.Equal(["A1", "A3"], Encoding.UTF8.GetString(decided.Results.Written).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('"')[3]));
        ReadClaim read = Assert.Single(decided.Told);
        Assert.Null(read.Claim);
        Assert.Equal("claims.jsonl: line 2", read.Problems.Single().Place!.ToString());
        Assert.Equal("EDIT9902", read.Problems.Single().Id);
        Assert.Contains("InvalidOperationException: no such slot", read.Problems.Single().ToString(), StringComparison.Ordinal);
        Assert.Equal((2, 1), (decided.Counts.Decided, decided.Counts.Skipped));
        string? answer = decided.Acknowledged is AcknowledgedClaims answered ? Encoding.UTF8.GetString(answered.Written) : null;
        Assert.Equal(answersSender, answer?.Contains("""{"claim":"BAD","status":"rejected","category":"A3",""", StringComparison.Ordinal) ?? false);
        Assert.Equal(answersSender, answer?.Contains("""{"claim":"A3","status":"accepted","category":"A2",""", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void A_run_that_is_stopped_ends() =>
        Assert.Throws<OperationCanceledException>(() => Decider(answersSender: false, new OperationCanceledException()).Decide(Batch("A1", "BAD")));

    private static BatchDecider Decider(bool answersSender, Exception fault)
    {
        Evaluator evaluator = Rules.CreateEvaluator();
        return new BatchDecider(new ClaimScreen(), Deciding, new JsonResultText(), TakeRoom, TestContext.Current.CancellationToken);

        DecidedBatch TakeRoom() => new(answersSender ? new AcknowledgedClaims((_, _) => "") : null);

        Result? Deciding(Claim claim, out CleanResult clean) => claim.Id == "BAD" ? throw fault : evaluator.EvaluateFound(claim, new DateOnly(2025, 4, 1), long.MaxValue, CancellationToken.None, out clean);
    }

    private static ClaimBatch Batch(params string[] ids)
    {
        string text = string.Join('\n', ids.Select(id => $$"""{"id": "{{id}}", "type": "professional", "lines": [{"number": 1, "procedure": "99213"}]}"""));
        ClaimBatch batch = new();
        using IBatchReader reader = new JsonClaimReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), "claims.jsonl");
        Assert.True(reader.Fill(batch));
        return batch;
    }
}
