using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats.X12;

namespace EditEngine.Formats.Batch;

/// <summary>Claims of another reader, of which those that do not conform are bad, though they could be read.</summary>
/// <param name="claims">The other reader; disposed with this one.</param>
/// <param name="trailers">What the trailers of the same claims say, looked at before; null where those are not asked.</param>
internal sealed class ConformingClaims(IClaimReader claims, RefusedTrailers? trailers = null) : IClaimReader
{
    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> FileProblems => claims.FileProblems;

    /// <inheritdoc/>
    public ReadClaim? Read()
    {
        ReadClaim? read = claims.Read();
        if (read?.Claim is not Claim)
        {
            return read;
        }

        if (!read.Conforms)
        {
            bool isToldAlready = read.Problems.Any(problem => problem.Severity == Severity.Error);
            return read with { Claim = null, Problems = isToldAlready ? read.Problems : read.Problems.Add(BatchDiagnostics.EnvelopeRefused(read.Place)) };
        }

        return read.Transaction is X12Envelope transaction && trailers?.Refuse(transaction) == true
            ? read with { Claim = null, Conforms = false, Problems = read.Problems.Add(BatchDiagnostics.EnvelopeRefused(read.Place)) }
            : read;
    }

    /// <inheritdoc/>
    public void Dispose() => claims.Dispose();
}
