using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Packs;

namespace EditEngine.Analysis.Consistency;

/// <summary>Claims on which an edit fires, of each way through it the smallest, and the claim that comes nearest where there is none.</summary>
/// <param name="Position">Position of the edit.</param>
/// <param name="Firing">Small claims first.</param>
/// <param name="Nearest">The smallest of those on which most of its conditions hold.</param>
/// <param name="Tried">How many claims were run.</param>
internal sealed record FiringClaims(int Position, ImmutableArray<DatedClaim> Firing, DatedClaim? Nearest, int Tried)
{
    private const int MostKept = 40;

    /// <summary>Of an edit.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="tests">The tests of the pack.</param>
    /// <param name="position">Position of the edit.</param>
    /// <param name="most">How many claims are run at most.</param>
    public static FiringClaims Of(PreparedPack pack, ImmutableArray<EditTests> tests, int position, int most)
    {
        BoundaryClaims claims = new(pack, position);
        claims.Search(GeneratedTests.SeedsOf(tests, claims.Edit.Id), most);
        (DatedClaim Claim, Signature Signature)[] found = [.. claims.Found];
        return new FiringClaims(
            position,
            [.. found.Where(one => one.Signature.Fires).Select(one => one.Claim).Take(MostKept)],
            found.Length == 0 ? null : found.MaxBy(one => one.Signature.Reached).Claim,
            claims.Tried.Count);
    }
}
