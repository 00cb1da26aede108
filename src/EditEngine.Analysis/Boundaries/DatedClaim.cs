using EditEngine.Claims;

namespace EditEngine.Analysis.Boundaries;

/// <summary>A claim, and the date it is decided on.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="AsOf">As-of date.</param>
internal sealed record DatedClaim(Claim Claim, DateOnly AsOf)
{
    /// <summary>How much stands on it: the smaller of two claims is the better example.</summary>
    public int Size => (Claim.Lines.Length * 4) + (Claim.History.IsDefault ? 0 : Claim.History.Length * 4) + Claim.Lines.Sum(line => line.Modifiers.IsDefault ? 0 : line.Modifiers.Length)
        + (Claim.Diagnoses.IsDefault ? 0 : Claim.Diagnoses.Length) + Claim.Procedures.Length + (Claim.Authorizations.IsDefault ? 0 : Claim.Authorizations.Length)
        + (Claim.CodingRecord?.Suggestions is { IsDefault: false } suggestions ? suggestions.Length * 2 : 0);
}
