using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Why an edit did, or did not, fire on a claim.</summary>
/// <param name="Edit">Edit id.</param>
/// <param name="Subjects">One for each thing that its first name can stand for, in the order of the language.</param>
internal sealed record EditTrace(string Edit, ImmutableArray<SubjectTrace> Subjects);

/// <summary>The tuples of one subject that got furthest: those that fire, else the one with the most conditions met.</summary>
/// <param name="Subject">Its name for a reader: <c>line 2</c>.</param>
/// <param name="Tuples">At least one.</param>
internal sealed record SubjectTrace(string Subject, ImmutableArray<TupleTrace> Tuples);

/// <summary>One tuple, condition by condition; after the first that fails nothing is asked.</summary>
/// <param name="Names">What its names stand for: <c>b</c> is <c>line 2</c>.</param>
/// <param name="Case">Position of the case that answers, from 0; -1 where none does.</param>
/// <param name="Outcome">fires, bypassed, not evaluated or nothing.</param>
/// <param name="Conditions">In the order asked.</param>
internal sealed record TupleTrace(
    ImmutableArray<(string Name, string Thing)> Names, int Case, string Outcome, ImmutableArray<ConditionTrace> Conditions);

/// <summary>One condition.</summary>
/// <param name="Role">kind, join, effective, when, unless or otherwise when.</param>
/// <param name="Text">As written.</param>
/// <param name="Truth">What it came to.</param>
/// <param name="Values">The values it compared, each with its text as written.</param>
/// <param name="Missing">Fields on which it hangs, where it is unknown.</param>
internal sealed record ConditionTrace(
    string Role, string Text, Truth Truth, ImmutableArray<(string Text, string Value)> Values, ImmutableArray<string> Missing)
{
    /// <summary>What it is made of: the sides of an <c>or</c> or an <c>and</c>, what a <c>not</c> denies, what stands under a name; empty for a plain one. They have no role.</summary>
    public ImmutableArray<ConditionTrace> Parts { get; init; } = [];
}
