using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Decides claims by walking the bound tree, literally and slowly: it is what the language means.</summary>
public sealed class Interpreter
{
    private readonly BoundPack _pack;
    private readonly ImmutableArray<(BoundEdit Edit, EditHeader Header)> _edits;
    private readonly Decider _decider;
    private readonly bool _historyActions;

    /// <summary>An interpreter of a pack without errors.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="packLabel">name@version#hash, as results show it.</param>
    /// <param name="historyActions">Whether actions on history are wanted.</param>
    public Interpreter(BoundPack pack, string packLabel, bool historyActions)
    {
        _pack = pack;
        _historyActions = historyActions;
        _decider = new Decider(packLabel, new ReasonMap(
            [.. pack.Reasons.Select(reason => new ReasonRow(reason.Name, reason.GroupCode, reason.Carc, reason.Rarc, reason.FromDay, reason.ThroughDay, reason.LineOfBusiness))]));
        _edits = [.. pack.Edits.Select(edit => (edit, HeaderOf(edit, pack)))];
    }

    /// <summary>Decides one claim. Safe from any thread; never throws on a claim's content.</summary>
    public Result Evaluate(Claim claim, DateOnly asOf)
    {
        (ImmutableArray<FindingDraft> drafts, ImmutableArray<NotEvaluated> open) = Find(claim, asOf);
        return _decider.Decide(claim, asOf, drafts, open, _historyActions);
    }

    /// <summary>What all edits find, by phase, edit and target, before anything is decided.</summary>
    public (ImmutableArray<FindingDraft> Drafts, ImmutableArray<NotEvaluated> NotEvaluated) Find(Claim claim, DateOnly asOf)
    {
        ClaimThings things = new(claim);
        List<FindingDraft> drafts = [];
        List<NotEvaluated> open = [];
        HashSet<(string Phase, int? Line)> skipped = [];
        for (int phase = 0; phase < _pack.Phases.Length; phase++)
        {
            // In a phase all edits read the same state: that of its start.
            FindingDraft[] decided = [.. drafts];
            foreach ((BoundEdit edit, EditHeader header) in _edits)
            {
                if (header.PhaseIndex == phase)
                {
                    RunEdit(edit, header, things, decided, asOf, skipped, drafts, open);
                }
            }
        }

        return ([.. drafts], [.. open]);
    }

    internal static EditHeader HeaderOf(BoundEdit edit, BoundPack pack) =>
        new(edit.Id, edit.PackVersion, edit.Phase, Math.Max(0, pack.Phases.IndexOf(edit.Phase)), edit.Precedence, edit.ScopeRank, edit.Cites);

    private static void RunEdit(
        BoundEdit edit, EditHeader header, ClaimThings things, FindingDraft[] decided, DateOnly asOf,
        HashSet<(string Phase, int? Line)> skipped, List<FindingDraft> drafts, List<NotEvaluated> open)
    {
        bool isMonitored = edit.MonitorFromDay is int from && asOf.DayNumber >= from;
        foreach ((TargetKey target, TargetState state, int _) in new EditRun(edit, things, decided, asOf.DayNumber).Run())
        {
            int? line = target.Thing?.Facts is ServiceLine own ? own.Number : null;
            if (skipped.Contains((edit.Phase, null)) || (line is not null && skipped.Contains((edit.Phase, line))))
            {
                continue;
            }

            if (state.Answer == TargetAnswer.NotEvaluated)
            {
                ImmutableSortedSet<string> missing = state.Leading is { Fires: true } lacking ? lacking.Lacking : state.Missing;
                open.Add(new NotEvaluated(edit.Id, line, [.. missing]));
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
        FiringTuple tuple = state.Leading!; // A target that answers has a leading tuple.
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
            Related = [.. state.Related],
            Rows = tuple.Rows,
        };
    }

    private static FindingLevel LevelOf(TargetKey target) => target.Thing?.Store switch
    {
        ThingKinds.Line => FindingLevel.Line,
        ThingKinds.History => FindingLevel.History,
        ThingKinds.Diagnosis => FindingLevel.Diagnosis,
        ThingKinds.Procedure => FindingLevel.Procedure,
        ThingKinds.Suggestion => FindingLevel.Suggestion,
        _ => FindingLevel.Claim,
    };
}
