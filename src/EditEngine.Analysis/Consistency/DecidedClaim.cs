using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Consistency;

/// <summary>What every edit that fires does on a claim, by target.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Targets">The findings on each target, those that decide and those that others outrank, by position of the edit.</param>
internal sealed record DecidedClaim(DatedClaim Claim, ImmutableArray<(FindingTarget Target, ImmutableArray<(int Position, EditAction Action)> Findings)> Targets)
{
    /// <summary>What a pack does on a claim.</summary>
    /// <param name="rules">What runs.</param>
    /// <param name="positions">Position of each edit by its id.</param>
    /// <param name="claim">The claim.</param>
    public static DecidedClaim Of(RulePack rules, IReadOnlyDictionary<string, int> positions, DatedClaim claim)
    {
        Result result = rules.Evaluate(claim.Claim, claim.AsOf);
        return new DecidedClaim(
            claim,
            [
                .. result.Findings.Where(one => one.State is FindingState.Active or FindingState.Suppressed)
                    .GroupBy(one => new FindingTarget(one.Level, one.Line, one.Field, null))
                    .Select(same => (same.Key, same.Select(one => (positions[one.Edit], one.Action)).Distinct().Order().ToImmutableArray())),
            ]);
    }

    /// <summary>What one edit does on a claim, by target.</summary>
    public static Dictionary<FindingTarget, FindingDraft> By(PreparedPack pack, int position, DatedClaim claim) =>
        FindingTarget.Active(pack.FindAmongAll(position, pack.Pack.Edits[position], claim.Claim, claim.AsOf).Drafts);
}
