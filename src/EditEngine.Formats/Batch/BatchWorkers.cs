using System.Collections.Concurrent;

namespace EditEngine.Formats.Batch;

/// <summary>Works on batches of claims, at most so many at a time, each with a worker of its own while it runs.</summary>
internal sealed class BatchWorkers<TPart>(Func<CancellationToken, Func<List<ReadClaim>, TPart>> create, int most, CancellationToken stop)
{
    private readonly ConcurrentBag<Func<List<ReadClaim>, TPart>> _idle = [];
    private readonly TaskScheduler _scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, most).ConcurrentScheduler;

    public Task<TPart> Start(List<ReadClaim> batch) => Task.Factory.StartNew(() => Work(batch), stop, TaskCreationOptions.DenyChildAttach, _scheduler);

    private TPart Work(List<ReadClaim> batch)
    {
        Func<List<ReadClaim>, TPart> work = _idle.TryTake(out Func<List<ReadClaim>, TPart>? idle) ? idle : create(stop);
        TPart part = work(batch);
        _idle.Add(work);
        return part;
    }
}
