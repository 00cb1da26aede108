namespace EditEngine.Evaluation.Compiled;

/// <summary>A bound of the steps that the executor takes: <c>Factor * size ^ Degree</c>, where the size is the number of things and codes of a claim.</summary>
/// <remarks>
/// Compiled code counts no steps. It runs where the executor surely stays within the budget; elsewhere the executor runs and counts, so that a budget has one meaning.
/// A pair of lines with a sum over the lines of its group takes at most <c>2 * size ^ 3</c> steps.
/// </remarks>
/// <param name="Factor">At least 1.</param>
/// <param name="Degree">How deep its loops are.</param>
internal readonly record struct WorkBound(long Factor, int Degree)
{
    /// <summary>The most loops in one another; deeper edits are left to the executor.</summary>
    public const int MostLoops = 6;

    /// <summary>One step.</summary>
    public static WorkBound One { get; } = new(1, 0);

    /// <summary>No bound is known.</summary>
    public static WorkBound None { get; } = new(long.MaxValue, MostLoops);

    /// <summary>Both, one after the other.</summary>
    public WorkBound Plus(WorkBound other) => new(Sum(Factor, other.Factor), Math.Max(Degree, other.Degree));

    /// <summary>For each thing of a claim, so much, and one step for the thing.</summary>
    public WorkBound ForEach() => Degree == MostLoops ? None : new(Sum(Factor, 1), Degree + 1);

    /// <summary>So many times.</summary>
    public WorkBound Times(long count) => new(count == 0 || Factor <= long.MaxValue / count ? Factor * count : long.MaxValue, Degree);

    private static long Sum(long left, long right) => left > long.MaxValue - right ? long.MaxValue : left + right;
}
