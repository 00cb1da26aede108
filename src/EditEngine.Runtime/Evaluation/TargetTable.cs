using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Fields;
using EditEngine.Outcomes;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>What the tuples of an edit come to, for each target and case; arrays are used again.</summary>
internal sealed partial class TargetTable
{
    // Few targets are looked through; many are found by their keys.
    private const int MostScanned = 16;

    // Targets take memory: those beyond so many count as so many steps each, so that a budget bounds memory too.
    private const int MostFree = 1_000;
    private const int StepsOfTarget = 100;

    // Likewise what tuples lack, which is told by texts.
    private const int StepsOfMissing = 10;

    private readonly Dictionary<(TargetKey Key, int Case, GroupHypothesis Hypothesis), int> _byKey = [];
    private readonly BoundThings _bound = new();
    private readonly Comparison<int> _inOrder;
    private Entry[] _entries = new Entry[8];
    private int[] _order = new int[8];
    private int _collected;

    public TargetTable()
    {
        _inOrder = (left, right) =>
        {
            int order = _entries[left].Key.CompareTo(_entries[right].Key);
            return order != 0 ? order : _entries[left].Case.CompareTo(_entries[right].Case);
        };
    }

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
        _collected = 0;
        _bound.Clear();
        if (_byKey.Count > 0)
        {
            _byKey.Clear();
        }
    }

    public void Add(
        EditRun run, in TargetKey key, in BoundThing thing, int position, int action, Truth fires, Truth excepted, int exception, Truth belongs, in ListMember member,
        in TupleOrigin origin)
    {
        if (fires == Truth.False && excepted != Truth.True)
        {
            return;
        }

        ref Entry entry = ref EntryOf(run, key, position, action, thing, origin);
        if (fires == Truth.True)
        {
            if (!entry.Fires)
            {
                entry.Fires = true;
                entry.Number = origin.Number;
                entry.Leading = run.IsRendering ? FindingValues.Capture(run, run.Edit.Cases[position], run.Edit.Cases[position].Actions[action], thing) : null;
                entry.IsComplete = entry.Leading?.IsComplete ?? FindingValues.IsCompleteNow(run, run.Edit.Cases[position].Actions[action]);
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
                run.Context.Count(++_collected > MostFree ? StepsOfMissing : 0);
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
                entry.Leading = FindingValues.Capture(run, run.Edit.Cases[position], run.Edit.Cases[position].Actions[action], thing);
                AddRelated(run, ref entry, thing);
            }
        }
    }

    /// <summary>Lets go of the claim's things.</summary>
    public void Forget()
    {
        Clear();
        if (_entries.Length > MostFree)
        {
            _entries = new Entry[8];
            _order = new int[8];
            _byKey.TrimExcess();
        }

        Array.Clear(_entries);
    }

    /// <summary>Merges what the targets come to in groups of which only one can be. Nothing after it counts steps.</summary>
    public void Merge(EditRun run)
    {
        if (run.Context.Groups.HasPartialKeys)
        {
            MergeHypotheses(run);
        }
    }

    /// <summary>Gives a finding for each target: the first case that answers.</summary>
    public void Finish(EditRun run, List<FindingDraft> drafts, List<NotEvaluated> open, SkipTable skipped)
    {
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
        CaseSteps taken = run.Edit.Cases[entry.Case];
        int line = entry.Thing.Facts is ServiceLine own ? own.Number : 0;
        if (skipped.Contains(plan.Header.Phase, line))
        {
            return;
        }

        bool isActive = entry.Fires && entry.IsComplete;
        if (!isActive && (entry.Fires || entry.IsUnknown))
        {
            run.Context.Findings.AddNotEvaluated();
            if (run.IsRendering)
            {
                ImmutableArray<string> missing = entry.Fires ? entry.Leading!.Lacking : entry.Missing?.ToImmutable() ?? []; // Rendering takes the leading tuple.
                open.Add(NotEvaluated.Of(plan.Header.Id, line == 0 ? null : line, missing));
            }

            return;
        }

        ActionSteps action = taken.Actions[entry.Action];
        FindingLevel level = LevelOf(entry.Thing);
        FindingState state = run.Context.AddFinding(plan, action.Plan.Action, isActive, level, line, skipped);
        if (run.IsRendering)
        {
            drafts.Add(entry.Leading!.ToDraft(plan, taken, action.Plan, state, level, entry.Thing, entry.Exception, entry.Related)); // Rendering takes the leading tuple.
        }
    }

    private static FindingLevel LevelOf(in BoundThing thing) => thing.Kind switch
    {
        ThingKind.Line => FindingLevel.Line,
        ThingKind.History => FindingLevel.History,
        ThingKind.Diagnosis => FindingLevel.Diagnosis,
        ThingKind.Procedure => FindingLevel.Procedure,
        ThingKind.Suggestion => FindingLevel.Suggestion,
        _ => FindingLevel.Claim,
    };

    private void AddRelated(EditRun run, ref Entry entry, in BoundThing target)
    {
        if (!run.IsRendering)
        {
            return;
        }

        entry.Related ??= new RelatedLines(run.Context);
        _bound.AddTo(entry.Related, run, target);
    }

    private ref Entry EntryOf(EditRun run, in TargetKey key, int position, int action, in BoundThing thing, in TupleOrigin origin)
    {
        int at = Find(key, position, origin.Hypothesis);
        if (at >= 0)
        {
            return ref _entries[at];
        }

        run.Context.Count(Count >= MostFree ? StepsOfTarget : 0);
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
            Array.Resize(ref _order, Count * 2);
        }

        _entries[Count] = new Entry { Key = key, Case = position, Action = action, Thing = thing, Exception = -1, Origin = origin };
        Count++;
        if (Count > MostScanned)
        {
            Register();
        }

        return ref _entries[Count - 1];
    }

    private int Find(in TargetKey key, int position, GroupHypothesis hypothesis)
    {
        if (Count > MostScanned)
        {
            return _byKey.TryGetValue((key, position, hypothesis), out int known) ? known : -1;
        }

        for (int i = 0; i < Count; i++)
        {
            if (_entries[i].Key == key && _entries[i].Case == position && _entries[i].Origin.Hypothesis == hypothesis)
            {
                return i;
            }
        }

        return -1;
    }

    private void Register()
    {
        for (int i = _byKey.Count; i < Count; i++)
        {
            _byKey.Add((_entries[i].Key, _entries[i].Case, _entries[i].Origin.Hypothesis), i);
        }
    }

    // By target, then case. Tuples come nearly always in that order.
    private void Sort()
    {
        bool isSorted = true;
        for (int i = 0; i < Count; i++)
        {
            _order[i] = i;
            isSorted &= i == 0 || _inOrder(i - 1, i) < 0;
        }

        if (!isSorted)
        {
            _order.AsSpan(0, Count).Sort(_inOrder);
        }
    }

    private struct Entry
    {
        public TargetKey Key;
        public int Case;
        public int Action;
        public BoundThing Thing;
        public bool Fires;
        public bool IsComplete;
        public bool IsUnknown;
        public bool IsExcepted;
        public int Exception;
        public TupleOrigin Origin;
        public int Number;
        public FindingValues? Leading;
        public MissingFields? Missing;
        public RelatedLines? Related;
    }
}
