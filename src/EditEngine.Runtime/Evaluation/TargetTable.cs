using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Evaluation;

/// <summary>What the tuples of an edit come to, for each target and case; arrays are used again.</summary>
internal sealed partial class TargetTable
{
    private Entry[] _entries = new Entry[8];
    private int[] _order = new int[8];

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
    }

    public void Add(
        EditRun run, in TargetKey key, in Slot thing, int position, int action, Truth fires, Truth excepted, int exception, Truth belongs, in ListMember member,
        in TupleOrigin origin)
    {
        if (fires == Truth.False && excepted != Truth.True)
        {
            return;
        }

        ref Entry entry = ref EntryOf(key, position, action, thing, origin);
        if (fires == Truth.True)
        {
            if (!entry.Fires)
            {
                entry.Fires = true;
                entry.Number = origin.Number;
                entry.Leading = run.IsRendering ? LeadingTuple.Take(run, run.Plan.Cases[position], run.Plan.Cases[position].Actions[action], thing) : null;
                entry.IsWhole = entry.Leading?.IsWhole ?? LeadingTuple.IsWholeNow(run, run.Plan.Cases[position].Actions[action]);
                entry.Related = null;
            }

            AddRelated(run, ref entry, thing);
            return;
        }

        if (fires == Truth.Unknown)
        {
            entry.IsUnknown = true;
            if (run.IsRendering)
            {
                entry.Missing ??= new MissingFields();
                run.CollectTuple(position, belongs, member, entry.Missing);
            }
        }

        if (excepted == Truth.True && !entry.IsExcepted)
        {
            entry.IsExcepted = true;
            entry.Exception = exception;
            if (!entry.Fires && run.IsRendering)
            {
                entry.Leading = LeadingTuple.Take(run, run.Plan.Cases[position], run.Plan.Cases[position].Actions[action], thing);
                AddRelated(run, ref entry, thing);
            }
        }
    }

    /// <summary>Gives a finding for each target: the first case that answers.</summary>
    public void Finish(EditRun run, List<FindingDraft> drafts, List<NotEvaluated> open, SkipTable skipped)
    {
        if (run.Frame.Groups.HasFounders)
        {
            JoinFounders(run);
        }

        Sort();
        for (int i = 0; i < Count; i++)
        {
            ref Entry entry = ref _entries[_order[i]];
            if (i > 0 && entry.Key == _entries[_order[i - 1]].Key)
            {
                continue;
            }

            Answer(run, entry, drafts, open, skipped);
        }
    }

    private static void Answer(EditRun run, in Entry entry, List<FindingDraft> drafts, List<NotEvaluated> open, SkipTable skipped)
    {
        EditPlan plan = run.Plan;
        int line = entry.Thing.Facts is ServiceLine own ? own.Number : 0;
        if (skipped.Contains(plan.Header.Phase, line))
        {
            return;
        }

        bool isActive = entry.Fires && entry.IsWhole;
        if (!isActive && (entry.Fires || entry.IsUnknown))
        {
            run.Frame.Found.AddNotEvaluated();
            if (run.IsRendering)
            {
                ImmutableArray<string> missing = entry.Fires ? entry.Leading!.Lacking : entry.Missing?.ToImmutable() ?? []; // Rendering takes the leading tuple.
                open.Add(new NotEvaluated(plan.Header.Id, line == 0 ? null : line, missing));
            }

            return;
        }

        ActionPlan action = plan.Cases[entry.Case].Actions[entry.Action];
        bool isMonitored = plan.MonitorFromDay is int from && run.Frame.AsOfDay >= from;
        FindingState state = !isActive ? FindingState.Bypassed : isMonitored ? FindingState.Monitor : FindingState.Active;
        FindingLevel level = LevelOf(entry.Thing);
        run.Frame.Found.Add(new Found(plan, action.Action, state, level, line));
        if (run.IsRendering)
        {
            drafts.Add(entry.Leading!.ToDraft(plan, plan.Cases[entry.Case], action, state, level, entry.Thing, entry.Exception, entry.Related)); // Rendering takes the leading tuple.
        }

        if (state == FindingState.Active && !plan.SkipPhases.IsEmpty)
        {
            skipped.Add(plan.SkipPhases, line);
        }
    }

    private static FindingLevel LevelOf(in Slot thing) => thing.Store switch
    {
        Store.Line => FindingLevel.Line,
        Store.History => FindingLevel.History,
        Store.Diagnosis => FindingLevel.Diagnosis,
        Store.Procedure => FindingLevel.Procedure,
        Store.Suggestion => FindingLevel.Suggestion,
        _ => FindingLevel.Claim,
    };

    private static void AddRelated(EditRun run, ref Entry entry, in Slot target)
    {
        if (!run.IsRendering)
        {
            return;
        }

        entry.Related ??= [];
        foreach (BindingPlan binding in run.Plan.Bindings)
        {
            Slot slot = run.Frame.Slots[binding.Slot];
            if (slot.Store != Store.Group)
            {
                AddRelated(entry.Related, slot, target);
                continue;
            }

            (int first, int end) = run.Frame.Groups.RangeOf(slot.Index);
            for (int i = first; i < end; i++)
            {
                run.Frame.Groups.MemberAt(slot.Index, i, out Slot member, out Truth belongs);
                if (belongs == Truth.True)
                {
                    AddRelated(entry.Related, member, target);
                }
            }
        }
    }

    private static void AddRelated(List<RelatedLine> related, in Slot thing, in Slot target)
    {
        if (thing.IsSame(target))
        {
            return;
        }

        RelatedLine? line = thing.Facts switch
        {
            ServiceLine own => new RelatedLine(null, own.Number),
            HistoryLine history => new RelatedLine(history.ClaimId, history.Line.Number),
            _ => null,
        };
        if (line is not null && !related.Contains(line))
        {
            related.Add(line);
        }
    }

    private ref Entry EntryOf(in TargetKey key, int position, int action, in Slot thing, in TupleOrigin origin)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_entries[i].Key == key && _entries[i].Case == position && _entries[i].Origin.World == origin.World)
            {
                return ref _entries[i];
            }
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
            Array.Resize(ref _order, Count * 2);
        }

        _entries[Count] = new Entry { Key = key, Case = position, Action = action, Thing = thing, Exception = -1, Origin = origin };
        return ref _entries[Count++];
    }

    // By target, then case; few entries, so insertion does.
    private void Sort()
    {
        for (int i = 0; i < Count; i++)
        {
            int at = i;
            while (at > 0 && IsBefore(_entries[i], _entries[_order[at - 1]]))
            {
                _order[at] = _order[at - 1];
                at--;
            }

            _order[at] = i;
        }

        static bool IsBefore(in Entry left, in Entry right)
        {
            int order = left.Key.CompareTo(right.Key);
            return order != 0 ? order < 0 : left.Case < right.Case;
        }
    }

    private struct Entry
    {
        public TargetKey Key;
        public int Case;
        public int Action;
        public Slot Thing;
        public bool Fires;
        public bool IsWhole;
        public bool IsUnknown;
        public bool IsExcepted;
        public int Exception;
        public TupleOrigin Origin;
        public int Number;
        public LeadingTuple? Leading;
        public MissingFields? Missing;
        public List<RelatedLine>? Related;
    }
}
