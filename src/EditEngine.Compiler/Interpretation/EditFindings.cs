using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Interpretation;

/// <summary>What one edit finds on a claim, before anything is decided.</summary>
internal static class EditFindings
{
    /// <summary>Adds what an edit finds, by target.</summary>
    /// <param name="run">The edit over the claim.</param>
    /// <param name="header">What its findings say of the edit.</param>
    /// <param name="asOf">As-of date.</param>
    /// <param name="skipped">Phases skipped for the claim (no line) or a line; what it skips itself is added.</param>
    /// <param name="drafts">Takes findings.</param>
    /// <param name="open">Takes what could not be decided.</param>
    public static void Add(
        InterpretedEdit run, EditHeader header, DateOnly asOf, HashSet<(string Phase, int? Line)> skipped, List<FindingDraft> drafts, List<NotEvaluated> open)
    {
        BoundEdit edit = run.Edit;
        bool isMonitored = edit.MonitorFromDay is int from && asOf.DayNumber >= from;
        foreach ((TargetKey target, TargetState state, int position) in run.Run())
        {
            run.Watch?.Answered(state, position);
            int? line = target.Thing?.Facts is ServiceLine own ? own.Number : null;
            if (skipped.Contains((edit.Phase, null)) || (line is not null && skipped.Contains((edit.Phase, line))))
            {
                continue;
            }

            if (state.Answer == TargetAnswer.NotEvaluated)
            {
                ImmutableSortedSet<string> missing = state.Leading is { Fires: true } lacking ? lacking.Lacking : state.Missing;
                open.Add(NotEvaluated.Of(edit.Id, line, [.. missing]));
                continue;
            }

            drafts.Add(DraftOf(header, target, state, isMonitored));
            if (state.Answer == TargetAnswer.Active && !isMonitored)
            {
                skipped.UnionWith(edit.SkipPhases.Select(phase => (phase, line)));
            }
        }
    }

    private static FindingDraft DraftOf(EditHeader header, TargetKey target, TargetState state, bool isMonitored)
    {
        EvaluatedFinding tuple = state.Leading!; // A target that answers has a leading tuple.
        BoundAction action = tuple.Action;
        bool isBypassed = state.Answer == TargetAnswer.Bypassed;
        return new FindingDraft
        {
            Edit = header,
            Action = action.Action,
            State = isBypassed ? FindingState.Bypassed : isMonitored ? FindingState.Monitor : FindingState.Active,
            Level = LevelOf(target),
            Line = target.Thing?.Facts is ServiceLine line ? line.Number : null,
            Field = target.Thing?.Path.TrimEnd(' ', '.'),
            HistoryLine = target.Thing?.Facts is HistoryLine history ? new RelatedLine(history.ClaimId, history.Line.Number) : null,
            AllowedUnits = tuple.AllowedUnits,
            PayPercent = tuple.PayPercent,
            Replacement = tuple.Replacement,
            Added = tuple.Added,
            Reason = action.Reason,
            Queue = action.Queue,
            Overridable = tuple.Overridable,
            Message = tuple.Message,
            Bypass = isBypassed && state.Exception is BoundException exception
                ? new Bypass(exception.Because, exception.Owner, exception.UntilDay is int until ? DateOnly.FromDayNumber(until) : null)
                : null,
            Related = state.Related.ToImmutable(),
            RelatedOmitted = state.Related.Omitted,
            Rows = tuple.Rows,
        };
    }

    private static FindingLevel LevelOf(TargetKey target) => target.Thing?.Kind switch
    {
        ThingKinds.Line => FindingLevel.Line,
        ThingKinds.History => FindingLevel.History,
        ThingKinds.Diagnosis => FindingLevel.Diagnosis,
        ThingKinds.Procedure => FindingLevel.Procedure,
        ThingKinds.Suggestion => FindingLevel.Suggestion,
        _ => FindingLevel.Claim,
    };
}
