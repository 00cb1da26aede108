using System.Collections.Concurrent;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Batch;

/// <summary>Works on batches of claims, at most so many at a time, each with a worker of its own while it runs. The batches go round.</summary>
internal sealed class BatchWorkers<TPart>(Func<CancellationToken, Func<ClaimBatch, TPart>> create, int most, CancellationToken stop)
{
    private readonly ConcurrentBag<Func<ClaimBatch, TPart>> _idle = [];
    private readonly ConcurrentBag<ClaimBatch> _done = [];
    private readonly TaskScheduler _scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, most).ConcurrentScheduler;

    /// <summary>A batch that nobody works on.</summary>
    public ClaimBatch TakeBatch() => _done.TryTake(out ClaimBatch? done) ? done : new ClaimBatch();

    /// <summary>Begins to work on a batch.</summary>
    public Task<TPart> Start(ClaimBatch batch) => Task.Factory.StartNew(() => Work(batch), stop, TaskCreationOptions.DenyChildAttach, _scheduler);

    private TPart Work(ClaimBatch batch)
    {
        Func<ClaimBatch, TPart> work = _idle.TryTake(out Func<ClaimBatch, TPart>? idle) ? idle : create(stop);
        TPart part = work(batch);
        _idle.Add(work);
        _done.Add(batch);
        return part;
    }
}
