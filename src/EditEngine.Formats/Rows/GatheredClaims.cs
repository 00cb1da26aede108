using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Rows;

/// <summary>The claims of a reader that gives them one by one, gathered into batches.</summary>
/// <param name="claims">The reader; disposed with this one.</param>
/// <param name="mostClaims">How many a batch has at most.</param>
internal sealed class GatheredClaims(IClaimReader claims, int mostClaims) : IBatchReader
{
    // The first batches are small: results come soon, and few claims keep all threads at work.
    private const int FewestClaims = 32;

    // Claims with many lines, or long histories, go in smaller batches, so that batches weigh alike.
    private const int MostLines = 4_000;

    private int _most = Math.Min(FewestClaims, mostClaims);

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> FileProblems => claims.FileProblems;

    /// <inheritdoc/>
    public bool Fill(ClaimBatch batch)
    {
        batch.Clear();
        int lines = 0;
        while (batch.Entries.Count < _most && lines < MostLines && claims.Read() is ReadClaim read)
        {
            batch.AddEntry(read);
            lines += read.Claim is Claim claim ? claim.Lines.Length + (claim.History.IsDefault ? 0 : claim.History.Length) : 0;
        }

        _most = Math.Min(_most * 2, mostClaims);
        return batch.Entries.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => claims.Dispose();
}
