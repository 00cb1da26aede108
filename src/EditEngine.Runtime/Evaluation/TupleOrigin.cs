using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>Where a tuple comes from.</summary>
/// <param name="World">Which of the groups that a founder could belong to its group is.</param>
/// <param name="Group">That group.</param>
/// <param name="Number">The tuple's number.</param>
internal readonly record struct TupleOrigin(GroupWorld World, int Group, int Number)
{
    /// <summary>Of things and groups that are what they are.</summary>
    public static readonly TupleOrigin None = new(GroupWorld.None, -1, 0);
}
