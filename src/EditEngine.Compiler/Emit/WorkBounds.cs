using EditEngine.Evaluation;
using EditEngine.Evaluation.Compiled;
using EditEngine.Operators;
using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>The bound of the steps that the executor takes for an edit, where its compiled code decides.</summary>
/// <remarks>
/// Code decides where all keys of groups are known, and then a thing is a member of one group. Of groups that are gathered first, before anything could leave some out, that is told: what is asked of the members of each
/// is asked of all members, and not of all for each group. In other places members could belong to any group.
/// </remarks>
internal sealed class WorkBounds
{
    private const int Line = 1 << (int)ThingKind.Line;
    private const int History = 1 << (int)ThingKind.History;

    // A target that is one of many costs so much, once.
    private const int Target = 100;

    private static readonly WorkBound EveryLine = WorkBound.One.Plus(WorkBound.Lines).Times(Target);
    private static readonly WorkBound EveryThing = EveryLine.Plus(WorkBound.History.Plus(WorkBound.Others).Times(Target));

    private readonly EditPlan _plan;

    private WorkBounds(EditPlan plan) => _plan = plan;

    /// <summary>The bound of an edit.</summary>
    public static WorkBound Of(EditPlan plan) => new WorkBounds(plan).Bound();

    private WorkBound Bound()
    {
        EditPlan plan = _plan;
        // However many tuples name a line, it is one target; but a tuple is one of its own, and what a group may be makes more of them.
        bool hasGroups = plan.Bindings.Any(binding => binding.Group is not null);
        WorkBound bound = WorkBound.One;
        WorkBound targets = WorkBound.None;
        foreach (CasePlan one in plan.Cases)
        {
            bound = bound.Plus(Of(one.Condition));
            bound = one.Exceptions.Aggregate(bound, (sum, exception) => sum.Plus(Of(exception.Condition)));
            foreach (ActionPlan action in one.Actions)
            {
                bool isCountedOnce = !hasGroups && action.Target != TargetPlan.Tuple;
                WorkBound own = isCountedOnce ? WorkBound.One : WorkBound.One.Times(Target);
                targets = isCountedOnce ? targets.Plus(TargetsOf(action)) : targets;
                bound = bound.Plus(Of(action.Amount)).Plus(Of(action.ReplaceWith)).Plus(Of(action.Overridable)).Plus(Of(action.Thing)).Plus(own);
                bound = action.Lines is null ? bound : bound.Plus(Each(action.Lines, own));
            }
        }

        for (int depth = plan.Bindings.Length; depth >= 0; depth--)
        {
            bound = plan.Tuple.Where(one => one.Depth == depth).Aggregate(bound, (sum, one) => sum.Plus(Of(one.Condition)));
            bound = depth == 0 ? bound : Binding(plan.Bindings[depth - 1], bound);
        }

        return bound.Plus(targets);
    }

    // Most edits act on lines, and count no other things.
    private WorkBound TargetsOf(ActionPlan action) => action switch
    {
        { Target: TargetPlan.Claim } => EveryLine,
        { Target: TargetPlan.Thing, Thing: SlotThing thing } when _plan.Bindings.FirstOrDefault(one => one.Slot == thing.Slot)?.Source is { } source && IsOfLines(source) => EveryLine,
        _ => EveryThing,
    };

    private static bool IsOfLines(SourcePlan source) => source.Alternatives.All(one => one.List is null && one.Kinds == Line);

    private WorkBound Binding(BindingPlan binding, WorkBound body)
    {
        if (binding.Source is not null)
        {
            return Each(binding.Source, body);
        }

        // Who may lead is compared with all members, and then finds its own among them.
        GroupPlan group = binding.Group!; // A binding is of things or of groups.
        WorkBound members = Each(group.Members, WorkBound.One);
        WorkBound leaders = group.NeedsClaimLine ? WorkBound.Lines : members;
        WorkBound keys = group.Keys.Aggregate(WorkBound.One, (sum, key) => sum.Plus(Of(key)));
        WorkBound each = body.Plus(Of(group.Condition)).Plus(WorkBound.One);
        return Each(group.Members, keys).Plus(members.Times(leaders.Plus(WorkBound.Lines)).Times(2))
            .Plus(IsGathered(binding.Slot) ? each.ForGroups(leaders, ThingsOf(group.Members)) : leaders.Times(each));
    }

