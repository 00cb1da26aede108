using EditEngine.Plans;

namespace EditEngine.Evaluation;

/// <summary>What is asked of an edit before it runs: side by side for all edits of a pack, so that finding it is one look.</summary>
/// <param name="edit">The edit.</param>
/// <param name="phase">Place of its phase in the pack's order.</param>
/// <param name="readsHistory">It runs over lines of history somewhere.</param>
internal readonly struct EditEntry(LinkedEdit edit, int phase, bool readsHistory)
{
    /// <summary>The edit.</summary>
    public LinkedEdit Edit { get; } = edit;

    /// <summary>Its plan.</summary>
    public EditPlan Plan => Edit.Plan;

    /// <summary>Its steps, made when they are first asked for.</summary>
    public EditSteps Steps => Edit.Steps;

    /// <summary>Place of its phase in the pack's order.</summary>
    public int Phase { get; } = phase;

    /// <summary>It runs over lines of history somewhere.</summary>
    public bool ReadsHistory { get; } = readsHistory;
}
