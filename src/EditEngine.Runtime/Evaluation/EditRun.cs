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
    private bool _hasTwoFounders;

    public EditRun()
    {
        Compiled = new CompiledRun(Frame, this);
    }

    /// <summary>What steps run on.</summary>
    public Frame Frame { get; } = new();

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
        else if (_targets.Count > 0)
        {
            _targets.Finish(this, drafts, open, skipped);
        }
    }

    /// <summary>Runs the compiled code of an edit.</summary>
    /// <returns>False where the executor must decide: nothing is found then.</returns>
    public bool TryCompiled(EditSteps edit, CompiledEntry code)
    {
        if (!Compiled.Fits(code.Work))
        {
            return false;
        }

        Frame.Begin(edit.Plan);
        return code.Code(Compiled, code.Numbers, code.Objects) == CompiledAnswer.Decided;
    }

    /// <summary>Leaves an edit not evaluated that reads history, where none was supplied and a host insists on it.</summary>
    public void LeaveForHistory(EditPlan plan, List<NotEvaluated> open, SkipTable skipped) =>
        AddNotEvaluated(plan, new NotEvaluated(plan.Header.Id, null, NotEvaluated.NoHistory), open, skipped);

    /// <summary>Lets go of the claim and of what was made of it.</summary>
    internal void Forget()
    {
        _targets.Forget();
        Compiled.Forget();
        Frame.Forget();
    }

    private void AddNotEvaluated(EditPlan plan, NotEvaluated edit, List<NotEvaluated> open, SkipTable skipped)
    {
        if (skipped.Contains(plan.Header.Phase, 0))
        {
            return;
        }

        Frame.Found.AddNotEvaluated();
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
            _targets.Join(this);
            return true;
        }
        catch (OverBudgetException)
        {
            return false;
        }
    }

    private void Begin(EditSteps edit)
    {
        Edit = edit;
        Frame.Begin(edit.Plan);
        _targets.Clear();
        _tuples = 0;
        _origin = TupleOrigin.None;
        _hasTwoFounders = false;
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
    public void Judge(int position, Truth condition)
    {
        CaseSteps one = Edit.Cases[position];
        condition = _hasTwoFounders ? condition.And(Truth.Unknown) : condition;
        Truth excepted = Truth.False;
        int first = -1;
        for (int i = 0; i < one.Exceptions.Length; i++)
        {
            // Past its expiry it is as if absent.
            if (one.Exceptions[i].Plan.UntilDay is int until && Frame.AsOfDay > until)
            {
                continue;
            }

            Truth holds = one.Exceptions[i].Condition.Run(Frame);
            first = first < 0 && holds == Truth.True ? i : first;
            excepted = excepted.Or(holds);
        }

        for (int action = 0; action < one.Actions.Length; action++)
        {
            JudgeAction(position, one, action, condition, excepted, first);
        }
    }

    /// <summary>Counts a tuple; added lines are told apart by its number.</summary>
    public void CountTuple()
    {
        _tuples++;
        _origin = _origin with { Number = _tuples };
        if (Frame.Groups.HasFounders)
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
                soFar = soFar.And(placed.Step.Run(Frame));
                if (soFar == Truth.False)
                {
                    return;
                }
            }
        }

        if (depth == Edit.Bindings.Length)
        {
            JudgeCases(soFar);
            return;
        }

        BindingSteps binding = Edit.Bindings[depth];
        if (binding.Source is not null)
        {
            SourceCursor cursor = default;
            while (cursor.Next(Frame, binding.Source))
            {
                SetBelongs(depth, cursor.Belongs, cursor.ListAlternative);
                Bind(depth + 1, soFar.And(cursor.Belongs));
            }

            return;
        }

        GroupSteps plan = binding.Group!; // A binding is of things or of groups.
        int first = Frame.Groups.Make(Frame, plan);
        int end = Frame.Groups.Count;
        for (int group = first; group < end; group++)
        {
            Frame.Count();
            Frame.Slots[binding.Slot] = new Slot(Store.Group, group, null);
            Truth condition = plan.Condition?.Run(Frame) ?? Truth.True;
            if (condition != Truth.False)
            {
                SetBelongs(depth, Truth.True, -1);
                Bind(depth + 1, soFar.And(condition));
            }
        }
    }

    private void JudgeCases(Truth soFar)
    {
        CountTuple();
        for (int i = 0; i < Edit.Cases.Length; i++)
        {
            Truth condition = Edit.Cases[i].Condition is Step<Truth> step ? soFar.And(step.Run(Frame)) : soFar;
            if (condition != Truth.False)
            {
                Judge(i, condition);
            }
        }
    }

    // Two founders at once: each of the second's groups is but one that could be.
    private void FindOrigin()
    {
        TupleOrigin origin = TupleOrigin.None;
        _hasTwoFounders = false;
        foreach (BindingSteps binding in Edit.Bindings)
        {
            Slot slot = Frame.Slots[binding.Slot];
            if (slot.Store == Store.Group && Frame.Groups.WorldOf(slot.Index) is { IsOneOfSeveral: true } world)
            {
                _hasTwoFounders = origin.Group >= 0;
                origin = origin.Group < 0 ? new TupleOrigin(world, slot.Index, 0) : origin;
            }
        }

        _origin = origin with { Number = _tuples };
    }

    private void JudgeAction(int position, CaseSteps one, int action, Truth condition, Truth excepted, int exception)
    {
        ActionSteps plan = one.Actions[action];
        switch (plan.Plan.Target)
        {
            case TargetPlan.Claim:
                Target(new TargetKey(0, Store.None, 0, action), default, Truth.True, default);
                break;
            case TargetPlan.Tuple:
                Target(new TargetKey(3, Store.None, _origin.Group < 0 ? _tuples : int.MinValue + _origin.World.Founder, action), default, Truth.True, default);
                break;
            case TargetPlan.Thing:
                Slot thing = plan.Thing!.Run(Frame); // A thing target has one.
                if (thing.Store is not (Store.None or Store.Missing))
                {
                    Target(TargetKey.Of(thing, action), thing, Truth.True, default);
                }

                break;
            default:
                SourceCursor cursor = default;
                while (cursor.Next(Frame, plan.Lines!)) // A target of lines has them.
                {
                    Slot line = Frame.Slots[plan.Lines!.Slot];
                    Target(TargetKey.Of(line, action), line, cursor.Belongs, new ListMember(plan.Lines, line, cursor.ListAlternative));
                }

                break;
        }

        void Target(TargetKey key, in Slot thing, Truth belongs, ListMember member)
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
internal readonly record struct ListMember(SourceSteps? Source, Slot Thing, int ListAlternative);

/// <summary>A target, ordered: the claim, lines by number, other things by position, tuples by their order.</summary>
/// <param name="Rank">0 the claim, 1 lines, 2 other things, 3 tuples.</param>
/// <param name="Store">Store of a thing.</param>
/// <param name="Order">Position in its order.</param>
/// <param name="Action">Which action of the case.</param>
internal readonly record struct TargetKey(int Rank, Store Store, int Order, int Action)
{
    public static TargetKey Of(in Slot thing, int action) =>
        thing.Store == Store.Claim ? new TargetKey(0, Store.None, 0, action)
        : new TargetKey(thing.Store == Store.Line ? 1 : 2, thing.Store, thing.Index, action);

    // Member by member: the framework's comparer of an enum takes memory until its caller is optimized.
    public bool Equals(TargetKey other) => Rank == other.Rank && Store == other.Store && Order == other.Order && Action == other.Action;

    public override int GetHashCode() => HashCode.Combine(Rank, (int)Store, Order, Action);

    public int CompareTo(in TargetKey other)
    {
        int order = Rank.CompareTo(other.Rank);
        order = order != 0 ? order : ((int)Store).CompareTo((int)other.Store);
        order = order != 0 ? order : Order.CompareTo(other.Order);
        return order != 0 ? order : Action.CompareTo(other.Action);
    }
}
