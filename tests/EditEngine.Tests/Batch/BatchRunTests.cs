using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using Xunit;

namespace EditEngine.Tests.Batch;

public sealed class BatchRunTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    [InlineData(33, 2)]
    [InlineData(5000, 3)]
    public void Results_come_in_the_order_of_the_claims_and_all_are_counted(int count, int workers)
    {
        List<(string? Id, string? Result)> written = [];
        int flushed = 0, finished = 0, evaluators = 0;
        BatchReport report = BatchRun.Run(
            new Counted(count),
            () =>
            {
                Interlocked.Increment(ref evaluators);
                return claim => "of " + claim.Id;
            },
            new BatchOutput<string>((read, result) => written.Add((read.Id, result)), () => flushed++) { Finish = () => finished += flushed },
            workers,
            TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, count).Select(i => ($"{i}", i % 7 == 0 ? null : $"of {i}")), written.Select(item => (item.Id ?? "", item.Result)));
        Assert.Equal(new BatchReport(count - (count / 7), count / 7, false, null), report);
        Assert.Equal(count, report.Read);
        Assert.True(report.IsComplete);
        Assert.Equal((1, 1), (flushed, finished));
        Assert.InRange(evaluators, 0, workers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_output_that_fails_ends_the_run_with_one_problem(bool failsAtFlush)
    {
        int written = 0;
        void Fail(bool now)
        {
            if (now)
            {
                throw new IOException("No space left on device.");
            }
        }

        Counted claims = new(100_000);
        BatchReport report = BatchRun.Run(
            failsAtFlush ? new Counted(90) : claims,
            () => claim => claim.Id,
            new BatchOutput<string>((_, _) => Fail(!failsAtFlush && ++written == 50), () => Fail(failsAtFlush)),
            2,
            TestContext.Current.CancellationToken);
        Assert.Equal("error EDIT5309: Results cannot be written: No space left on device. Make room or choose another place, and run again; what is written is no complete result.", report.OutputFault?.ToString());
        Assert.False(report.IsComplete);
        Assert.Equal(failsAtFlush ? 90 : 49, report.Read);
        Assert.True(claims.Given < 2_500); // some batches ahead
    }

    [Fact]
    public void A_cancelled_run_keeps_what_was_written()
    {
        using CancellationTokenSource cancel = new();
        long written = 0;
        BatchReport report = BatchRun.Run(
            new Counted(int.MaxValue),
            () => claim => claim.Id,
            new BatchOutput<string>(
                (_, _) =>
                {
                    if (++written == 500)
                    {
                        cancel.Cancel();
                    }
                },
                () => { })
            {
                Finish = () => Assert.Fail("The run was stopped."),
            },
            2,
            cancel.Token);
        Assert.True(report.IsCancelled);
        Assert.Null(report.OutputFault);
        Assert.Equal(written, report.Read);
        Assert.InRange(written, 500, 756); // to the end of its batch
    }

    [Fact]
    public async Task An_evaluation_or_a_read_that_does_not_come_back_does_not_keep_a_stopped_run()
    {
        using ManualResetEventSlim begun = new();
        using ManualResetEventSlim released = new();
        using CancellationTokenSource cancel = new();
        CancellationToken given = default;
        Task<BatchReport> run = Task.Run(
            () => BatchRun.Run<string>(
                new Counted(1000),
                stop =>
                {
                    given = stop;
                    return claim =>
                    {
                        begun.Set();
                        released.Wait(CancellationToken.None);
                        return claim.Id;
                    };
                },
                new BatchOutput<string>((_, _) => { }, () => { }),
                2,
                cancel.Token),
            CancellationToken.None);
        begun.Wait(TestContext.Current.CancellationToken);
        await cancel.CancelAsync();
        BatchReport report = await run;
        Assert.True(report.IsCancelled);
        Assert.Equal(0, report.Read);
        Assert.True(given.IsCancellationRequested);
        released.Set();
    }

    [Fact]
    public void Faults_of_ours_come_through()
    {
        Assert.Throws<System.Diagnostics.UnreachableException>(() => Run(() => _ => throw new System.Diagnostics.UnreachableException("evaluator"), new Counted(500)));
        Assert.Throws<IOException>(() => Run(() => claim => claim.Id, new Counted(500, failsAt: 300)));

        static void Run(Func<Func<Claim, string>> create, Counted claims) =>
            BatchRun.Run(claims, create, new BatchOutput<string>((_, _) => { }, () => { }), 2, TestContext.Current.CancellationToken);
    }

    /// <summary>So many claims, every seventh of them bad.</summary>
    private sealed class Counted(int count, int failsAt = -1) : IClaimReader
    {
        public int Given { get; private set; }

        public ImmutableArray<Diagnostic> FileProblems => [];

        public ReadClaim? Read()
        {
            if (Given == count)
            {
                return null;
            }

            Given++;
            if (Given == failsAt)
            {
                throw new IOException("reader");
            }

            string id = Given.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Claim? claim = Given % 7 == 0 ? null : new Claim { Id = id, Type = ClaimType.Dental, Lines = [new ServiceLine { Number = 1 }] };
            return new ReadClaim(claim, id, new FilePlace("claims"), []);
        }

        public void Dispose()
        {
        }
    }
}
