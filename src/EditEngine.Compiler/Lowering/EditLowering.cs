using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Steps;
using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Compiler.Lowering;

/// <summary>Turns a bound edit into steps: definitions written out, conditions placed where all they name is known, cheap ones first.</summary>
internal sealed partial class EditLowering
{
    private readonly Dictionary<int, BoundExpression> _arguments = [];
    private readonly BoundEdit _edit;
    private readonly EditHeader _header;
    private List<IOpenChoice> _choices = [];
    private HashSet<int> _used = [];
    private readonly Dictionary<Step<Truth>, int> _costs = new(ReferenceEqualityComparer.Instance);
    private int _cost;
    private int _slotCount;
    private int _choiceCount;

    public EditLowering(BoundEdit edit, EditHeader header)
    {
        _edit = edit;
        _header = header;
        _slotCount = edit.SlotCount;
    }

    public EditPlan Lower()
    {
        ImmutableArray<BindingPlan> bindings = [.. _edit.Bindings.Select(LowerBinding)];
        List<Placed> tuple = [.. TupleConditions(bindings)];
        ImmutableArray<CasePlan> cases = [.. _edit.Cases.Select((one, i) => LowerCase(one, isOnly: _edit.Cases.Length == 1))];
        if (_edit.Cases is [{ Condition: BoundExpression only }])
        {
            // With one case, what it asks is asked of the tuple as soon as it can be.
            tuple.AddRange(BoundTree.Conjuncts(only).Select(condition => Place(condition, bindings)));
        }

        bindings = [.. bindings.Select((binding, i) => PushDown(binding, i + 1, tuple)).Select(binding => LimitedToLines(binding, bindings.Length, cases))];
        return new EditPlan
        {
            Header = _header,
            Basis = BasisOf(_edit.Basis),
            SlotCount = _slotCount,
            ChoiceCount = _choiceCount,
            MonitorFromDay = _edit.MonitorFromDay,
            SkipPhases = _edit.SkipPhases,
            Bindings = bindings,
            Tuple = [.. tuple.Where(one => !one.IsPushed).OrderBy(one => one.Depth).ThenBy(one => one.Cost).Select(one => new PlacedStep(one.Step, one.Depth))],
            Cases = cases,
            Trigger = new TriggerFinder(_edit).Find(),
            ReadsHistory = HistoryReading.IsOf(_edit),
        };
    }

    private static Basis BasisOf(DateBasis basis) => basis switch
    {
        DateBasis.Discharge => Basis.Discharge,
        DateBasis.Admission => Basis.Admission,
        DateBasis.Received => Basis.Received,
        DateBasis.Processed => Basis.Processed,
        DateBasis.From => Basis.From,
        DateBasis.Through => Basis.Through,
        _ => Basis.DateOfService,
    };

    /// <summary>Conditions that only a thing of this binding and those before it name become conditions of its source.</summary>
    private BindingPlan PushDown(BindingPlan binding, int depth, List<Placed> tuple)
    {
        if (binding.Source is null)
        {
            return binding;
        }

        List<Placed> here = [.. tuple.Where(one => one.Depth == depth)];
        here.ForEach(one => one.IsPushed = true);
        return binding with
        {
            Source = new SourcePlan(binding.Source.Slot, [.. binding.Source.Alternatives.Select(one => one with { Conditions = Ordered(one.Conditions, here) })]),
        };
    }

