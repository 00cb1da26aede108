using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Compiler.Symbols;
using EditEngine.Outcomes;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Lowering;

/// <summary>Turns a bound edit into a plan: definitions written out, conditions placed where all they name is known, cheap ones first.</summary>
internal sealed class EditLowering
{
    private readonly BoundEdit _edit;
    private readonly EditHeader _header;
    private readonly LoweringScope _scope;
    private readonly ExpressionLowering _expressions;
    private readonly ImmutableArray<SourceUse> _sources;

    public EditLowering(BoundEdit edit, EditHeader header, ImmutableArray<SourceUse> sources)
    {
        _edit = edit;
        _header = header;
        _scope = new LoweringScope(edit.SlotCount);
        _sources = sources;
        _expressions = new ExpressionLowering(_scope, SubjectDate, (edit, _sources));
    }

    public EditPlan Lower()
    {
        ImmutableArray<BindingPlan> bindings = [.. _edit.Bindings.Select(LowerBinding)];
        List<Placed> tuple = [.. TupleConditions(bindings)];
        CaseLowering cases = new(_expressions);
        ImmutableArray<CasePlan> lowered = [.. _edit.Cases.Select(one => cases.Of(one, isOnly: _edit.Cases.Length == 1))];
        if (_edit.Cases is [{ Condition: BoundExpression only }])
        {
            // With one case, what it asks is asked of the tuple as soon as it can be.
            tuple.AddRange(BoundTree.Conjuncts(only).Select(condition => Place(condition, bindings)));
        }

        bindings = [.. bindings.Select((binding, i) => PushDown(binding, i + 1, tuple))];
        return new EditPlan
        {
            Header = _header,
            Basis = _edit.Basis,
            SlotCount = _scope.SlotCount,
            MonitorFromDay = _edit.MonitorFromDay,
            SkipPhases = _edit.SkipPhases,
            Bindings = bindings,
            Tuple = [.. tuple.Where(one => !one.IsPushed).OrderBy(one => one.Depth).ThenBy(one => one.Cost).Select(one => new PlacedCondition(one.Condition, one.Depth))],
            Cases = lowered,
            IndexKey = IndexKeyFinder.Of(_edit, _sources),
            ReadsHistory = HistoryReading.IsOf(_edit),
        };
    }

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
            Source = binding.Source with { Alternatives = [.. binding.Source.Alternatives.Select(one => one with { Conditions = Ordered(one.Conditions, here) })] },
        };
    }

    // All must hold, so the cheap are asked first; of equal cost, those of the edit, which are more selective than those of its kinds.
    private ImmutableArray<Expression> Ordered(ImmutableArray<Expression> own, List<Placed> pushed) =>
        [.. pushed.Select(one => (one.Condition, one.Cost)).Concat(own.Select(one => (Condition: one, Cost: _expressions.Sources.CostOf(one)))).OrderBy(one => one.Cost).Select(one => one.Condition)];

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
            yield return Place(Effective, bindings);
        }
    }

    private Expression Effective()
    {
        List<Expression> ends = [];
        if (_edit.EffectiveFromDay != int.MinValue)
        {
            ends.Add(EndOf(">=", _edit.EffectiveFromDay));
        }

        if (_edit.EffectiveThroughDay != int.MaxValue)
        {
            ends.Add(EndOf("<=", _edit.EffectiveThroughDay));
        }

        return ends.Count == 1 ? ends[0] : new And([.. ends]);
    }

    private Operation EndOf(string relation, int day) => new(
        relation,
        ValueKind.Truth,
        [SubjectDate(), new ConstantValue(ValueKind.Day, DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]);

    private ThingDate SubjectDate() =>
        _edit.Basis == Basis.DateOfService && _scope.SlotOf(_edit.Subject) is int slot ? new ThingDate(_scope.Use(slot)) : new ThingDate(-1);

    private Placed Place(BoundExpression condition, ImmutableArray<BindingPlan> bindings) => Place(() => _expressions.Conditions.Of(condition), bindings);

    private Placed Place(Func<Expression> lower, ImmutableArray<BindingPlan> bindings)
    {
        int cost = 0;
        Expression condition = _scope.Watched(() => _scope.Measured(lower, out cost), out IReadOnlySet<int> used);
        int depth = 0;
        for (int i = 0; i < bindings.Length; i++)
        {
            depth = used.Contains(bindings[i].Slot) ? i + 1 : depth;
        }

        return new Placed(condition, depth, cost);
    }

    private BindingPlan LowerBinding(BoundBinding binding)
    {
        switch (binding)
        {
            case BoundGroupBinding group:
                SourcePlan members = _expressions.Sources.Of(group.Members);
                ImmutableArray<Expression> keys = [.. group.Keys.Select(key => _expressions.Sources.Key(key.Value))];
                int dateKey = group.Keys.ToList().FindIndex(key => key.Value.Type.Kind == TypeKind.Date);
                Expression? condition = group.Condition is null ? null : _expressions.Conditions.Of(group.Condition);
                return new BindingPlan(group.Variable.Slot, Group: new GroupPlan(members, keys, dateKey, condition) { NeedsClaimLine = GroupsWithLines.AreByCodeAndDay(_edit, group) });
            default:
                BoundThingBinding things = (BoundThingBinding)binding;
                SourcePlan source = _expressions.Sources.Of(things.Source);
                bool isOfGroup = things.Source.Alternatives is [{ List: BoundMembers { Group: BoundVariable } }];
                return new BindingPlan(
                    things.Variable.Slot,
                    isOfGroup ? source with { Alternatives = [source.Alternatives[0] with { List = SourceLowering.Own(source.Alternatives[0].List!) }] } : source); // It is one of a list.
        }
    }

    /// <summary>A condition, where it is asked and what it costs.</summary>
    private sealed record Placed(Expression Condition, int Depth, int Cost)
    {
        public bool IsPushed { get; set; }
    }
}
