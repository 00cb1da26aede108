using System.Collections.Concurrent;
using EditEngine.Claims;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Batch;

/// <summary>Reads on one thread, evaluates on several, writes on the caller's: results come in the order of the claims, and memory stays bounded.</summary>
public static class BatchRun
{
    // A task for each claim would cost more than the claim. Claims with long histories go in smaller shares, so that shares weigh alike.
    private const int MostClaims = 32;
    private const int MostLines = 2000;

    // How long a run that ends early waits for a read, or an evaluation, that does not come back.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs a batch to its end.</summary>
    /// <typeparam name="TResult">What the evaluator gives.</typeparam>
    /// <param name="claims">Where claims come from; not disposed. Its file problems are complete afterwards.</param>
    /// <param name="createEvaluator">Makes an evaluator. One is used by one thread at a time; at most <paramref name="workers"/> are made.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="workers">Threads that evaluate, one or more.</param>
    /// <param name="cancellation">Stops the run after the claims in hand; what was written stays written.</param>
    /// <returns>Counts, and why it ended early if it did. Exceptions of the reader and of evaluators, which are ours, come through.</returns>
    public static BatchReport Run<TResult>(
        IClaimReader claims, Func<Func<Claim, TResult>> createEvaluator, BatchOutput<TResult> output, int workers, CancellationToken cancellation)
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(createEvaluator);
        return Run(claims, _ => createEvaluator(), output, workers, cancellation);
    }

    /// <summary>Runs a batch to its end, with evaluators that can be stopped within a claim.</summary>
    /// <typeparam name="TResult">What the evaluator gives.</typeparam>
    /// <param name="claims">As above.</param>
    /// <param name="createEvaluator">As above; it is given what stops the run, for its evaluations to look at.</param>
    /// <param name="output">As above.</param>
    /// <param name="workers">As above.</param>
    /// <param name="cancellation">As above. A read or an evaluation that does not come back soon is left behind: its thread goes on when this has returned, and what it gives is not looked at.</param>
    /// <returns>As above.</returns>
    public static BatchReport Run<TResult>(
        IClaimReader claims, Func<CancellationToken, Func<Claim, TResult>> createEvaluator, BatchOutput<TResult> output, int workers, CancellationToken cancellation)
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(createEvaluator);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using BlockingCollection<Task<Share<TResult>>> queue = new(workers * 3);
        Evaluators<TResult> evaluators = new(createEvaluator, workers, stop.Token);
        Task reading = Task.Factory.StartNew(
            () => ReadAll(claims, evaluators, queue, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return WriteAll(queue, reading, output, cancellation);
        }
        finally
        {
            // INVARIANT: nothing of this run goes on after it returned but what does not come back when it is stopped. Faults of work that is no
            // longer wanted are not looked at.
            stop.Cancel();
            Task.WhenAny(reading, Task.Delay(Patience, CancellationToken.None)).Wait(CancellationToken.None);
            Task.WhenAny(Task.WhenAll(queue), Task.Delay(Patience, CancellationToken.None)).Wait(CancellationToken.None);
        }
    }

    private static void ReadAll<TResult>(
        IClaimReader claims, Evaluators<TResult> evaluators, BlockingCollection<Task<Share<TResult>>> queue, CancellationToken stop)
        where TResult : class
    {
        try
        {
            while (ReadShare(claims, stop) is { Count: > 0 } share)
            {
                stop.ThrowIfCancellationRequested();
                queue.Add(evaluators.Start(share), stop);
            }
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private static List<ReadClaim> ReadShare(IClaimReader claims, CancellationToken stop)
    {
        List<ReadClaim> share = new(MostClaims);
        int lines = 0;
        while (share.Count < MostClaims && lines < MostLines && !stop.IsCancellationRequested && claims.Read() is ReadClaim read)
        {
            share.Add(read);
            lines += read.Claim is Claim claim ? claim.Lines.Length + (claim.History.IsDefault ? 0 : claim.History.Length) : 0;
        }

        return share;
    }

    private static BatchReport WriteAll<TResult>(
        BlockingCollection<Task<Share<TResult>>> queue, Task reading, BatchOutput<TResult> output, CancellationToken cancellation)
        where TResult : class
    {
        BatchReport report = new(0, 0, IsCancelled: false, OutputFault: null);
        try
        {
            foreach (Task<Share<TResult>> work in queue.GetConsumingEnumerable(cancellation))
            {
                Task.WhenAny(work).Wait(cancellation);
                report = WriteShare(work.GetAwaiter().GetResult(), output, report);
                if (report.OutputFault is not null)
                {
                    return report;
                }
            }

            reading.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            report = report with { IsCancelled = true };
        }

        return report with { OutputFault = Try(output.Flush) ?? (report.IsCancelled || output.Finish is null ? null : Try(output.Finish)) };
    }

    private static BatchReport WriteShare<TResult>(Share<TResult> share, BatchOutput<TResult> output, BatchReport report)
        where TResult : class
    {
        long good = report.Good, bad = report.Bad, notConformant = report.NotConformant;
        Diagnostic? fault = Try(() =>
        {
            for (int i = 0; i < share.Claims.Count; i++)
            {
                output.Write(share.Claims[i], share.Results[i]);
                good += share.Claims[i].Claim is null ? 0 : 1;
                bad += share.Claims[i].Claim is null ? 1 : 0;
                notConformant += share.Claims[i] is { Claim: not null, Conforms: false } ? 1 : 0;
            }
        });
        return report with { Good = good, Bad = bad, NotConformant = notConformant, OutputFault = fault };
    }

    // Only the output's own faults: those of readers and evaluators come from elsewhere, and are not taken for a full disk.
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
