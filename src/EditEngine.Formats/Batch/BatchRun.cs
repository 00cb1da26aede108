using EditEngine.Claims;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Batch;

/// <summary>Reads and evaluates on several threads, writes on the caller's: results come in the order of the claims, and memory stays bounded.</summary>
public static class BatchRun
{
    // What goes from thread to thread costs as much for a claim as for hundreds.
    private const int MostClaims = 256;

    /// <summary>Runs a batch to its end.</summary>
    /// <typeparam name="TResult">What the evaluator gives.</typeparam>
    /// <param name="claims">Where claims come from: asked by one thread at a time, by several one after another; not disposed. Its file problems are complete afterwards.</param>
    /// <param name="createEvaluator">Makes an evaluator. One is used by one thread; at most <paramref name="workers"/> are made.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="workers">Threads that read by turns and evaluate, one or more.</param>
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
        return BatchPipeline.Run(
            claims as IBatchReader ?? new GatheredClaims(claims, MostClaims),
            stop => new Share<TResult>.Maker(createEvaluator(stop), stop).Make,
            new PartOutput<Share<TResult>>((share, counts) => share.Write(output.Write, counts), output.Flush, output.Finish),
            workers,
            cancellation);
    }

    /// <summary>Claims of a batch with their results; that of a bad claim is null.</summary>
    private sealed record Share<TResult>(ReadClaim[] Claims, TResult?[] Results)
        where TResult : class
    {
        public void Write(Action<ReadClaim, TResult?> write, BatchCounts counts)
        {
            for (int i = 0; i < Results.Length; i++)
            {
                write(Claims[i], Results[i]);
                counts.Add(Claims[i]);
            }
        }

        /// <summary>Makes shares with one evaluator.</summary>
        public sealed class Maker(Func<Claim, TResult> evaluate, CancellationToken stop)
        {
            public Share<TResult> Make(ClaimBatch batch)
            {
                ReadClaim[] claims = new ReadClaim[batch.Entries.Count];
                TResult?[] results = new TResult?[claims.Length];
                for (int i = 0; i < results.Length; i++)
                {
                    stop.ThrowIfCancellationRequested();
                    claims[i] = batch.Read(i);
                    results[i] = claims[i].Claim is Claim claim ? evaluate(claim) : null;
                }

                return new Share<TResult>(claims, results);
            }
        }
    }
}
