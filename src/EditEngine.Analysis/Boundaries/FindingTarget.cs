using System.Collections.Immutable;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Boundaries;

/// <summary>What a finding is on: a line, the claim, a thing of it, a line of history.</summary>
/// <param name="Level">Which of these.</param>
/// <param name="Line">Number of the line.</param>
/// <param name="Field">The thing, as the language names it.</param>
/// <param name="History">The line of history.</param>
internal readonly record struct FindingTarget(FindingLevel Level, int? Line, string? Field, RelatedLine? History)
{
    /// <summary>Of a finding.</summary>
    public static FindingTarget Of(FindingDraft draft) => new(draft.Level, draft.Line, draft.Field, draft.HistoryLine);

    /// <summary>What an edit does that counts, by target; of several findings on one the strongest.</summary>
    public static Dictionary<FindingTarget, FindingDraft> Active(ImmutableArray<FindingDraft> drafts) =>
        drafts.Where(draft => draft.State == FindingState.Active).GroupBy(Of)
            .ToDictionary(same => same.Key, same => same.MinBy(draft => draft.Action)!); // A group has one.

    /// <summary>As tests name it.</summary>
    public override string ToString() => Level switch
    {
        FindingLevel.Line => FormattableString.Invariant($"line {Line}"),
        FindingLevel.History => FormattableString.Invariant($"history {History?.ClaimId} line {History?.Number}"),
        _ => Field is { Length: > 0 } field ? field : "claim",
    };
}
