using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Outcomes;
using EditEngine.Values;

namespace EditEngine.Analysis.Pricing;

/// <summary>Adds up what two packs decide of the same claims. Memory hangs on the number of edits, providers and months, not of claims. One thread.</summary>
/// <param name="by">Dimensions to add up by.</param>
/// <param name="share">Share of the claims to decide, more than 0 and at most 1: chosen by their ids, so that the same are chosen again.</param>
internal sealed class WhatIfRun(ImmutableArray<Dimension> by, double share)
{
    private const int MostBehind = 20;
    private const uint Parts = 1_000_000;

    // 95 of 100 lie within so many standard deviations.
    private const double Width = 1.96;

    private readonly SortedDictionary<string, WhatIfTotals>[] _groups = [.. by.Select(_ => new SortedDictionary<string, WhatIfTotals>(StringComparer.Ordinal))];
    private readonly SortedDictionary<string, (EditPart Old, EditPart New)> _edits = new(StringComparer.Ordinal);
    private WhatIfTotals _total = WhatIfTotals.None;
    private long _claims;
    private long _sampled;
    private long _lines;
    private double _squaredLines;
    private double _squaredCents;

    /// <summary>Whether a claim is of the sample; it counts as read.</summary>
    public bool Takes(Claim claim)
    {
        _claims++;
        return share >= 1 || Crc32.Of(claim.Id) % Parts < share * Parts;
    }

    /// <summary>Adds a claim.</summary>
    /// <param name="claim">One that <see cref="Takes"/> took.</param>
    /// <param name="old">What the old pack decides of it.</param>
    /// <param name="now">What the new pack decides of it.</param>
    public void Add(Claim claim, Result old, Result now)
    {
        _sampled++;
        long lines = 0;
        long cents = 0;
        AddParts(claim, old, isOld: true);
        AddParts(claim, now, isOld: false);

        // Results have the lines in the order of the claim.
        ImmutableArray<LineResult> decided = old.Lines;
        ImmutableArray<LineResult> redecided = now.Lines;
        for (int at = 0; at < claim.Lines.Length; at++)
        {
            _lines++;
            ServiceLine line = claim.Lines[at];
            (LineResult before, LineResult after) = (decided[at], redecided[at]);
            WhatIfTotals change = ChangeOf(before, after);
            _total = Sum(_total, change, claim.Id);
            if (change.IsEmpty)
            {
                continue;
            }

            lines += change.NewlyDenied;
            cents += change.ChangeCents;
            for (int i = 0; i < by.Length; i++)
            {
                string value = by[i].ValueOf(claim, line, change.NoLongerDenied > 0 ? before.Winning : after.Winning ?? before.Winning) ?? "none";
                _groups[i][value] = Sum(_groups[i].GetValueOrDefault(value, WhatIfTotals.None), change, claim.Id);
            }
        }

        _squaredLines += (double)lines * lines;
        _squaredCents += (double)cents * cents;
    }

    /// <summary>What was added up so far; of a sample as it was found, not blown up.</summary>
    public WhatIfReport ToReport() => new(
        _claims,
        _sampled,
        _lines,
        _total,
        [.. by.Select((dimension, i) => new WhatIfGroup(dimension.Name, [.. _groups[i].Select(row => (row.Key, row.Value))]))],
        [.. _edits.Select(edit => new EditParts(edit.Key, edit.Value.Old, edit.Value.New))])
    {
        Share = share,
        LinesError = Error(_squaredLines),
        CentsError = Error(_squaredCents),
    };

    // Each claim is in the sample or not, by itself: the variance of the blown-up sum.
    private double Error(double squares) => share >= 1 ? 0 : Width * Math.Sqrt(squares * (1 - share)) / share;

    private static WhatIfTotals ChangeOf(LineResult before, LineResult after)
    {
        long old = before.DeniedChargeCents ?? 0;
        long now = after.DeniedChargeCents ?? 0;
        WhatIfTotals none = new() { OldCents = old, NewCents = now };
        return (IsDenied(before), IsDenied(after)) switch
        {
            (false, true) => none with { NewlyDenied = 1, NewlyDeniedCents = now - old },
            (true, false) => none with { NoLongerDenied = 1, NoLongerDeniedCents = old - now },
            _ when old != now => none with { OtherwisePaid = 1, OtherwisePaidCents = now - old },
            _ => none,
        };
    }

    private static bool IsDenied(LineResult line) => line.Status is LineDecision.Deny or LineDecision.Reject;

    private static WhatIfTotals Sum(WhatIfTotals all, WhatIfTotals change, string claim) => new()
    {
        NewlyDenied = all.NewlyDenied + change.NewlyDenied,
        NewlyDeniedCents = all.NewlyDeniedCents + change.NewlyDeniedCents,
        NoLongerDenied = all.NoLongerDenied + change.NoLongerDenied,
        NoLongerDeniedCents = all.NoLongerDeniedCents + change.NoLongerDeniedCents,
        OtherwisePaid = all.OtherwisePaid + change.OtherwisePaid,
        OtherwisePaidCents = all.OtherwisePaidCents + change.OtherwisePaidCents,
        OldCents = all.OldCents + change.OldCents,
        NewCents = all.NewCents + change.NewCents,
        Behind = change.IsEmpty || all.Behind.Length >= MostBehind || all.Behind.Contains(claim) ? all.Behind : all.Behind.Add(claim),
    };

    // A denial that another outranks would deny alone all the same.
    private void AddParts(Claim claim, Result result, bool isOld)
    {
        Finding[] denials = [.. result.Findings.Where(finding => finding.State is FindingState.Active or FindingState.Suppressed && ActionTable.Of(finding.Action).IsDenial)];
        if (denials.Length == 0)
        {
            return;
        }

        ILookup<int?, string> byLine = denials.Where(finding => finding.Line is not null).ToLookup(finding => finding.Line, finding => finding.Edit);
        string[] ofClaim = [.. denials.Where(finding => finding.Line is null && finding.Level != FindingLevel.History && ActionTable.Of(finding.Action).DecidesClaim).Select(finding => finding.Edit)];
        foreach (ServiceLine line in claim.Lines)
        {
            AddParts(line.ChargeCents ?? 0, [.. byLine[line.Number].Concat(ofClaim).Distinct(StringComparer.Ordinal)], isOld);
        }
    }

    private void AddParts(long charge, string[] denying, bool isOld)
    {
        foreach (string edit in denying)
        {
            (EditPart old, EditPart now) = _edits.GetValueOrDefault(edit, (EditPart.None, EditPart.None));
            EditPart part = isOld ? old : now;
            part = part with { Standalone = part.Standalone + 1, StandaloneCents = part.StandaloneCents + charge };
            part = denying.Length > 1 ? part : part with { Marginal = part.Marginal + 1, MarginalCents = part.MarginalCents + charge };
            _edits[edit] = isOld ? (part, now) : (old, part);
        }
    }
}
