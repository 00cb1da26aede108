using System.Collections.Concurrent;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Lowering;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>An evaluator is for one thread at a time and says so; a pack decides on all.</summary>
public sealed class SharedEvaluatorTests
{
    private const string Rules = """
        pack shared version "1"
        dates by date of service

        reasons
          R = CO 97

        edit ONE "Lines"
          for each  line v
          when      v.units > 2
          then      deny v  reason R
          message   "{v.units} units of {v.procedure} on claim {claim.id}"
        end

        edit WIDE "Four lines at once"
          for each  line v, other line x, other line y, other line z
          when      v.units + x.units + y.units > z.units + 1000
          then      review v
        end

        """;

    private static readonly DateOnly AsOf = new(2025, 4, 1);

    [Fact]
    public async Task An_evaluator_entered_by_a_second_thread_throws_at_once()
    {
        Evaluator evaluator = PackLowering.Lower(TestPacks.Bind(Rules)).CreateEvaluator();
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        TaskCompletionSource begun = new();
        Task running = Task.Run(
            () =>
            {
                evaluator.Find(ClaimOf(1, 3), AsOf);
                begun.SetResult();
                return evaluator.Evaluate(ClaimOf(1, 600), AsOf, EvaluatorOptions.NoBudget, source.Token);
            },
            TestContext.Current.CancellationToken);
        await begun.Task;
        while (evaluator.EditsRun < 4)
        {
            await Task.Yield(); // Until the second claim is under way.
        }

        Assert.Throws<InvalidOperationException>(() => evaluator.Evaluate(ClaimOf(2, 3), AsOf));
        Assert.Throws<InvalidOperationException>(() => evaluator.Find(ClaimOf(2, 3), AsOf));
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal("2", evaluator.Evaluate(ClaimOf(2, 3), AsOf).Claim);
    }

    [Fact]
    public void A_pack_decides_on_eight_threads_as_on_one()
    {
        RulePack pack = PackLowering.Lower(TestPacks.Bind(Rules));
        Claim[] claims = [.. Enumerable.Range(1, 4_000).Select(id => ClaimOf(id, 1 + (id % 6)))];
        Evaluator evaluator = pack.CreateEvaluator();
        string[] expected = [.. claims.Select(claim => Shown(evaluator.Evaluate(claim, AsOf)))];
        ConcurrentBag<string> wrong = [];
        Parallel.For(0, claims.Length * 4, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            string found = Shown(pack.Evaluate(claims[i % claims.Length], AsOf));
            if (found != expected[i % claims.Length])
            {
                wrong.Add(found);
            }
        });
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_pack_that_waits_keeps_no_claim()
    {
        RulePack pack = PackLowering.Lower(TestPacks.Bind(Rules));
        WeakReference claim = Decide(pack);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(claim.IsAlive);
        Assert.Equal("2", pack.Evaluate(ClaimOf(2, 1), AsOf).Claim);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Decide(RulePack pack)
    {
        Claim claim = ClaimOf(1, 5);
        Assert.NotEmpty(pack.Evaluate(claim, AsOf).Findings);
        return new WeakReference(claim);
    }

    private static string Shown(Result result) => $"{result.Claim}: {string.Join("; ", result.Findings.Select(one => $"{one.Line} {one.Message}"))}";

    private static Claim ClaimOf(int id, int lines) => new()
    {
        Id = id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Type = ClaimType.Professional,
        Lines =
        [
            .. Enumerable.Range(1, lines).Select(number => new ServiceLine
            {
                Number = number, Procedure = Code.From(CodeSystem.Procedure, "99213"), Units = (id + number) % 7, From = new DateOnly(2025, 3, 4),
            }),
        ],
    };
}
