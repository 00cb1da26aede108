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
/// <param name="takeRoom">Gives room for what becomes of a batch.</param>
/// <param name="stop">Ends it between two claims.</param>
internal sealed class BatchDecider(ClaimScreen screen, Deciding decide, IResultText text, Func<DecidedBatch> takeRoom, CancellationToken stop)
{
    /// <summary>Decides a batch.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public DecidedBatch Decide(ClaimBatch claims)
    {
        DecidedBatch batch = takeRoom();
        batch.Clear();
        for (int i = 0; i < claims.Entries.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            BatchEntry entry = claims.Entries[i];
            if (entry.Read is null && screen.Of(claims, entry.Row) is Claim claim)
            {
                Decide(claims, entry.Row, claim, batch);
            }
            else
            {
                Decide(screen.Of(claims.Read(i)), batch);
            }
        }

        return batch;
    }

    // A row has no problem: nothing is told of it but what was decided.
    private void Decide(ClaimBatch claims, int row, Claim claim, DecidedBatch batch)
    {
        if (TryDecide(claim, claims.Claims[row].Conforms, batch, out Result? result, out _) is Exception unknown)
        {
            Skip(claims.Read(row, claim), unknown, batch);
        }
        else if (result is null)
        {
            batch.Acknowledged?.WriteClean(claims, row, claim);
        }
        else
        {
            batch.Acknowledged?.Write(claims.Read(row, claim), result);
        }
    }

    private void Decide(ReadClaim read, DecidedBatch batch)
    {
        if (read.Claim is not Claim claim)
        {
            batch.Counts.AddSkipped();
            Tell(read, null, batch);
        }
        else if (TryDecide(claim, read.Conforms, batch, out Result? result, out CleanResult clean) is Exception unknown)
        {
            Skip(read, unknown, batch);
        }
        else
        {
            Tell(read, result ?? (batch.Acknowledged is null ? null : clean.ToResult()), batch);
        }
    }

    // A fault of our own is one claim's: the others of the run lose nothing by it.
    private Exception? TryDecide(Claim claim, bool conforms, DecidedBatch batch, out Result? result, out CleanResult clean)
    {
        try
        {
            result = decide(claim, out clean);
        }
        catch (Exception unknown) when (unknown is not (OperationCanceledException or OutOfMemoryException))
        {
            (result, clean) = (null, default);
            return unknown;
        }

        batch.Counts.AddDecided(claim, conforms);
        if (result is null)
        {
            text.Write(clean, batch.Results);
            return null;
        }

        text.Write(result, batch.Results);
        batch.Counts.AddFound(result);
        return null;
    }

    private static void Skip(ReadClaim read, Exception unknown, DecidedBatch batch)
    {
        batch.Counts.AddSkipped();
        Tell(read with { Claim = null, Problems = read.Problems.Add(CommandDiagnostics.OwnFaultAt(read.Place, unknown)) }, null, batch);
    }

    private static void Tell(ReadClaim read, Result? result, DecidedBatch batch)
    {
        batch.Acknowledged?.Write(read, result);
        if (!read.Problems.IsEmpty)
        {
            batch.Told.Add(read);
        }
    }
}
