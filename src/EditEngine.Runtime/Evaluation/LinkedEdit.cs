using EditEngine.Evaluation.Linking;
using EditEngine.Plans;

namespace EditEngine.Evaluation;

/// <summary>An edit and the steps that run its plan, which are made when they are first asked for: of ten thousand edits few are run, and code decides most of these.</summary>
/// <remarks>Shared by packs and threads. Two threads may make them at once; both are alike, and one stays.</remarks>
internal sealed class LinkedEdit(EditPlan plan)
{
    private EditSteps? _steps;

    /// <summary>The plan.</summary>
    public EditPlan Plan => plan;

    /// <summary>What runs it.</summary>
    /// <exception cref="MalformedPlanException">The plan says what no lowering writes.</exception>
    public EditSteps Steps => Volatile.Read(ref _steps) ?? Link();

    private EditSteps Link()
    {
        EditSteps steps = EditLinker.Link(plan);
        return Interlocked.CompareExchange(ref _steps, steps, null) ?? steps;
    }
}
