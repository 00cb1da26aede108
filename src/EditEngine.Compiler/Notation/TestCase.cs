using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>One test, ready to run; of a <c>test each</c>, one for each value.</summary>
/// <param name="Title">Its title, names in braces filled in.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Claim">The claim, with all defaults; null where the test has a mistake, which was reported.</param>
/// <param name="AsOf">The as-of date: as said, else the processed date, else the received date, else the last day of service.</param>
/// <param name="Expectations">What must be decided, in the order written.</param>
internal sealed record TestCase(string Title, SourceSpan Place, Claim? Claim, DateOnly AsOf, ImmutableArray<Expectation> Expectations)
{
    /// <summary>The set or table that gave its value, by name: of a change of that it tells nothing, it changes with it. Null: none did.</summary>
    public string? Over { get; init; }
}
