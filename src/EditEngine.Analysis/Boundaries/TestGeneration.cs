using System.Collections.Immutable;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Packs;
using EditEngine.Stacks;

namespace EditEngine.Analysis.Boundaries;

/// <summary>Tests for ways through an edit that its own tests do not go.</summary>
/// <param name="Tests">Small claims first.</param>
/// <param name="Known">How many ways its tests go.</param>
/// <param name="More">How many ways were found beside these and not written.</param>
/// <param name="Tried">How many claims were run.</param>
internal sealed record GeneratedTests(ImmutableArray<GeneratedTest> Tests, int Known, int More, int Tried)
{
    /// <summary>How many claims are run for an edit, where nobody says otherwise.</summary>
    public const int MostClaims = 3000;

    /// <summary>Of an edit.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="tests">Its tests.</param>
    /// <param name="facts">The facts that it declares.</param>
    /// <param name="position">The position of the edit.</param>
    /// <param name="most">How many tests are wanted at most.</param>
    public static GeneratedTests Of(PreparedPack pack, ImmutableArray<EditTests> tests, TestFacts facts, int position, int most) => DeepStack.Run(() =>
    {
        BoundaryClaims claims = new(pack, position);
        ImmutableArray<DatedClaim> seeds = SeedsOf(tests, claims.Edit.Id);
        HashSet<string> known = [.. seeds.Select(seed => claims.SignatureOf(seed).Key)];
        int before = known.Count;
        claims.Search(seeds, pack.MostClaims(MostClaims));
        SmallestText smallest = new(facts);
        ImmutableArray<GeneratedTest>.Builder written = ImmutableArray.CreateBuilder<GeneratedTest>();
        HashSet<string> titles = [.. tests.Where(edit => edit.Edit == claims.Edit.Id).SelectMany(edit => edit.Cases).Select(test => test.Title)];
        int more = 0;
        foreach ((DatedClaim claim, Signature signature) in ByOutcome(claims))
        {
            if (!known.Add(signature.Key))
            {
                continue;
            }

            if (written.Count >= most)
            {
                more++;
            }
            else if (smallest.Of(claim, other => claims.SignatureOf(other).Key == signature.Key) is (ClaimText text, DatedClaim least)
                && GeneratedTest.Of([claims.Edit.Id], pack, text, least, facts) is GeneratedTest test)
            {
                written.Add(test with { Title = test.TitleBeside(titles) });
            }
        }

        return new GeneratedTests(written.ToImmutable(), before, more, claims.Tried.Count);
    });

    /// <summary>The claims of an edit's tests.</summary>
    public static ImmutableArray<DatedClaim> SeedsOf(ImmutableArray<EditTests> tests, string edit) =>
        [.. tests.Where(one => one.Edit == edit).SelectMany(one => one.Cases).Where(test => test.Claim is not null).Select(test => new DatedClaim(test.Claim!, test.AsOf))]; // Asked just now.

    // One claim of each outcome comes before a second of any.
    private static IEnumerable<(DatedClaim Claim, Signature Signature)> ByOutcome(BoundaryClaims claims)
    {
        Dictionary<string, int> times = new(StringComparer.Ordinal);
        return claims.Found.Select(one => (one, Nth: times[one.Signature.Outcome] = times.GetValueOrDefault(one.Signature.Outcome) + 1)).ToList().OrderBy(one => one.Nth).Select(one => one.one);
    }
}
