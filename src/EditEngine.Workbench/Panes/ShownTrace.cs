using System.Collections.Immutable;
using EditEngine.Analysis.Explanation;
using EditEngine.Compiler.Interpretation;
using EditEngine.Values;

namespace EditEngine.Workbench.Panes;

/// <summary>A value of a condition.</summary>
/// <param name="Text">As written.</param>
/// <param name="Value">What it is.</param>
internal sealed record ShownValue(string Text, string Value);

/// <summary>A condition, with what it is made of below it.</summary>
internal sealed record ShownCondition(string Role, string Text, Truth Truth, ImmutableArray<ShownValue> Values, ImmutableArray<string> Missing, ImmutableArray<ShownCondition> Parts)
{
    /// <summary>A condition that was traced.</summary>
    public static ShownCondition Of(ConditionTrace condition) => new(
        condition.Role,
        OneLine(condition.Text),
        condition.Truth,
        [.. condition.Values.Select(value => new ShownValue(OneLine(value.Text), value.Value))],
        condition.Missing,
        [.. condition.Parts.Select(Of)]);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>What the names of an edit stood for, and what its conditions came to.</summary>
internal sealed record ShownTuple(string Subject, ImmutableArray<ShownValue> Names, bool Answers, string Outcome, ImmutableArray<ShownCondition> Conditions)
{
    /// <summary>All of a trace.</summary>
    public static ImmutableArray<ShownTuple> Of(EditTrace trace) =>
    [
        .. trace.Subjects.SelectMany(subject => subject.Tuples.Select(tuple => new ShownTuple(
            subject.Subject, [.. tuple.Names.Select(name => new ShownValue(name.Name, name.Thing))], tuple.Case >= 0, tuple.Outcome, [.. tuple.Conditions.Select(ShownCondition.Of)]))),
    ];
}

/// <summary>What keeps an edit from firing on a subject.</summary>
internal sealed record ShownObstacle(string Subject, ShownCondition Condition)
{
    /// <summary>Those of a trace.</summary>
    public static ImmutableArray<ShownObstacle> Of(EditTrace trace) => [.. Obstacle.Of(trace).Select(one => new ShownObstacle(one.Subject, ShownCondition.Of(one.Condition)))];
}

/// <summary>An edit as its explanation heads it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="From">First day it is in force; null: ever.</param>
/// <param name="Through">Last day it is in force; null: open.</param>
/// <param name="Basis">The date that is asked, in words.</param>
/// <param name="Cites">What it cites.</param>
/// <param name="Owner">Who answers for it.</param>
internal sealed record ShownEdit(string Id, string Title, DateOnly? From, DateOnly? Through, string Basis, ImmutableArray<string> Cites, string? Owner)
{
    /// <summary>An edit.</summary>
    public static ShownEdit Of(Compiler.Binding.BoundEdit edit) => new(
        edit.Id,
        edit.Title,
        edit.EffectiveFromDay == int.MinValue ? null : DateOnly.FromDayNumber(edit.EffectiveFromDay),
        edit.EffectiveThroughDay == int.MaxValue ? null : DateOnly.FromDayNumber(edit.EffectiveThroughDay),
        BasisWords.Of(edit.Basis),
        edit.Cites.IsDefault ? [] : edit.Cites,
        edit.Owner);
}
