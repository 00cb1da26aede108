using System.Collections.Concurrent;
using EditEngine.Diagnostics;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Batch;

/// <summary>Batches of claims: read and worked on by several threads, written on the caller's in their order. A bounded number of them is in hand at a time, and so is memory.</summary>
internal static class BatchPipeline
{
    // Reading is a third of a run's work: where fewer threads take turns at it, none waits for long, and what is guessed wrong costs more than is gained.
    private const int FewestToReadAhead = 4;

    // How long a run that ends early waits for a read, or for work, that does not come back.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs to the end of the claims.</summary>
    /// <typeparam name="TPart">What becomes of a batch.</typeparam>
    /// <param name="claims">Where claims come from: asked by one thread at a time, by several one after another; not disposed. Its file problems are complete afterwards.</param>
    /// <param name="createWork">Makes what works on batches, given what stops it. One is used by one thread; at most <paramref name="workers"/> are made. A batch is filled anew when the work on it is done.</param>
    /// <param name="output">Where parts go.</param>
    /// <param name="workers">Threads that read and work, one or more.</param>
    /// <param name="cancellation">Stops the run after the batch in hand; what was written stays written. A read or work that does not come back soon is left behind.</param>
    /// <returns>Counts, and why it ended early if it did. Exceptions of the reader and of work, which are ours, come through.</returns>
    public static BatchReport Run<TPart>(
        IBatchReader claims, Func<CancellationToken, Func<ClaimBatch, TPart>> createWork, PartOutput<TPart> output, int workers, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using BatchWorkers<TPart> threads = new(claims, workers >= FewestToReadAhead ? claims as IAheadReader : null, createWork, workers, stop.Token);
        Task working = threads.Start();
        try
        {
            return WriteAll(threads.Parts, working, output, cancellation);
        }
        finally
        {
            // INVARIANT: nothing of this run goes on after it returned but what does not come back when it is stopped. Faults of work that is no
            // longer wanted are not looked at.
            stop.Cancel();
            Task.WhenAny(working, Task.Delay(Patience, CancellationToken.None)).Wait(CancellationToken.None);
        }
    }

    private static BatchReport WriteAll<TPart>(BlockingCollection<Task<TPart>> parts, Task working, PartOutput<TPart> output, CancellationToken cancellation)
    {
        BatchCounts counts = new();
        Diagnostic? fault = null;
        bool isCancelled = false;
        try
        {
            foreach (Task<TPart> work in parts.GetConsumingEnumerable(cancellation))
            {
                Task.WhenAny(work).Wait(cancellation);
                TPart part = work.GetAwaiter().GetResult();
                fault = Try(() => output.Write(part, counts));
                if (fault is not null)
                {
                    return counts.Report(isCancelled, fault);
                }
            }

            working.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            isCancelled = true;
        }

        fault = Try(output.Flush) ?? (isCancelled || output.Finish is null ? null : Try(output.Finish));
        return counts.Report(isCancelled, fault);
    }

    // Only the output's own faults: those of readers and of work come from elsewhere, and are not taken for a full disk.
    private static Diagnostic? Try(Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return BatchDiagnostics.OutputFailed(fault.Message);
        }
    }
}
