using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Binding;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Consistency;

/// <summary>Days on which nothing is found of what is found before and after them: between the periods of two edits, of a member of a set, of rows of a table.</summary>
/// <param name="rules">What runs.</param>
/// <param name="pack">The pack.</param>
internal sealed class PeriodGaps(RulePack rules, PreparedPack pack)
{
    private const int MostClaims = 6;
    private const int MostDays = 60;

    private readonly ImmutableArray<int> _begins = [.. pack.Pack.Edits.SelectMany(edit => new[] { edit.EffectiveFromDay, edit.EffectiveThroughDay + 1L }).Where(day => day is > 600_000 and < 1_000_000).Select(day => (int)day).Distinct().Order()];

    /// <summary>The gaps of an edit: first and last day, the edits that find it again, and a claim of the first day.</summary>
    public IEnumerable<(DateOnly From, DateOnly Through, string Again, DatedClaim Claim)> Of(FiringClaims claims)
    {
        BoundEdit edit = pack.Pack.Edits[claims.Position];
        ImmutableArray<int> days = DaysOf(edit);
        HashSet<(int, int)> told = [];
        foreach (DatedClaim claim in claims.Firing.Where(one => one.Claim.Lines[0].From is not null).Take(MostClaims))
        {
            foreach ((FindingTarget target, FindingDraft draft) in DecidedClaim.By(pack, claims.Position, claim))
            {
                foreach ((int from, int through, string again, DatedClaim within) in Of(edit, claim, target, draft.Action, days))
                {
                    if (told.Add((from, through)))
                    {
                        yield return (DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(through), again, within);
                    }
                }
            }
        }
    }

    // What another edit finds before the gap is told of that one. Of every day on which something begins, and the day before: what is found on the claim then.
    private IEnumerable<(int From, int Through, string Again, DatedClaim Within)> Of(BoundEdit edit, DatedClaim claim, FindingTarget target, EditAction action, ImmutableArray<int> days)
    {
        int own = claim.Claim.Lines[0].From!.Value.DayNumber; // It has one.
        (int Day, DatedClaim Claim)? gap = null;
        string? before = null;
        foreach (int day in days.Append(own).Distinct().Order())
        {
            if (MovedClaim.By(claim, day - own) is not DatedClaim moved)
            {
                continue;
            }

            string? found = FinderOf(edit, target, action, moved);
            if (found is null)
            {
                gap ??= before == edit.Id ? (day, moved) : null;
                continue;
            }

            if (gap is (int first, DatedClaim within))
            {
                yield return (first, day - 1, found, within);
            }

            (gap, before) = (null, found);
        }
    }

    // Another edit's finding of the same action and reason counts as the same.
    private string? FinderOf(BoundEdit edit, FindingTarget target, EditAction action, DatedClaim claim)
    {
        HashSet<string?> reasons = [.. edit.Cases.SelectMany(one => one.Actions).Select(one => one.Reason)];
        return rules.Evaluate(claim.Claim, claim.AsOf).Findings
            .Where(one => one.State is FindingState.Active or FindingState.Suppressed && one.Level == target.Level && one.Line == target.Line && one.Action == action && (one.Edit == edit.Id || reasons.Contains(one.Reason)))
            .Select(one => one.Edit).FirstOrDefault();
    }

    private ImmutableArray<int> DaysOf(BoundEdit edit)
    {
        IEnumerable<int> days = new EditAtoms(edit).Days.SelectMany(day => new[] { day, day + 1 }).Concat(_begins);
        return [.. days.SelectMany(day => new[] { day - 1, day }).Distinct().Order().Take(MostDays)];
    }
}
