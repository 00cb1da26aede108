using System.Collections.Concurrent;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Formats;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>Decides batches of claims, and writes what was decided as the output takes it. One a thread.</summary>
/// <param name="decide">Decides a claim.</param>
/// <param name="text">Writes a result.</param>
/// <param name="tellsAll">Whether more than the result is told of every claim, as where the sender is answered.</param>
/// <param name="idle">Room that is no longer used.</param>
/// <param name="stop">Ends it between two claims.</param>
internal sealed class BatchDecider(Deciding decide, IResultText text, bool tellsAll, ConcurrentBag<DecidedBatch> idle, CancellationToken stop)
{
    /// <summary>Decides a batch.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public DecidedBatch Decide(List<ReadClaim> claims)
    {
        DecidedBatch batch = idle.TryTake(out DecidedBatch? used) ? used : new DecidedBatch();
        batch.Clear();
        foreach (ReadClaim read in claims)
        {
            stop.ThrowIfCancellationRequested();
            Result? result = Decide(read, batch);
            if (tellsAll || !read.Problems.IsEmpty)
            {
                batch.Told.Add((read, result));
            }
        }

        return batch;
    }

    private Result? Decide(ReadClaim read, DecidedBatch batch)
    {
        if (read.Claim is not Claim claim)
        {
            batch.Counts.AddSkipped();
            return null;
        }

        Result? result = decide(claim, out CleanResult clean);
        batch.Counts.AddDecided(claim, read.Conforms);
        if (result is null)
        {
            text.Write(clean, batch.Results);
            return tellsAll ? clean.ToResult() : null;
        }

        text.Write(result, batch.Results);
        batch.Counts.AddFound(result);
        return result;
    }
}
