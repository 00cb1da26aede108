using EditEngine.Plans;

namespace EditEngine.Evaluation.Linking;

/// <summary>Links a plan to the steps that run it.</summary>
internal static class EditLinker
{
    /// <summary>The steps of a plan.</summary>
    /// <exception cref="MalformedPlanException">The plan says what no lowering writes.</exception>
    public static EditSteps Link(EditPlan plan)
    {
        StepLinker steps = new(plan);
        return new EditSteps(
            plan,
            [.. plan.Bindings.Select(one => BindingOf(steps, one))],
            [.. plan.Tuple.Select(one => new PlacedStep(steps.Conditions.Of(one.Condition), one.Depth))],
            [.. plan.Cases.Select(one => CaseOf(steps, one))]);
    }

    private static BindingSteps BindingOf(StepLinker steps, BindingPlan plan)
    {
        int slot = steps.Slots.CheckedOwn(plan.Slot);
        return (plan.Source, plan.Group) switch
        {
            ({ } source, null) => new BindingSteps(slot, steps.Sources.Of(source), null),
            (null, { } group) => new BindingSteps(slot, null, GroupOf(steps, group)),
            _ => throw new MalformedPlanException($"slot {slot} is bound to neither a source nor groups, or to both"),
        };
    }

    private static GroupSteps GroupOf(StepLinker steps, GroupPlan plan) => new(
        steps.Sources.Of(plan.Members),
        [.. plan.Keys.Select(key => steps.Of(key.Kind).GroupKey(key))],
        plan.DateKey >= -1 && plan.DateKey < plan.Keys.Length ? plan.DateKey : throw new MalformedPlanException($"a group has no key {plan.DateKey}"),
        steps.Conditions.OfOptional(plan.Condition),
        plan.NeedsClaimLine);

    private static CaseSteps CaseOf(StepLinker steps, CasePlan plan) => new(
        steps.Conditions.OfOptional(plan.Condition),
        [.. plan.Rows.Select(steps.Things.Row)],
        [.. plan.Exceptions.Select(one => new ExceptionSteps(one, steps.Conditions.Of(one.Condition)))],
        [.. plan.Actions.Select(one => ActionOf(steps, one))],
        [.. plan.Message.Select(one => new MessageSteps(one.Text, one.Value is null ? null : steps.Of(one.Value.Kind).Show(one.Value, one.Style)))]);

    private static ActionSteps ActionOf(StepLinker steps, ActionPlan plan) => new(
        plan,
        plan.Target == TargetPlan.Thing && plan.Thing is null ? throw new MalformedPlanException("an action on a thing has none") : steps.Things.OfOptional(plan.Thing),
        plan.Target == TargetPlan.EveryLine && plan.Lines is null ? throw new MalformedPlanException("an action on every line has none") : steps.Sources.OfOptional(plan.Lines),
        steps.Numbers.OfOptional(plan.Amount),
        steps.Codes.OfOptional(plan.ReplaceWith),
        steps.Conditions.OfOptional(plan.Overridable),
        plan.Added is null ? null : AddedOf(steps, plan.Added));

    private static AddedLineSteps AddedOf(StepLinker steps, AddedLinePlan plan) => new(
        plan, steps.Codes.Of(plan.Code), steps.Numbers.OfOptional(plan.Units), steps.Numbers.OfOptional(plan.Pay), steps.Sources.OfOptional(plan.Supports));
}
