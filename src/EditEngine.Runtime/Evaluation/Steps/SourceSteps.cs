using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>Where the things come from that a slot runs over.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Alternatives">A thing belongs where any alternative takes it.</param>
internal sealed record SourceSteps(int Slot, ImmutableArray<AlternativeSteps> Alternatives)
{
    /// <summary>The kinds of alternatives without a list, a bit for each.</summary>
    public int Kinds { get; } = Alternatives.Where(one => one.List is null).Aggregate(0, (all, one) => all | one.Kinds);

    /// <summary>Which lines of history are looked at; null: all.</summary>
    public AccessSteps? Access { get; init; }
}

/// <summary>Things of one kind, or of a list, and what they must meet.</summary>
/// <param name="Kinds">A bit for each kind that is taken; one where there is no list.</param>
/// <param name="List">The list; null for the claim's own kinds.</param>
/// <param name="Conditions">Over the slot.</param>
internal sealed record AlternativeSteps(int Kinds, ListStep? List, ImmutableArray<Step<Truth>> Conditions);
