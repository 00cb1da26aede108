using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Outcomes;
using EditEngine.Stacks;

namespace EditEngine.Analysis.Explanation;

/// <summary>Looks for the smallest changes of a claim that avoid what an edit finds on it, or make it find something.</summary>
internal sealed class CounterfactualSearch
{
    private const int MostClaims = 6000;
    private const int LeastClaims = 400;
    private const int MostSteps = 3;
    private const int MostKept = 12;

    // Pairs of lines are what an edit looks at.
    private const long MostPairs = 40_000_000;

    private readonly PreparedPack _pack;
    private readonly int _position;
    private readonly Neighbours _neighbours;
    private int _tried;

    /// <param name="pack">The pack.</param>
    /// <param name="position">The position of the edit.</param>
    public CounterfactualSearch(PreparedPack pack, int position)
    {
        _pack = pack;
        _position = position;
        _neighbours = new Neighbours(new EditAtoms(Edit));
    }

    /// <summary>Nobody waits for it any more: the search ends with <see cref="OperationCanceledException"/> before the next claim.</summary>
    public CancellationToken Cancellation { get; init; }

    private BoundEdit Edit => _pack.Pack.Edits[_position];

    /// <summary>What would change what the edit comes to on a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="most">How many ways are given for each finding at most.</param>
    public EditCounterfactuals Of(DatedClaim claim, int most) => DeepStack.Run(() =>
    {
        _tried = 0;
        Dictionary<FindingTarget, FindingDraft> found = FindingTarget.Active(Run(claim).Drafts);
        ImmutableArray<CounterfactualSet> ends = found.Count == 0
            ? [Fired(claim, most)]
            : [.. found.Select(one => Avoided(claim, one.Key, one.Value, most))];
        return new EditCounterfactuals(Edit.Id, ends, _tried);
    });

    private CounterfactualSet Avoided(DatedClaim claim, FindingTarget target, FindingDraft draft, int most)
    {
        HashSet<string> concerned = [target.ToString(), .. draft.Related.Select(line => NameOf(claim.Claim, line)), .. draft.HistoryLine is RelatedLine own ? [NameOf(claim.Claim, own)] : (string[])[]];
        return Search(
            claim,
            name => concerned.Contains(name) || !IsLine(name),
            ran => ran.IsStill(target) && !FindingTarget.Active(ran.Drafts).ContainsKey(target) && !ran.Open.Any(one => one.Line is null || one.Line == target.Line),
            ran => -(FindingTarget.Active(ran.Drafts).GetValueOrDefault(target)?.Related.Length ?? 0),
            target,
            most);
    }

    private CounterfactualSet Fired(DatedClaim claim, int most) =>
        Search(claim, static _ => true, ran => FindingTarget.Active(ran.Drafts).Count > 0, ran => ran.Reached, null, most);

    // First all single changes; where none will do, changes of the claims that came nearest.
    private CounterfactualSet Search(DatedClaim claim, Func<string, bool> concerns, Func<RanClaim, bool> isEnd, Func<RanClaim, int> score, FindingTarget? target, int most)
    {
        int budget = _pack.MostClaims((int)Math.Clamp(MostPairs / Math.Max(1, (long)LinesOf(claim.Claim) * LinesOf(claim.Claim)), LeastClaims, MostClaims));
        List<(DatedClaim Claim, ImmutableArray<ClaimChange> Steps)> from = [(claim, [])];
        for (int step = 0; step < MostSteps; step++)
        {
            List<Counterfactual> ways = [];
            Dictionary<string, (int Score, int Order, DatedClaim Claim, ImmutableArray<ClaimChange> Steps)> near = new(StringComparer.Ordinal);
            foreach ((DatedClaim start, ImmutableArray<ClaimChange> steps) in from)
            {
                ReachedClaims reached = new(one => isEnd(Run(one)));
                foreach (ClaimNeighbour neighbour in _neighbours.Of(start, concerns).Where(one => IsOfClaim(one.Change)).Take(Math.Max(0, budget / from.Count)))
                {
                    RanClaim ran = Run(neighbour.Claim);
                    bool ends = isEnd(ran);
                    reached.Add(neighbour, ends);
                    if (!ends && !near.ContainsKey(ran.Key))
                    {
                        near.Add(ran.Key, (score(ran), near.Count, neighbour.Claim, steps.Add(neighbour.Change)));
                    }
                }

                ways.AddRange(reached.Ways().Select(way => new Counterfactual([.. steps.Select(one => one.Words), way.Words], way.Claim, ThenOf(way.Claim, target))));
            }

            if (ways.Count > 0)
            {
                return new CounterfactualSet(target, [.. ways.Take(most)], Math.Max(0, ways.Count - most));
            }

            from = [.. near.Values.OrderByDescending(one => one.Score).ThenBy(one => one.Order).Take(MostKept).Select(one => (one.Claim, one.Steps))];
        }

        return new CounterfactualSet(target, [], 0);
    }

