using System.Collections.Immutable;

namespace EditEngine.Analysis.Snapshots;

/// <summary>What changed between two snapshots of one pack.</summary>
/// <param name="Changes">By claim in the order of the newer, then of the older for those that are gone; of a claim first what is gone, then what is new.</param>
/// <param name="NewClaims">Ids of claims that were not there, in order.</param>
/// <param name="GoneClaims">Ids of claims that are not there any more, in order.</param>
internal sealed record SnapshotDifference(ImmutableArray<SnapshotChange> Changes, ImmutableArray<string> NewClaims, ImmutableArray<string> GoneClaims)
{
    /// <summary>Nothing changed.</summary>
    public bool IsEmpty => Changes.IsEmpty && NewClaims.IsEmpty && GoneClaims.IsEmpty;

    /// <summary>Compares.</summary>
    public static SnapshotDifference Of(Snapshot before, Snapshot after)
    {
        // Claims of one id are told apart by which of them it is.
        Dictionary<(string Id, int Time), SnapshotClaim> old = Numbered(before);
        Dictionary<(string Id, int Time), SnapshotClaim> now = Numbered(after);
        ImmutableArray<SnapshotChange>.Builder changes = ImmutableArray.CreateBuilder<SnapshotChange>();
        foreach (((string Id, int Time) key, SnapshotClaim claim) in now)
        {
            if (old.TryGetValue(key, out SnapshotClaim? was))
            {
                changes.AddRange(Missing(was, claim).Select(line => new SnapshotChange(key.Id, line, IsNew: false)));
                changes.AddRange(Missing(claim, was).Select(line => new SnapshotChange(key.Id, line, IsNew: true)));
            }
        }

        return new SnapshotDifference(
            changes.ToImmutable(),
            [.. now.Keys.Where(key => !old.ContainsKey(key)).Select(key => key.Id)],
            [.. old.Keys.Where(key => !now.ContainsKey(key)).Select(key => key.Id)]);
    }

    // The lines of one that the other has not as often.
    private static IEnumerable<DecisionLine> Missing(SnapshotClaim of, SnapshotClaim from)
    {
        List<DecisionLine> others = [.. from.Decided];
        return of.Decided.Where(line => !others.Remove(line));
    }

    private static Dictionary<(string Id, int Time), SnapshotClaim> Numbered(Snapshot snapshot)
    {
        Dictionary<string, int> times = new(StringComparer.Ordinal);
        Dictionary<(string, int), SnapshotClaim> numbered = [];
        foreach (SnapshotClaim claim in snapshot.Claims)
        {
            int time = times.GetValueOrDefault(claim.Id);
            times[claim.Id] = time + 1;
            numbered.Add((claim.Id, time), claim);
        }

        return numbered;
    }
}

/// <summary>A decision that is new, or gone.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Line">The decision.</param>
/// <param name="IsNew">It was not there before.</param>
internal sealed record SnapshotChange(string Claim, DecisionLine Line, bool IsNew);
