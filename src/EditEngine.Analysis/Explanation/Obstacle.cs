using System.Collections.Immutable;
using EditEngine.Compiler.Interpretation;
using EditEngine.Values;

namespace EditEngine.Analysis.Explanation;

/// <summary>What kept an edit from finding something on a subject.</summary>
/// <param name="Subject">The subject: <c>line 2</c>.</param>
/// <param name="Condition">The condition that was false or unknown, or the exception that held, on the tuple that got furthest.</param>
internal sealed record Obstacle(string Subject, ConditionTrace Condition)
{
    /// <summary>One for each subject on which the edit does not fire.</summary>
    public static ImmutableArray<Obstacle> Of(EditTrace trace) =>
    [
        .. trace.Subjects.Where(subject => subject.Tuples.All(tuple => tuple.Outcome != "fires"))
            .Select(subject => subject.Tuples[0].Conditions.LastOrDefault(IsObstacle) is ConditionTrace condition ? new Obstacle(subject.Subject, condition) : null).OfType<Obstacle>(),
    ];

    private static bool IsObstacle(ConditionTrace condition) => condition.Role == "unless" ? condition.Truth != Truth.False : condition.Truth != Truth.True;
}
