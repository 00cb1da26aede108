using System.Collections.Concurrent;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Batch;

/// <summary>Threads that take turns at reading: each fills a batch of its own when it is its turn, and works on it while the next one reads.</summary>
/// <remarks>
/// Who works on a batch has just read it: it lies in the cache of that core, and nobody is woken to take it over. All threads do the same, so that all are busy whatever share of the work reading is.
/// </remarks>
/// <typeparam name="TPart">What becomes of a batch.</typeparam>
internal sealed class BatchWorkers<TPart>(IBatchReader claims, Func<CancellationToken, Func<ClaimBatch, TPart>> create, int most, CancellationToken stop) : IDisposable
{
    private const int PartsOfWorker = 3;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What becomes of batches, in their order; complete at the end of the claims, or behind a fault of the reader.</summary>
    public BlockingCollection<Task<TPart>> Parts { get; } = new(most * PartsOfWorker);

    /// <summary>Begins to work on threads of their own.</summary>
    /// <returns>Their end; a fault of the reader is its.</returns>
    public Task Start() => Task.WhenAll(Enumerable.Range(0, most).Select(_ => Task.Factory.StartNew(WorkOn, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

    /// <inheritdoc/>
    public void Dispose()
    {
        _turn.Dispose();
        Parts.Dispose();
    }

    private void WorkOn()
    {
        ClaimBatch batch = new();
        Func<ClaimBatch, TPart>? work = null;
        while (Next(() => (work ??= create(stop))(batch), batch) is Task<TPart> part)
        {
            part.RunSynchronously(TaskScheduler.Default);
        }
    }

    /// <summary>Reads the next batch when it is this thread's turn, and gives what comes of it its place.</summary>
    /// <returns>The work on it, to be done; null where there are no more.</returns>
    private Task<TPart>? Next(Func<TPart> work, ClaimBatch batch)
    {
        _turn.Wait(stop);
        bool isRead = false;
        try
        {
            if (Parts.IsAddingCompleted || !claims.Fill(batch))
            {
                return null;
            }

            Task<TPart> part = new(work);
            Parts.Add(part, stop);
            isRead = true;
            return part;
        }
        finally
        {
            if (!isRead)
            {
                Parts.CompleteAdding();
            }

            _turn.Release();
        }
    }
}
