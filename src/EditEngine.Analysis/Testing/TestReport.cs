using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Testing;

/// <summary>How a pack's tests went.</summary>
/// <param name="Tests">By file and place, values of <c>test each</c> in their order.</param>
/// <param name="Untested">Edits without a test, by file and place.</param>
public sealed record TestReport(ImmutableArray<TestOutcome> Tests, ImmutableArray<UntestedEdit> Untested)
{
    /// <summary>How many passed.</summary>
    public int Passed => Tests.Count(test => test.HasPassed);

    /// <summary>How many did not.</summary>
    public int Failed => Tests.Length - Passed;
}

/// <summary>An edit without a test.</summary>
/// <param name="Edit">Its id.</param>
/// <param name="Place">Where it is written.</param>
public sealed record UntestedEdit(string Edit, SourceSpan Place);

/// <summary>How one test went.</summary>
/// <param name="Edit">The edit beside which it stands.</param>
/// <param name="Title">Its title.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="IsReadable">False where a mistake in it kept it from running: it counts as failed.</param>
/// <param name="Failures">Expectations that were not met, in the order written.</param>
public sealed record TestOutcome(string Edit, string Title, SourceSpan Place, bool IsReadable, ImmutableArray<TestFailure> Failures)
{
    /// <summary>It ran, and everything expected was decided.</summary>
    public bool HasPassed => IsReadable && Failures.IsEmpty;
}

/// <summary>An expectation that was not met.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Expected">As written after <c>expect</c>.</param>
/// <param name="Found">What was found of its target instead, one fact a line; at least one.</param>
public sealed record TestFailure(SourceSpan Place, string Expected, ImmutableArray<string> Found);
