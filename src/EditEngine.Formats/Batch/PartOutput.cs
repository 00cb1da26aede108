namespace EditEngine.Formats.Batch;

/// <summary>Where what became of batches goes. Called from one thread, in the order of the claims.</summary>
/// <typeparam name="TPart">What becomes of a batch.</typeparam>
/// <param name="Write">Takes a part, and counts its claims as they are written. An <see cref="IOException"/> ends the run cleanly.</param>
/// <param name="Flush">Called once at the end, so that a full disk is seen while it can still be told.</param>
/// <param name="Finish">As <see cref="BatchOutput{TResult}.Finish"/>.</param>
internal sealed record PartOutput<TPart>(Action<TPart, BatchCounts> Write, Action Flush, Action? Finish);

/// <summary>Claims that came through, as they are written. For one thread.</summary>
internal sealed class BatchCounts
{
    private long _good;
    private long _bad;
    private long _notConformant;

    /// <summary>Counts a claim.</summary>
    public void Add(ReadClaim read)
    {
        _good += read.Claim is null ? 0 : 1;
        _bad += read.Claim is null ? 1 : 0;
        _notConformant += read is { Claim: not null, Conforms: false } ? 1 : 0;
    }

    /// <summary>Counts the claims of a batch.</summary>
    public void Add(long good, long bad, long notConformant)
    {
        _good += good;
        _bad += bad;
        _notConformant += notConformant;
    }

    /// <summary>How a run ended.</summary>
    public BatchReport Report(bool isCancelled, Diagnostics.Diagnostic? fault) => new(_good, _bad, isCancelled, fault) { NotConformant = _notConformant };
}