    private RanClaim Run(DatedClaim claim)
    {
        Cancellation.ThrowIfCancellationRequested();
        _tried++;
        SignatureWatch watch = new();
        (ImmutableArray<FindingDraft> drafts, ImmutableArray<NotEvaluated> open) = _pack.FindAmongAll(_position, Edit, claim.Claim, claim.AsOf, watch);
        return new RanClaim(claim.Claim, drafts, open, watch.Reached, $"{watch.Conditions}|{drafts.Sum(draft => draft.Related.Length)}");
    }

    // The as-of date is no fact of the claim.
    private static bool IsOfClaim(ClaimChange change) => change is not ValueChanged { Part: "", Path: "as-of date" };

    private string ThenOf(DatedClaim claim, FindingTarget? target)
    {
        Result result = _pack.Evaluate(claim.Claim, claim.AsOf);
        if (target is not FindingTarget avoided)
        {
            return string.Join(", ", result.Findings.Where(one => one.Edit == Edit.Id && one.State is FindingState.Active or FindingState.Suppressed)
                .Select(one => $"{TargetOf(one)} {ActionTable.Of(one.Action).Participle}").Distinct());
        }

        Finding[] here = [.. result.Findings.Where(one => one.Line == avoided.Line && one.Level == avoided.Level)];
        if (here.FirstOrDefault(one => one.Edit == Edit.Id && one.State == FindingState.Bypassed)?.Bypass is Bypass bypass)
        {
            return $"bypassed: {bypass.Because}";
        }

        return here.FirstOrDefault(one => one.State == FindingState.Active && one.Edit != Edit.Id) is Finding other ? $"{ActionTable.Of(other.Action).Participle} by {other.Edit}" : "nothing";
    }

    private static string TargetOf(Finding finding) => finding.Line is int line ? FormattableString.Invariant($"line {line}") : finding.Field is { Length: > 0 } field ? field : "claim";

    private static bool IsLine(string name) => name.StartsWith("line ", StringComparison.Ordinal) || name.StartsWith("history ", StringComparison.Ordinal);

    private static int LinesOf(Claim claim) => claim.Lines.Length + (claim.History.IsDefault ? 0 : claim.History.Length);

    // History lines are named by their position.
    private static string NameOf(Claim claim, RelatedLine line)
    {
        if (line.ClaimId is null)
        {
            return FormattableString.Invariant($"line {line.Number}");
        }

        int at = claim.History.IsDefault ? -1 : claim.History.Select((one, position) => (one, position)).FirstOrDefault(one => one.one.ClaimId == line.ClaimId && one.one.Line.Number == line.Number, (null!, -1)).position;
        return FormattableString.Invariant($"history {at + 1}");
    }

    private sealed record RanClaim(Claim Claim, ImmutableArray<FindingDraft> Drafts, ImmutableArray<NotEvaluated> Open, int Reached, string Key)
    {
        /// <summary>What is decided is still there.</summary>
        public bool IsStill(FindingTarget target) => target.Level switch
        {
            FindingLevel.Line => Claim.Lines.Any(line => line.Number == target.Line),
            FindingLevel.History => !Claim.History.IsDefault && Claim.History.Any(line => line.ClaimId == target.History?.ClaimId && line.Line.Number == target.History?.Number),
            _ => true,
        };
    }
}
