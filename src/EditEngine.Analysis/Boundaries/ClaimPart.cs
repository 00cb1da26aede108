using System.Collections.Immutable;
using EditEngine.Claims;

namespace EditEngine.Analysis.Boundaries;

/// <summary>One thing of a claim, and the claim with another in its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As tests name it: <c>line 2</c>, <c>suggestion 1 evidence 2</c>; empty for the claim.</param>
/// <param name="Facts">Its record.</param>
/// <param name="With">The claim with another record in its place.</param>
/// <param name="Without">The claim without it; null: a claim has it always.</param>
internal sealed record ClaimPart(ThingKinds Kind, string Name, object Facts, Func<object, Claim> With, Func<Claim>? Without)
{
    /// <summary>Everything on a claim that tests have words for, the claim first.</summary>
    public static ImmutableArray<ClaimPart> Of(Claim claim) =>
    [
        new ClaimPart(ThingKinds.Claim, "", claim, changed => (Claim)changed, null),
        .. Each(claim.Diagnoses, ThingKinds.Diagnosis, "diagnosis", list => claim with { Diagnoses = list }),
        .. Each(claim.Procedures, ThingKinds.Procedure, "procedure", list => claim with { Procedures = list }),
        .. Each(claim.OccurrenceCodes, ThingKinds.Occurrence, "occurrence", list => claim with { OccurrenceCodes = list }),
        .. Each(claim.ValueCodes, ThingKinds.ValueCode, "value", list => claim with { ValueCodes = list }),
        .. claim.Billing is Provider billing
            ? Each(billing.Certificates, ThingKinds.Certificate, "certificate", list => claim with { Billing = billing with { Certificates = list } })
            : [],
        .. Each(claim.Authorizations, ThingKinds.Authorization, "authorization", list => claim with { Authorizations = list }),
        .. claim.CodingRecord is CodingRecord record ? Suggestions(claim, record) : [],
        .. Each(claim.Lines, ThingKinds.Line, "line", list => claim with { Lines = list }, line => line.Number, isKept: claim.Lines.Length == 1),
        .. Each(claim.History, ThingKinds.History, "history", list => claim with { History = list }),
    ];

    private static IEnumerable<ClaimPart> Suggestions(Claim claim, CodingRecord record)
    {
        Claim With(ImmutableArray<Suggestion> list) => claim with { CodingRecord = record with { Suggestions = list } };
        foreach (ClaimPart part in Each(record.Suggestions, ThingKinds.Suggestion, "suggestion", With))
        {
            yield return part;
            Suggestion suggestion = (Suggestion)part.Facts;
            foreach (ClaimPart evidence in Each(suggestion.Evidence, ThingKinds.Evidence, part.Name + " evidence", list => part.With(suggestion with { Evidence = list })))
            {
                yield return evidence;
            }
        }
    }

    private static IEnumerable<ClaimPart> Each<T>(
        ImmutableArray<T> things, ThingKinds kind, string word, Func<ImmutableArray<T>, Claim> with, Func<T, int>? number = null, bool isKept = false)
        where T : class =>
        things.IsDefault ? [] : things.Select((thing, at) => new ClaimPart(
            kind,
            FormattableString.Invariant($"{word} {number?.Invoke(thing) ?? at + 1}"),
            thing,
            changed => with(things.SetItem(at, (T)changed)),
            isKept ? null : () => with(things.RemoveAt(at))));
}
