using EditEngine.Evaluation.Compiled;
using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Outcomes;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>Runs edits over a claim, one after the other: tuples, cases, targets. One a thread, used again.</summary>
internal sealed partial class EditRun
{
    private readonly TargetTable _targets = new();
    private Truth[] _belongs = new Truth[8];
    private int[] _alternatives = new int[8];
    private int _tuples;
    private TupleOrigin _origin;
    private bool _hasTwoPartialKeys;

    public EditRun()
    {
        Compiled = new CompiledRun(Context, this);
    }

    /// <summary>What steps run on.</summary>
    public EvaluationContext Context { get; } = new();

    /// <summary>What compiled code runs on.</summary>
    public CompiledRun Compiled { get; }

    /// <summary>The edit that runs.</summary>
    public EditSteps Edit { get; private set; } = null!; // Set before anything runs.

    /// <summary>The plan of the edit that runs.</summary>
    public EditPlan Plan => Edit.Plan;

    /// <summary>Drafts and missing fields are wanted, not only what was found.</summary>
    public bool IsRendering { get; set; }

    /// <summary>Runs an edit.</summary>
    public void Run(EditSteps edit, List<FindingDraft> drafts, List<NotEvaluated> open, SkipTable skipped)
    {
        if (!TryRun(edit))
        {
            _targets.Clear();
            AddNotEvaluated(edit.Plan, new NotEvaluated(edit.Plan.Header.Id, null, []) { Because = NotEvaluatedCause.OverBudget }, open, skipped);
        }
        else
        {
            Finish(drafts, open, skipped);
        }
    }

    /// <summary>Takes the things in the slots, which meet all conditions of a case.</summary>
    public void Take(int position, int exception)
    {
        CaseSteps one = Edit.Cases[position];
        for (int action = 0; action < one.Actions.Length; action++)
        {
            EvaluateAction(position, one, action, Truth.True, Truth.Of(exception >= 0), exception);
        }
    }

    /// <summary>Makes the groups of a binding, for the things in the slots of those before it.</summary>
    /// <returns>The first of them, and the one after the last.</returns>
    public (int First, int End) MakeGroups(int binding)
    {
        int first = Context.Groups.Make(Context, Edit.Bindings[binding].Group!); // Asked of bindings of groups.
        return (first, Context.Groups.Count);
    }

    /// <summary>Leaves an edit not evaluated that reads history, where none was supplied and a host insists on it.</summary>
    public void LeaveForHistory(EditPlan plan, List<NotEvaluated> open, SkipTable skipped) =>
        AddNotEvaluated(plan, new NotEvaluated(plan.Header.Id, null, NotEvaluated.NoHistory), open, skipped);

    /// <summary>Lets go of the claim and of what was made of it.</summary>
    internal void Forget()
    {
        _targets.Forget();
        Compiled.Forget();
        Context.Forget();
    }

    private void AddNotEvaluated(EditPlan plan, NotEvaluated edit, List<NotEvaluated> open, SkipTable skipped)
    {
        if (skipped.Contains(plan.Header.Phase, 0))
        {
            return;
        }

        Context.Findings.AddNotEvaluated();
        if (IsRendering)
        {
            open.Add(edit);
        }
    }

    private bool TryRun(EditSteps edit)
    {
        try
        {
            Begin(edit);
            Bind(0, Truth.True);
            _targets.Merge(this);
            return true;
        }
        catch (OverBudgetException)
        {
            return false;
        }
    }

    /// <summary>Gives a finding for each target that was taken.</summary>
    public void Finish(List<FindingDraft> drafts, List<NotEvaluated> open, SkipTable skipped)
    {
        if (_targets.Count > 0)
        {
            _targets.Finish(this, drafts, open, skipped);
        }
    }

    /// <summary>Begins with an edit.</summary>
    public void Begin(EditSteps edit)
    {
        Edit = edit;
        Context.Begin(edit.Plan);
        _targets.Clear();
        _tuples = 0;
        _origin = TupleOrigin.None;
        _hasTwoPartialKeys = false;
        if (_belongs.Length < edit.Bindings.Length)
        {
            _belongs = new Truth[edit.Bindings.Length];
            _alternatives = new int[edit.Bindings.Length];
        }
    }

    /// <summary>Says whether the thing of a binding belongs.</summary>
    public void SetBelongs(int binding, Truth belongs, int listAlternative)
    {
        _belongs[binding] = belongs;
        _alternatives[binding] = listAlternative;
    }

    /// <summary>Takes the tuple in the slots, for a case whose condition, with all of the tuple's, is true or unknown.</summary>
    public void EvaluateCase(int position, Truth condition)
    {
        CaseSteps one = Edit.Cases[position];
        condition = _hasTwoPartialKeys ? condition.And(Truth.Unknown) : condition;
        Truth excepted = Truth.False;
        int first = -1;
        for (int i = 0; i < one.Exceptions.Length; i++)
        {
            // Past its expiry it is as if absent.
            if (one.Exceptions[i].Plan.UntilDay is int until && Context.AsOfDay > until)
            {
                continue;
            }

            Truth holds = one.Exceptions[i].Condition.Run(Context);
            first = first < 0 && holds == Truth.True ? i : first;
            excepted = excepted.Or(holds);
        }

        for (int action = 0; action < one.Actions.Length; action++)
        {
            EvaluateAction(position, one, action, condition, excepted, first);
        }
    }

    /// <summary>Counts a tuple; added lines are told apart by its number.</summary>
    public void CountTuple()
    {
        _tuples++;
        _origin = _origin with { Number = _tuples };
        if (Context.Groups.HasPartialKeys)
        {
            FindOrigin();
        }
    }