    // Nothing stands before it, and no thing is left out because of its code, whose other keys nobody would ask.
    private bool IsGathered(int slot) => _plan.Bindings[0].Slot == slot && (_plan.IndexKey.Slot != slot || EditIndex.CodesOf(_plan.IndexKey) is null);

    // The members of a group.
    private WorkBound MembersOf(int slot) =>
        IsGathered(slot) ? WorkBound.Members : ThingsOf(_plan.Bindings.First(one => one.Slot == slot).Group!.Members); // A slot of groups.

    // How many things a source has at most.
    private WorkBound ThingsOf(SourcePlan source) =>
        Each(source with { Alternatives = [.. source.Alternatives.Select(one => one with { Conditions = [] })] }, WorkBound.One);

    private WorkBound Each(SourcePlan source, WorkBound body)
    {
        WorkBound history = source.Access is HistoryOnDay ? WorkBound.Day : WorkBound.History;
        WorkBound bound = WorkBound.One;
        foreach (AlternativePlan one in source.Alternatives)
        {
            WorkBound each = one.Conditions.Aggregate(body, (sum, condition) => sum.Plus(Of(condition))).Plus(WorkBound.One);
            WorkBound things = one.List switch
            {
                RowsOf rows => WorkBound.One.Times(rows.Table.RowCount).Plus(Of(rows.On)).Plus(Of(rows.FirstKey)),
                OnlyThing thing => WorkBound.One.Plus(Of(thing.Thing)),
                LastRun run => Each(run.Source, WorkBound.One.Plus(Of(run.By)).Plus(Of(run.Broken))).Times(2),
                MembersOf members => MembersOf(members.Group),
                OwnMembersOf members => MembersOf(members.Group),
                EvidenceOf or CertificatesOf or SpansOf => WorkBound.Others,
                _ => ((one.Kinds & Line) != 0 ? WorkBound.Lines : WorkBound.None).Plus((one.Kinds & History) != 0 ? history : WorkBound.None)
                    .Plus((one.Kinds & ~(Line | History)) != 0 ? WorkBound.Others : WorkBound.None),
            };
            bound = bound.Plus(things.Times(each));
        }

        return source.Access switch
        {
            HistoryOnDay on => bound.Plus(Of(on.Day)),
            HistoryBetween between => between.From.Concat(between.To).SelectMany(one => one.OneOf).Aggregate(bound, (sum, day) => sum.Plus(Of(day))),
            _ => bound,
        };
    }

    private static double PathsOf(Expression expression)
    {
        double own = expression switch { Choice choice => choice.Branches.Length + 1, DatedValue dated => dated.Values.Length, _ => 1 };
        return PlanChildren.Of(expression).Aggregate(own, (paths, child) => paths * PathsOf(child));
    }

    private WorkBound Of(Expression? expression)
    {
        if (expression is null)
        {
            return WorkBound.None;
        }

        WorkBound parts = PlanChildren.Of(expression).Aggregate(WorkBound.None, (sum, child) => sum.Plus(Of(child)));
        return expression switch
        {
            // Tried once more for each path through open choices.
            AllBranchesAgree or UniqueValue or IsPresent => parts.Plus(WorkBound.One).Times(PathsOf(expression) + 1),
            HasCodes { List: FieldValue { Field: { Codes: not null, Part: null } field } } when (field.Kinds & ~(Line | History)) == 0 => parts.Plus(WorkBound.Codes.Times(WorkBound.Codes)),
            HasCodes => parts.Plus(WorkBound.Others.Times(WorkBound.Others)),
            ClaimCodes or IsOnClaim => parts.Plus(WorkBound.Lines),
            Operation operation when OperatorTable.Find(operation.Operator, operation.Type) is ListOperator => parts.Plus(WorkBound.Others.Plus(WorkBound.Lines).Times(WorkBound.Others.Plus(WorkBound.Lines))),
            Quantified quantified => Each(quantified.Source, Of(quantified.Body)),
            SumOf sum => Each(sum.Source, Of(sum.Value)),
            ExtremeOf extreme => Each(extreme.Source, Of(extreme.Value)),
            CountOf count => Each(count.Source, WorkBound.None),
            FirstThing first => Each(first.Source, parts.Times(2)).Times(3),
            ListIsPresent { List: LastRun run } => Each(run.Source, Of(run.By).Plus(Of(run.Broken))).Times(2),
            _ => parts,
        };
    }
}
