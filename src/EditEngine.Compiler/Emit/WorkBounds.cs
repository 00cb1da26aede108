using EditEngine.Evaluation.Compiled;
using EditEngine.Operators;
using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine.Compiler.Emit;

/// <summary>Bounds of the steps that the executor takes for an edit.</summary>
internal static class WorkBounds
{
    /// <summary>The bound of an edit.</summary>
    public static WorkBound Of(EditPlan plan)
    {
        WorkBound bound = WorkBound.One;
        foreach (CasePlan one in plan.Cases)
        {
            bound = bound.Plus(Of(one.Condition));
            bound = one.Exceptions.Aggregate(bound, (sum, exception) => sum.Plus(Of(exception.Condition)));
            foreach (ActionPlan action in one.Actions)
            {
                // A target that is one of many costs a hundred steps.
                bound = bound.Plus(Of(action.Amount)).Plus(Of(action.ReplaceWith)).Plus(Of(action.Overridable)).Plus(Of(action.Thing)).Plus(new WorkBound(100, 0));
                bound = action.Lines is null ? bound : bound.Plus(Each(action.Lines, new WorkBound(100, 0)));
            }
        }

        for (int depth = plan.Bindings.Length; depth >= 0; depth--)
        {
            bound = plan.Tuple.Where(one => one.Depth == depth).Aggregate(bound, (sum, one) => sum.Plus(Of(one.Condition)));
            bound = depth == 0 ? bound : Binding(plan.Bindings[depth - 1], bound);
        }

        return bound;
    }

    private static WorkBound Binding(BindingPlan binding, WorkBound body)
    {
        if (binding.Source is not null)
        {
            return Each(binding.Source, body);
        }

        // Members are compared in pairs; groups are at most as many as members.
        GroupPlan group = binding.Group!; // A binding is of things or of groups.
        WorkBound members = Each(group.Members, group.Keys.Aggregate(WorkBound.One, (sum, key) => sum.Plus(Of(key))).ForEach());
        return members.Plus(members).Plus(body.Plus(Of(group.Condition)).ForEach());
    }

    private static WorkBound Each(SourcePlan source, WorkBound body)
    {
        WorkBound bound = WorkBound.One;
        foreach (AlternativePlan one in source.Alternatives)
        {
            WorkBound each = one.Conditions.Aggregate(body, (sum, condition) => sum.Plus(Of(condition)));
            bound = bound.Plus(one.List switch
            {
                RowsOf rows => each.Plus(WorkBound.One).Times(rows.Table.RowCount).Plus(Of(rows.On)).Plus(Of(rows.FirstKey)),
                OnlyThing thing => each.Plus(Of(thing.Thing)).Plus(WorkBound.One),
                LastRun run => Each(run.Source, each.Plus(Of(run.By)).Plus(Of(run.Broken)).ForEach()),
                _ => each.ForEach(),
            });
        }

        return source.Access switch
        {
            HistoryOnDay on => bound.Plus(Of(on.Day)),
            HistoryBetween between => between.From.Concat(between.To).SelectMany(one => one.OneOf).Aggregate(bound, (sum, day) => sum.Plus(Of(day))),
            _ => bound,
        };
    }

    private static long PathsOf(Expression expression)
    {
        long own = expression switch { Choice choice => choice.Branches.Length + 1, DatedValue dated => dated.Values.Length, _ => 1 };
        return PlanChildren.Of(expression).Aggregate(own, (paths, child) => Math.Min(paths, 1L << 30) * Math.Min(PathsOf(child), 1L << 30));
    }

    private static WorkBound Of(Expression? expression)
    {
        if (expression is null)
        {
            return new WorkBound(0, 0);
        }

        WorkBound parts = PlanChildren.Of(expression).Aggregate(new WorkBound(0, 0), (sum, child) => sum.Plus(Of(child)));
        return expression switch
        {
            // Tried once more for each path through open choices.
            AllBranchesAgree or UniqueValue or IsPresent => parts.Plus(new WorkBound(1, 0)).Times(PathsOf(expression) + 1),
            HasCodes => parts.Plus(WorkBound.One.ForEach().ForEach()),
            ClaimCodes or IsOnClaim => parts.Plus(WorkBound.One.ForEach()),
            Operation operation when OperatorTable.Find(operation.Operator, operation.Type) is ListOperator => parts.Plus(WorkBound.One.ForEach().ForEach()),
            Quantified quantified => Each(quantified.Source, Of(quantified.Body)),
            SumOf sum => Each(sum.Source, Of(sum.Value)),
            CountOf count => Each(count.Source, WorkBound.One),
            FirstThing first => Each(first.Source, parts.Times(2)).Times(3),
            ListIsPresent { List: LastRun run } => Each(run.Source, Of(run.By).Plus(Of(run.Broken)).ForEach()),
            _ => parts,
        };
    }
}
