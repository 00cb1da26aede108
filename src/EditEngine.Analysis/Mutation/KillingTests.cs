using System.Collections.Concurrent;
using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Packs;

namespace EditEngine.Analysis.Mutation;

/// <summary>Looks for claims that tell an edit from a mutant of it.</summary>
/// <param name="pack">The pack.</param>
/// <param name="tests">Its tests.</param>
/// <param name="facts">The facts that it declares.</param>
internal sealed class KillingTests(PreparedPack pack, ImmutableArray<EditTests> tests, TestFacts facts)
{
    private const int MostClaims = 1500;
    private const int MostEdits = 3;
    private const int MostShrunk = 3;

    private readonly ConcurrentDictionary<int, Lazy<ImmutableArray<(DatedClaim Claim, string Outcome)>>> _claims = new();

    /// <summary>A test that passes as the pack is, and fails on the mutant.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="tried">How many claims were run on both.</param>
    /// <param name="differs">On one of them they differ, if only in what no test can expect.</param>
    /// <returns>Null where no test of a claim that was tried tells them apart.</returns>
    public GeneratedTest? Of(Mutant mutant, out int tried, out bool differs)
    {
        (tried, differs) = (0, false);
        foreach ((int position, BoundEdit changed) in mutant.Edits.Take(MostEdits))
        {
            int shrunk = 0;
            foreach ((DatedClaim claim, string outcome) in ClaimsOf(position))
            {
                tried++;
                if (OutcomeOf(position, changed, claim) == outcome)
                {
                    continue;
                }

                differs = true;
                if (shrunk++ < MostShrunk && TestOf(mutant, position, changed, claim) is GeneratedTest test)
                {
                    return test;
                }
            }
        }

        return null;
    }

    private GeneratedTest? TestOf(Mutant mutant, int position, BoundEdit changed, DatedClaim claim)
    {
        BoundEdit edit = pack.Pack.Edits[position];
        bool IsTold(DatedClaim one) => OutcomeOf(position, edit, one) != OutcomeOf(position, changed, one);
        return new SmallestText(facts).Of(claim, IsTold) is (ClaimText text, DatedClaim least)
            && GeneratedTest.Of([edit.Id], pack, text, least, facts) is GeneratedTest test
            && TestText.Read(test.Body, facts) is TestCase read
            && !new PreparedTest(pack, edit.Id, read).PassesWith(mutant.Edits)
            ? test : null;
    }

    private ImmutableArray<(DatedClaim Claim, string Outcome)> ClaimsOf(int position) => _claims.GetOrAdd(position, _ => new(() =>
    {
        BoundaryClaims claims = new(pack, position);
        claims.Search(GeneratedTests.SeedsOf(tests, claims.Edit.Id), pack.MostClaims(MostClaims));
        return [.. claims.Tried.OrderBy(claim => claim.Size).Select(claim => (claim, OutcomeOf(position, claims.Edit, claim)))];
    })).Value;

    private string OutcomeOf(int position, BoundEdit edit, DatedClaim claim)
    {
        (ImmutableArray<Outcomes.FindingDraft> drafts, ImmutableArray<Outcomes.NotEvaluated> open) = pack.FindAmongAll(position, edit, claim.Claim, claim.AsOf);
        return Signature.OutcomeOf(drafts, open);
    }
}
