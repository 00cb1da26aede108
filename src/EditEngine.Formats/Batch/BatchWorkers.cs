using System.Collections.Concurrent;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12.Ahead;

namespace EditEngine.Formats.Batch;

/// <summary>Threads that take turns at reading: each fills a batch of its own when it is its turn, and works on it while the next one reads.</summary>
/// <remarks>
/// Who works on a batch has just read it: it lies in the cache of that core, and nobody is woken to take it over. All threads do the same, so that all are busy whatever share of the work reading is.
/// </remarks>
/// <typeparam name="TPart">What becomes of a batch.</typeparam>
/// <param name="claims">The reader.</param>
/// <param name="ahead">The same reader, where threads shall read ahead while they wait for their turn; else null.</param>
/// <param name="create">Makes what works on batches; one for each thread.</param>
/// <param name="most">How many threads there are.</param>
/// <param name="stop">Ends them.</param>
internal sealed class BatchWorkers<TPart>(IBatchReader claims, IAheadReader? ahead, Func<CancellationToken, Func<ClaimBatch, TPart>> create, int most, CancellationToken stop) : IDisposable
{
    private const int PartsOfWorker = 3;

    private readonly Lock _order = new();
    private Task _last = Task.CompletedTask;

    /// <summary>What becomes of batches, in their order; complete at the end of the claims, or behind a fault of the reader.</summary>
    public BlockingCollection<Task<TPart>> Parts { get; } = new(most * PartsOfWorker);

    /// <summary>Begins to work on threads of their own.</summary>
    /// <returns>Their end; a fault of the reader is its.</returns>
    public Task Start() => Task.WhenAll(Enumerable.Range(0, most).Select(_ => Task.Factory.StartNew(WorkOn, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

    /// <inheritdoc/>
    public void Dispose() => Parts.Dispose();

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
        TaskCompletionSource turn = new();
        bool isRead = false;
        try
        {
            Stretch? stretch = TakeTurn(turn, out Task before);
            stretch?.Read(batch);
            before.Wait(stop);
            if (Parts.IsAddingCompleted || !(ahead is null ? claims.Fill(batch) : ahead.Fill(batch, stretch)))
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

            turn.SetResult();
        }
    }

    /// <summary>Takes what can be read before it is this thread's turn, and the turn that comes with it.</summary>
    private Stretch? TakeTurn(TaskCompletionSource turn, out Task before)
    {
        lock (_order)
        {
            (before, _last) = (_last, turn.Task);
            return ahead?.Take();
        }
    }
}
