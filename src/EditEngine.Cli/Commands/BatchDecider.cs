using System.Collections.Concurrent;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Rows;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>Decides batches of claims, and writes what was decided as the output takes it. One a thread.</summary>
/// <param name="screen">What is asked of claims before they are decided.</param>
/// <param name="decide">Decides a claim.</param>
/// <param name="text">Writes a result.</param>
/// <param name="tellsAll">Whether more than the result is told of every claim, as where the sender is answered.</param>
/// <param name="idle">Room that is no longer used.</param>
/// <param name="stop">Ends it between two claims.</param>
internal sealed class BatchDecider(ClaimScreen screen, Deciding decide, IResultText text, bool tellsAll, ConcurrentBag<DecidedBatch> idle, CancellationToken stop)
{
    /// <summary>Decides a batch.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public DecidedBatch Decide(ClaimBatch claims)
    {
        DecidedBatch batch = idle.TryTake(out DecidedBatch? used) ? used : new DecidedBatch();
        batch.Clear();
        for (int i = 0; i < claims.Entries.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            BatchEntry entry = claims.Entries[i];
            if (entry.Read is null && !tellsAll && screen.Of(claims, entry.Row) is Claim claim)
            {
                // A row has no problem: nothing is told of it but what was decided.
                if (Decide(claim, claims.Claims[entry.Row].Conforms, batch, out _) is Exception unknown)
                {
                    Skip(claims.Read(i), unknown, batch);
                }

                continue;
            }

            Decide(screen.Of(claims.Read(i)), batch);
        }

        return batch;
    }

    private void Decide(ReadClaim read, DecidedBatch batch)
    {
        Result? result = null;
        if (read.Claim is not Claim claim)
        {
            batch.Counts.AddSkipped();
        }
        else if (Decide(claim, read.Conforms, batch, out result) is Exception unknown)
        {
            Skip(read, unknown, batch);
            return;
        }

        if (tellsAll || !read.Problems.IsEmpty)
        {
            batch.Told.Add((read, result));
        }
    }

    // A fault of our own is one claim's: the others of the run lose nothing by it.
    private Exception? Decide(Claim claim, bool conforms, DecidedBatch batch, out Result? result)
    {
        CleanResult clean;
        try
        {
            result = decide(claim, out clean);
        }
        catch (Exception unknown) when (unknown is not (OperationCanceledException or OutOfMemoryException))
        {
            result = null;
            return unknown;
        }

        batch.Counts.AddDecided(claim, conforms);
        if (result is null)
        {
            text.Write(clean, batch.Results);
            result = tellsAll ? clean.ToResult() : null;
            return null;
        }

        text.Write(result, batch.Results);
        batch.Counts.AddFound(result);
        return null;
    }

    private static void Skip(ReadClaim read, Exception unknown, DecidedBatch batch)
    {
        batch.Counts.AddSkipped();
        batch.Told.Add((read with { Claim = null, Problems = read.Problems.Add(CommandDiagnostics.OwnFaultAt(read.Place, unknown)) }, null));
    }
}
