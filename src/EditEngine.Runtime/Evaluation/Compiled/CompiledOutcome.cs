using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Compiled;

/// <summary>What is asked of findings of an edit; most edits find nothing.</summary>
/// <param name="Plan">The edit.</param>
/// <param name="Action">What every case of it does; null: each its own.</param>
internal readonly record struct CompiledOutcome(EditPlan Plan, EditAction? Action)
{
    /// <summary>Of an edit.</summary>
    public static CompiledOutcome Of(EditPlan plan)
    {
        EditAction[] actions = [.. plan.Cases.SelectMany(one => one.Actions).Select(one => one.Action).Distinct()];
        return new CompiledOutcome(plan, actions is [EditAction action] ? action : null);
    }
}
