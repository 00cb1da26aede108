using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Consistency;

/// <summary>Two edits on the same targets: one that always fires with a stronger one, or two that decide in opposite ways.</summary>
/// <param name="pack">The pack.</param>
/// <param name="decided">Claims, and what fires on them.</param>
internal sealed class EditPairs(PreparedPack pack, ImmutableArray<DecidedClaim> decided)
{
    private const int MostClaims = 2500;
    private const int MostForMeeting = 800;
    private const int MostPairs = 60;
    private const int MostSeeds = 8;
    private const int LeastFirings = 2;

    /// <summary>For each edit that always fires with another, as strong one, that other one, and on how many claims both were seen.</summary>
    public IEnumerable<(int Edit, int With, DatedClaim Claim, int Tried)> Shadowed()
    {
        Dictionary<int, int> fired = [];
        Dictionary<(int, int), (int Times, DatedClaim Claim)> together = [];
        foreach (DecidedClaim one in decided)
        {
            foreach ((_, ImmutableArray<(int Position, EditAction Action)> findings) in one.Targets)
            {
                foreach ((int position, EditAction action) in findings)
                {
                    fired[position] = fired.GetValueOrDefault(position) + 1;
                    foreach ((int other, _) in findings.Where(other => other.Position != position && other.Action <= action))
                    {
                        together[(position, other)] = together.TryGetValue((position, other), out (int Times, DatedClaim Claim) seen)
                            ? (seen.Times + 1, seen.Claim.Size <= one.Claim.Size ? seen.Claim : one.Claim) : (1, one.Claim);
                    }
                }
            }
        }

        foreach (((int edit, int with), (int times, DatedClaim claim)) in together.OrderBy(pair => pair.Key))
        {
            if (times >= LeastFirings && times == fired[edit] && AlwaysTogether(edit, with) is int tried)
            {
                yield return (edit, with, claim, tried);
            }
        }
    }

    /// <summary>Pairs of which one pays nothing for what the other pays in part, or of which each puts another code in the place of the same one.</summary>
    public IEnumerable<(int One, int Other, DatedClaim Claim)> Opposite()
    {
        Dictionary<(int, int), DatedClaim> found = [];
        foreach (DecidedClaim one in decided)
        {
            foreach ((int, int) pair in OppositeOn(one))
            {
                found[pair] = found.TryGetValue(pair, out DatedClaim? seen) && seen.Size <= one.Claim.Size ? seen : one.Claim;
            }
        }

        foreach ((int one, int other) in Candidates().Where(pair => !found.ContainsKey(pair)).Take(MostPairs))
        {
            if (Meeting(one, other) is DatedClaim claim)
            {
                found.Add((one, other), claim);
            }
        }

        return found.OrderBy(pair => pair.Key).Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value));
    }

    private IEnumerable<(int, int)> OppositeOn(DecidedClaim one) =>
        from target in one.Targets
        from finding in target.Findings
        from other in target.Findings
        where finding.Position != other.Position
            && (AreOpposite(finding.Action, other.Action)
                || (finding.Position < other.Position && finding.Action == EditAction.Replace && other.Action == EditAction.Replace && HaveOtherCodes(finding.Position, other.Position, target.Target, one.Claim)))
        select (finding.Position, other.Position);

    // Edits that fire at all, and would be opposite if they met on a line.
    private IEnumerable<(int One, int Other)> Candidates()
    {
        (int Position, EditAction Action)[] fired = [.. decided.SelectMany(one => one.Targets).Where(target => target.Target.Level == FindingLevel.Line).SelectMany(target => target.Findings).Distinct().Order()];
        return fired.SelectMany(one => fired.Where(other => other.Position != one.Position && AreOpposite(one.Action, other.Action)).Select(other => (one.Position, other.Position))).Distinct();
    }

    // A claim near those on which one of them fires, on which both do.
    private DatedClaim? Meeting(int one, int other) =>
        NearFiring(one, other, MostForMeeting).Where(claim => Meet(one, other, claim)).MinBy(claim => claim.Size)
        ?? NearFiring(other, one, MostForMeeting).Where(claim => Meet(one, other, claim)).MinBy(claim => claim.Size);

    private IReadOnlyList<DatedClaim> NearFiring(int edit, int beside, int most)
    {
        BoundaryClaims claims = new(pack, edit, pack.Pack.Edits[beside]);
        claims.Search(
            decided.Where(one => one.Targets.Any(target => target.Findings.Any(finding => finding.Position == edit))).Select(one => one.Claim).OrderBy(one => one.Size).Take(MostSeeds),
            pack.MostClaims(most));
        return claims.Tried;
    }

    /// <summary>Whether both find something on one target of a claim, the second as strong as the first.</summary>
    public bool Meet(int edit, int with, DatedClaim claim)
    {
        Dictionary<FindingTarget, FindingDraft> own = DecidedClaim.By(pack, edit, claim);
        return own.Count > 0 && DecidedClaim.By(pack, with, claim) is var others && own.Keys.Any(others.ContainsKey);
    }

    private static bool AreOpposite(EditAction one, EditAction other) => ActionTable.Of(one).PaysNothing && other is EditAction.Reduce or EditAction.Replace;

    private bool HaveOtherCodes(int one, int other, FindingTarget target, DatedClaim claim) =>
        DecidedClaim.By(pack, one, claim).GetValueOrDefault(target) is FindingDraft first
        && DecidedClaim.By(pack, other, claim).GetValueOrDefault(target) is FindingDraft second && first.Replacement != second.Replacement;

    // Claims at the bounds of both are looked at for one that tells them apart; how many were, null where there is one.
    private int? AlwaysTogether(int edit, int with)
    {
        int fired = 0;
        foreach (DatedClaim claim in NearFiring(edit, with, MostClaims))
        {
            Dictionary<FindingTarget, FindingDraft> own = DecidedClaim.By(pack, edit, claim);
            if (own.Count == 0)
            {
                continue;
            }

            fired++;
            Dictionary<FindingTarget, FindingDraft> others = DecidedClaim.By(pack, with, claim);
            if (own.Any(one => !others.TryGetValue(one.Key, out FindingDraft? other) || other.Action > one.Value.Action))
            {
                return null;
            }
        }

        return fired;
    }
}
