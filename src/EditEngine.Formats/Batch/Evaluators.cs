using System.Collections.Concurrent;
using EditEngine.Claims;

namespace EditEngine.Formats.Batch;

/// <summary>Claims that are evaluated together, with their results; that of a bad claim is null.</summary>
internal sealed record Share<TResult>(List<ReadClaim> Claims, TResult?[] Results)
    where TResult : class;

/// <summary>Evaluates shares of claims, at most so many at a time, each with an evaluator of its own while it runs.</summary>
internal sealed class Evaluators<TResult>(Func<CancellationToken, Func<Claim, TResult>> create, int most, CancellationToken stop)
    where TResult : class
{
    private readonly ConcurrentBag<Func<Claim, TResult>> _idle = [];
    private readonly TaskScheduler _scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, most).ConcurrentScheduler;

    public Task<Share<TResult>> Start(List<ReadClaim> claims) =>
        Task.Factory.StartNew(() => Evaluate(claims), stop, TaskCreationOptions.DenyChildAttach, _scheduler);

    private Share<TResult> Evaluate(List<ReadClaim> claims)
    {
        Func<Claim, TResult> evaluate = _idle.TryTake(out Func<Claim, TResult>? idle) ? idle : create(stop);
        TResult?[] results = new TResult?[claims.Count];
        for (int i = 0; i < results.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            results[i] = claims[i].Claim is Claim claim ? evaluate(claim) : null;
        }

        _idle.Add(evaluate);
        return new Share<TResult>(claims, results);
    }
}
