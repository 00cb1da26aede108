using EditEngine.Diagnostics;

namespace EditEngine.Formats.Batch;

/// <summary>How a run ended.</summary>
/// <param name="Good">Claims decided and written.</param>
/// <param name="Bad">Claims skipped, each handed to the output with its problems.</param>
/// <param name="IsCancelled">True where the run was stopped before the end.</param>
/// <param name="OutputFault">Why the results could not be written, or null.</param>
public sealed record BatchReport(long Good, long Bad, bool IsCancelled, Diagnostic? OutputFault)
{
    /// <summary>Of the good those that do not conform: decided, and told as errors.</summary>
    public long NotConformant { get; init; }

    /// <summary>Claims that came through: good and bad.</summary>
    public long Read => Good + Bad;

    /// <summary>True where every claim came through and was written.</summary>
    public bool IsComplete => !IsCancelled && OutputFault is null;
}

/// <summary>Where results go. Called from one thread, in the order of the claims.</summary>
/// <typeparam name="TResult">What the evaluator gives.</typeparam>
/// <param name="Write">Takes a claim and its result; the result of a bad claim is null. An <see cref="IOException"/> ends the run cleanly.</param>
/// <param name="Flush">Called once at the end, so that a full disk is seen while it can still be told.</param>
public sealed record BatchOutput<TResult>(Action<ReadClaim, TResult?> Write, Action Flush)
    where TResult : class
{
    /// <summary>Called after that where every claim came through, the reader's thread having ended: for what sums them up.</summary>
    public Action? Finish { get; init; }
}
