using EditEngine.Formats.X12;

namespace EditEngine.Formats.Batch;

/// <summary>The transactions of files that are rejected for what stands behind their claims: a count, a control number, a missing trailer of theirs or of what is around them.</summary>
/// <remarks>Found by a first look at the files, which takes segments apart and reads nothing of claims. Memory: some 200 bytes an envelope.</remarks>
internal sealed class RefusedTrailers
{
    private readonly HashSet<(string File, long Offset)> _refused;

    private RefusedTrailers(HashSet<(string File, long Offset)> refused) => _refused = refused;

    /// <summary>Looks at all files.</summary>
    /// <param name="paths">As for <see cref="ClaimSources"/>.</param>
    /// <param name="reopened">What is opened in place of a path that can be read but once; null for others.</param>
    /// <param name="cancellation">Ends the look between two files; what was found by then is given.</param>
    public static RefusedTrailers Find(IEnumerable<string> paths, Func<string, Stream?> reopened, CancellationToken cancellation)
    {
        X12EnvelopeLog envelopes = new();
        using ClaimSources sources = ClaimSources.OfEnvelopes(paths, reopened, envelopes);
        while (!cancellation.IsCancellationRequested && sources.PassFile())
        {
        }

        return new RefusedTrailers([.. envelopes.All
            .Where(envelope => envelope.Kind == X12EnvelopeKind.Transaction && envelopes.IsWithinRejected(envelope))
            .Select(envelope => (envelope.File, envelope.Offset))]);
    }

    /// <summary>True where the claims of a transaction are rejected with it.</summary>
    public bool Refuse(X12Envelope transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return _refused.Contains((transaction.File, transaction.Offset));
    }
}
