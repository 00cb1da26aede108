using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Batch;

/// <summary>Claims of another reader, of which those without any date to decide them on are bad.</summary>
/// <param name="claims">The other reader; disposed with this one.</param>
public sealed class DatedClaims(IClaimReader claims) : IClaimReader
{
    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> FileProblems => claims.FileProblems;

    /// <inheritdoc/>
    public ReadClaim? Read() => claims.Read() is ReadClaim read ? Dated(read) : null;

    /// <summary>A claim; a bad one where it has no date.</summary>
    internal static ReadClaim Dated(ReadClaim read) =>
        read.Claim is Claim claim && AsOfDate.Of(claim) is null
            ? read with { Claim = null, Problems = read.Problems.Add(BatchDiagnostics.NoDate(read.Place)) }
            : read;

    /// <inheritdoc/>
    public void Dispose() => claims.Dispose();
}
