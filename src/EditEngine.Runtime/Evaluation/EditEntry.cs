namespace EditEngine.Evaluation;

/// <summary>What is asked of an edit before it runs: side by side for all edits of a pack, so that finding it is one look.</summary>
/// <param name="steps">Its steps.</param>
/// <param name="phase">Place of its phase in the pack's order.</param>
/// <param name="readsHistory">It runs over lines of history somewhere.</param>
internal readonly struct EditEntry(EditSteps steps, int phase, bool readsHistory)
{
    /// <summary>Its steps.</summary>
    public EditSteps Steps { get; } = steps;

    /// <summary>Place of its phase in the pack's order.</summary>
    public int Phase { get; } = phase;

    /// <summary>It runs over lines of history somewhere.</summary>
    public bool ReadsHistory { get; } = readsHistory;
}