    /// <summary>Says of groups that only those with a line of the claim can come to anything.</summary>
    private static BindingPlan LimitedToLines(BindingPlan binding, int bindingCount, ImmutableArray<CasePlan> cases)
    {
        const int Lines = (1 << (int)Store.Line) | (1 << (int)Store.History);
        if (binding.Group is not GroupPlan plan
            || bindingCount > 1
            || plan.Members.Alternatives.Any(one => one.List is not null || (one.Stores & ~Lines) != 0)
            || cases.SelectMany(one => one.Actions).Any(action => action.Lines is not { Alternatives: [{ Stores: 1 << (int)Store.Line, List: AnsweredList members }] } || members.Group != binding.Slot))
        {
            return binding;
        }

        int slot = plan.Members.Slot;
        bool isByCode = plan.Keys.Any(key => key is GroupKeyStep<ulong> { Value: CodeFact { Fact: { IsLineProcedure: true } fact } } && fact.Slot == slot);
        bool isByDay = plan.Keys.Any(key => key is GroupKeyStep<int> { Value: DayFact { Fact: { IsLineDate: true } fact } } && fact.Slot == slot);
        bool isPlain = plan.Keys.All(key => key is GroupKeyStep<ulong> or GroupKeyStep<int> or GroupKeyStep<string?>);
        return binding with { Group = plan with { IsOfLines = isByCode && isByDay && isPlain } };
    }

    // All must hold, so the cheap are asked first; of equal cost, those of the edit, which are more selective than those of its kinds.
    private ImmutableArray<Step<Truth>> Ordered(ImmutableArray<Step<Truth>> own, List<Placed> pushed) =>
        [.. pushed.Select(one => (one.Step, one.Cost)).Concat(own.Select(step => (Step: step, Cost: _costs.GetValueOrDefault(step)))).OrderBy(one => one.Cost).Select(one => one.Step)];

    private IEnumerable<Placed> TupleConditions(ImmutableArray<BindingPlan> bindings)
    {
        if (_edit.Scope is not null)
        {
            yield return Place(_edit.Scope, bindings);
        }

        foreach (BoundExpression join in _edit.Joins)
        {
            foreach (BoundExpression condition in BoundTree.Conjuncts(join))
            {
                yield return Place(condition, bindings);
            }
        }

        if (_edit.EffectiveFromDay != int.MinValue || _edit.EffectiveThroughDay != int.MaxValue)
        {
            yield return Effective(bindings);
        }
    }

    private Placed Effective(ImmutableArray<BindingPlan> bindings)
    {
        return Placing(bindings, () =>
        {
            Step<int> date = SubjectDate();
            List<Step<Truth>> ends = [];
            if (_edit.EffectiveFromDay != int.MinValue)
            {
                ends.Add(new CompareStep<int>(Relation.GreaterOrEqual, date, new ConstantStep<int>(_edit.EffectiveFromDay)));
            }

            if (_edit.EffectiveThroughDay != int.MaxValue)
            {
                ends.Add(new CompareStep<int>(Relation.LessOrEqual, date, new ConstantStep<int>(_edit.EffectiveThroughDay)));
            }

            return ends.Count == 1 ? ends[0] : new AndStep([.. ends]);
        });
    }

    private DateOfStep SubjectDate() =>
        _edit.Basis == DateBasis.DateOfService && SlotOf(_edit.Subject) is int slot ? new DateOfStep(Use(slot)) : new DateOfStep(-1);

    private Placed Place(BoundExpression condition, ImmutableArray<BindingPlan> bindings) => Placing(bindings, () => Truth(condition));

    private Placed Placing(ImmutableArray<BindingPlan> bindings, Func<Step<Truth>> lower)
    {
        (HashSet<int> used, int cost) = (_used, _cost);
        _used = [];
        _cost = 0;
        Step<Truth> step = lower();
        int depth = 0;
        for (int i = 0; i < bindings.Length; i++)
        {
            depth = _used.Contains(bindings[i].Slot) ? i + 1 : depth;
        }

        Placed placed = new(step, depth, _cost);
        used.UnionWith(_used);
        (_used, _cost) = (used, cost + _cost);
        return placed;
    }