    private void Bind(int depth, Truth soFar)
    {
        foreach (PlacedStep placed in Edit.Tuple)
        {
            if (placed.Depth == depth)
            {
                soFar = soFar.And(placed.Step.Run(Context));
                if (soFar == Truth.False)
                {
                    return;
                }
            }
        }

        if (depth == Edit.Bindings.Length)
        {
            EvaluateCases(soFar);
            return;
        }

        BindingSteps binding = Edit.Bindings[depth];
        if (binding.Source is not null)
        {
            SourceCursor cursor = default;
            while (cursor.Next(Context, binding.Source))
            {
                SetBelongs(depth, cursor.Belongs, cursor.ListAlternative);
                Bind(depth + 1, soFar.And(cursor.Belongs));
            }

            return;
        }

        GroupSteps plan = binding.Group!; // A binding is of things or of groups.
        int first = Context.Groups.Make(Context, plan);
        int end = Context.Groups.Count;
        for (int group = first; group < end; group++)
        {
            Context.Count();
            Context.Slots[binding.Slot] = new BoundThing(ThingKind.Group, group, null);
            Truth condition = plan.Condition?.Run(Context) ?? Truth.True;
            if (condition != Truth.False)
            {
                SetBelongs(depth, Truth.True, -1);
                Bind(depth + 1, soFar.And(condition));
            }
        }
    }

    private void EvaluateCases(Truth soFar)
    {
        CountTuple();
        for (int i = 0; i < Edit.Cases.Length; i++)
        {
            Truth condition = Edit.Cases[i].Condition is Step<Truth> step ? soFar.And(step.Run(Context)) : soFar;
            if (condition != Truth.False)
            {
                EvaluateCase(i, condition);
            }
        }
    }

    // Two members with partial keys at once: each of the second's groups is but one that could be.
    private void FindOrigin()
    {
        TupleOrigin origin = TupleOrigin.None;
        _hasTwoPartialKeys = false;
        foreach (BindingSteps binding in Edit.Bindings)
        {
            BoundThing bound = Context.Slots[binding.Slot];
            if (bound.Kind == ThingKind.Group && Context.Groups.HypothesisOf(bound.Index) is { IsOneOfSeveral: true } hypothesis)
            {
                _hasTwoPartialKeys = origin.Group >= 0;
                origin = origin.Group < 0 ? new TupleOrigin(hypothesis, bound.Index, 0) : origin;
            }
        }

        _origin = origin with { Number = _tuples };
    }

    private void EvaluateAction(int position, CaseSteps one, int action, Truth condition, Truth excepted, int exception)
    {
        ActionSteps plan = one.Actions[action];
        switch (plan.Plan.Target)
        {
            case TargetPlan.Claim:
                Target(new TargetKey(0, ThingKind.None, 0, action), default, Truth.True, default);
                break;
            case TargetPlan.Tuple:
                Target(new TargetKey(3, ThingKind.None, _origin.Group < 0 ? _tuples : int.MinValue + _origin.Hypothesis.Member, action), default, Truth.True, default);
                break;
            case TargetPlan.Thing:
                BoundThing thing = plan.Thing!.Run(Context); // A thing target has one.
                if (thing.Kind is not (ThingKind.None or ThingKind.Missing))
                {
                    Target(TargetKey.Of(thing, action), thing, Truth.True, default);
                }

                break;
            default:
                SourceCursor cursor = default;
                while (cursor.Next(Context, plan.Lines!)) // A target of lines has them.
                {
                    BoundThing line = Context.Slots[plan.Lines!.Slot];
                    Target(TargetKey.Of(line, action), line, cursor.Belongs, new ListMember(plan.Lines, line, cursor.ListAlternative));
                }

                break;
        }

        void Target(TargetKey key, in BoundThing thing, Truth belongs, ListMember member)
        {
            Truth whole = condition.And(belongs);
            Truth fires = whole.And(excepted.Not());
            Truth isExcepted = whole.And(excepted);
            _targets.Add(this, key, thing, position, action, fires, isExcepted, exception, belongs, member, _origin);
        }
    }
}

/// <summary>A line of a target that names several.</summary>
/// <param name="Source">Where it came from; null for other targets.</param>
/// <param name="Thing">The line.</param>
/// <param name="ListAlternative">As the cursor said.</param>
internal readonly record struct ListMember(SourceSteps? Source, BoundThing Thing, int ListAlternative);

/// <summary>A target, ordered: the claim, lines by number, other things by position, tuples by their order.</summary>
/// <param name="Rank">0 the claim, 1 lines, 2 other things, 3 tuples.</param>
/// <param name="Kind">Kind of a thing.</param>
/// <param name="Order">Position in its order.</param>
/// <param name="Action">Which action of the case.</param>
internal readonly record struct TargetKey(int Rank, ThingKind Kind, int Order, int Action)
{
    public static TargetKey Of(in BoundThing thing, int action) =>
        thing.Kind == ThingKind.Claim ? new TargetKey(0, ThingKind.None, 0, action)
        : new TargetKey(thing.Kind == ThingKind.Line ? 1 : 2, thing.Kind, thing.Index, action);

    // Member by member: the framework's comparer of an enum takes memory until its caller is optimized.
    public bool Equals(TargetKey other) => Rank == other.Rank && Kind == other.Kind && Order == other.Order && Action == other.Action;

    public override int GetHashCode() => HashCode.Combine(Rank, (int)Kind, Order, Action);

    public int CompareTo(in TargetKey other)
    {
        int order = Rank.CompareTo(other.Rank);
        order = order != 0 ? order : ((int)Kind).CompareTo((int)other.Kind);
        order = order != 0 ? order : Order.CompareTo(other.Order);
        return order != 0 ? order : Action.CompareTo(other.Action);
    }
}
