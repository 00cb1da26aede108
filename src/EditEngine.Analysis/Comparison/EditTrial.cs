using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Compiler.Binding;
using EditEngine.Outcomes;
using EditEngine.Stacks;

namespace EditEngine.Analysis.Comparison;

/// <summary>Runs claims on an edit as it was and as it is.</summary>
/// <param name="old">The old pack.</param>
/// <param name="now">The new pack.</param>
/// <param name="claims">Claims that somebody named.</param>
internal sealed class EditTrial(ComparedPack old, ComparedPack now, ImmutableArray<DatedClaim> claims)
{
    private const int MostClaims = 2000;

    private static readonly Verdict[] Directions = [Verdict.Stricter, Verdict.Looser, Verdict.Other];

    // Every test of both packs, whichever edit it stands beside.
    private readonly ImmutableArray<DatedClaim> _ofTests = [.. TestsOf(old).Concat(TestsOf(now))];

    /// <summary>What the claims show of an edit.</summary>
    public EditComparison Of(string id) => DeepStack.Run(() =>
    {
        (int at, int nowAt) = (old.PositionOf(id), now.PositionOf(id));
        ImmutableArray<DatedClaim> tried = [.. _ofTests, .. Boundaries(old, at, now.EditOf(id)), .. Boundaries(now, nowAt, old.EditOf(id)), .. claims];
        (DatedClaim Claim, Verdict Verdict)[] differing = [.. tried.Select(claim => (claim, VerdictOf(at, nowAt, claim))).Where(one => one.Item2 != Verdict.Same)];
        Verdict verdict = differing.Aggregate(Verdict.Same, (all, one) => all | one.Verdict);
        return new EditComparison(
            id, verdict, IsDecided(old.EditOf(id), now.EditOf(id), verdict), tried.Length, differing.Length,
            [.. Directions.Where(direction => verdict.HasFlag(direction)).Select(direction => WitnessOf(id, direction, differing)).OfType<Witness>()]);
    });

    // Every direction in which the rules let it differ was seen.
    private bool IsDecided(BoundEdit was, BoundEdit edit, Verdict verdict) =>
        old.Prepared.AreEditsApart && now.Prepared.AreEditsApart && ChangeBounds.Of(was, edit) is Verdict possible && possible == (verdict & (Verdict.Stricter | Verdict.Looser));

    private static IEnumerable<DatedClaim> TestsOf(ComparedPack pack) =>
        pack.Tests.SelectMany(edit => edit.Cases).Where(test => test.Claim is not null).Select(test => new DatedClaim(test.Claim!, test.AsOf)); // Asked just now.

    private static IReadOnlyList<DatedClaim> Boundaries(ComparedPack pack, int position, BoundEdit other)
    {
        BoundaryClaims found = new(pack.Prepared, position, other);
        found.Search(GeneratedTests.SeedsOf(pack.Tests, found.Edit.Id), pack.Prepared.MostClaims(MostClaims));
        return found.Tried;
    }

    private Witness? WitnessOf(string id, Verdict direction, IEnumerable<(DatedClaim Claim, Verdict Verdict)> differing)
    {
        (int at, int nowAt) = (old.PositionOf(id), now.PositionOf(id));
        SmallestText smallest = new(now.Facts);

        // One that goes in this direction alone is the clearer example.
        foreach ((DatedClaim claim, Verdict verdict) in differing.Where(one => one.Verdict.HasFlag(direction)).OrderBy(one => one.Verdict == direction ? 0 : 1).ThenBy(one => one.Claim.Size).Take(5))
        {
            if (smallest.Of(claim, one => VerdictOf(at, nowAt, one) == verdict) is (ClaimText text, DatedClaim least)
                && GeneratedTest.Of([id], now.Prepared, text, least, now.Facts) is GeneratedTest test)
            {
                return new Witness(direction, ExpectationText.Of(id, old.Prepared.Evaluate(least.Claim, least.AsOf), text.Lines, now.Facts), test);
            }
        }

        return null;
    }

    private Verdict VerdictOf(int at, int nowAt, DatedClaim claim)
    {
        var before = old.Prepared.FindAmongAll(at, old.Pack.Edits[at], claim.Claim, claim.AsOf);
        var after = now.Prepared.FindAmongAll(nowAt, now.Pack.Edits[nowAt], claim.Claim, claim.AsOf);
        if (Signature.OutcomeOf(before.Drafts, before.Open) == Signature.OutcomeOf(after.Drafts, after.Open))
        {
            return Verdict.Same;
        }

        Dictionary<FindingTarget, FindingDraft> had = FindingTarget.Active(before.Drafts);
        Dictionary<FindingTarget, FindingDraft> has = FindingTarget.Active(after.Drafts);
        Verdict verdict = Verdict.Same;
        foreach (FindingTarget target in had.Keys.Union(has.Keys))
        {
            verdict |= VerdictOf(had.GetValueOrDefault(target), has.GetValueOrDefault(target));
        }

        return verdict == Verdict.Same ? Verdict.Other : verdict;
    }

    private static Verdict VerdictOf(FindingDraft? before, FindingDraft? after)
    {
        if (before is null || after is null)
        {
            return before is null ? Verdict.Stricter : Verdict.Looser;
        }

        // Actions stand in the order of their strength.
        int change = before.Action != after.Action ? before.Action.CompareTo(after.Action)
            : before.AllowedUnits != after.AllowedUnits ? decimal.Compare(before.AllowedUnits ?? decimal.MaxValue, after.AllowedUnits ?? decimal.MaxValue)
            : decimal.Compare(before.PayPercent ?? decimal.MaxValue, after.PayPercent ?? decimal.MaxValue);
        return change > 0 ? Verdict.Stricter : change < 0 ? Verdict.Looser : Verdict.Same;
    }
}