    private BindingPlan LowerBinding(BoundBinding binding)
    {
        switch (binding)
        {
            case BoundGroupBinding group:
                SourcePlan members = Source(group.Members);
                ImmutableArray<GroupKeyStep> keys = [.. group.Keys.Select(key => GroupKey(key.Value))];
                int dateKey = group.Keys.ToList().FindIndex(key => key.Value.Type.Kind == TypeKind.Date);
                Step<Truth>? condition = group.Condition is null ? null : Truth(group.Condition);
                return new BindingPlan(group.Variable.Slot, null, new GroupPlan(members, keys, dateKey, condition));
            default:
                BoundThingBinding things = (BoundThingBinding)binding;
                SourcePlan source = Source(things.Source);
                bool isOfGroup = things.Source.Alternatives is [{ List: BoundMembers { Group: BoundVariable } }];
                return new BindingPlan(things.Variable.Slot, isOfGroup ? source with { Alternatives = [source.Alternatives[0] with { List = Answered(source.Alternatives[0].List!) }] } : source, null);
        }
    }

    private CasePlan LowerCase(BoundCase one, bool isOnly) => new(
        one.Condition is null || isOnly ? null : Truth(one.Condition),
        [.. one.Rows.Select(Row)],
        [.. one.Exceptions.Select(exception => new ExceptionPlan(Truth(exception.Condition), exception.Because, exception.Owner, exception.UntilDay))],
        [.. one.Actions.Select(LowerAction)],
        one.Message is null ? null : new MessagePlan([.. one.Message.Parts.Select(part => new MessagePart(part.Text, part.Value is null ? null : Shown(part.Value)))]));

    private ActionPlan LowerAction(BoundAction action) => new()
    {
        Action = action.Action,
        Target = action.Target switch
        {
            TargetKind.Claim => TargetPlan.Claim,
            TargetKind.Thing => TargetPlan.Thing,
            TargetKind.EveryLine => TargetPlan.EveryLine,
            _ => TargetPlan.Tuple,
        },
        Thing = action.Target == TargetKind.Thing ? Single(() => Thing(action.Thing!)) : null, // A thing target has one.
        Lines = action.Target == TargetKind.EveryLine ? LinesOf(action.Thing!, linesOnly: true) : null, // A target of lines has them.
        Amount = action.Amount is null ? null : Single(() => Number(action.Amount)),
        AmountIsPercent = action.Amount?.Type.Kind == TypeKind.Percent,
        ReplaceWith = action.ReplaceWith is null ? null : Single(() => CodeOf(action.ReplaceWith)),
        Reason = action.Reason,
        Queue = action.Queue,
        Overridable = action.Overridable is null ? null : Truth(action.Overridable),
        AddedCode = action.Added is null ? null : Single(() => CodeOf(action.Added.Code)),
        AddedModifiers = action.Added?.Modifiers ?? [],
        AddedUnits = action.Added?.Units is null ? null : Single(() => Number(action.Added.Units)),
        AddedPay = action.Added?.Pay is null ? null : Single(() => Number(action.Added.Pay)),
        AddedSupports = action.Added?.Supports is null ? null : LinesOf(action.Added.Supports, linesOnly: false),
    };

    private SourcePlan LinesOf(BoundExpression target, bool linesOnly)
    {
        int slot = _slotCount++;
        int stores = linesOnly ? 1 << (int)Store.Line : -1;
        ListStep list = target.Type.Kind == TypeKind.ThingList ? List(target) : linesOnly ? Answered(GroupOrThing(target)) : GroupOrThing(target);
        return new SourcePlan(slot, [new AlternativePlan(stores, list, [])]);
    }

    private static ListStep Answered(ListStep list) => list is MemberList members ? new AnsweredList(members.Group) : list;

    private ListStep GroupOrThing(BoundExpression target)
    {
        return target.Type.Things == ThingKinds.Group && SlotOf(target) is int group ? new MemberList(Use(group)) : new OneThingList(Thing(target));
    }

    /// <summary>A condition, where it stands and what it costs.</summary>
    private sealed record Placed(Step<Truth> Step, int Depth, int Cost)
    {
        public bool IsPushed { get; set; }
    }
}
