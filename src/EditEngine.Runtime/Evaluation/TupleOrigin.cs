namespace EditEngine.Evaluation;

/// <summary>Where a tuple comes from.</summary>
/// <param name="Hypothesis">Which of the groups that a member with a partial key could belong to its group is.</param>
/// <param name="Group">That group.</param>
/// <param name="Number">The tuple's number.</param>
internal readonly record struct TupleOrigin(GroupHypothesis Hypothesis, int Group, int Number)
{
    /// <summary>Of things and groups that are what they are.</summary>
    public static readonly TupleOrigin None = new(GroupHypothesis.None, -1, 0);
}
