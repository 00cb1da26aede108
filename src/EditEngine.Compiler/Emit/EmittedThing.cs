using System.Collections.Immutable;
using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine.Compiler.Emit;

/// <summary>What a slot stands for at a place of the text: a thing of one kind, for which a loop of its own is written.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Index">C# of its position; of a row, -1 where there is none.</param>
/// <param name="Record">C# of its record; of a row, of its table.</param>
internal record EmittedThing(ThingKind Kind, string Index, string Record)
{
    /// <summary>The claim.</summary>
    public static EmittedThing Claim { get; } = new(ThingKind.Claim, "0", "claim");

    /// <summary>Of a row: its table.</summary>
    public Table? Table { get; init; }

    /// <summary>C# of the position of what it belongs to; null: of nothing.</summary>
    public string? Owner { get; init; }

    /// <summary>C# of the role of the provider that it belongs to; null: of none.</summary>
    public string? OwnerPath { get; init; }

    /// <summary>It is a line by which the edit is a candidate.</summary>
    public bool IsCandidate { get; init; }

    /// <summary>Its bit among kinds.</summary>
    public int Bit => 1 << (int)Kind;
}

/// <summary>A group.</summary>
/// <param name="Index">C# of its position: of its first line, or among the groups.</param>
/// <param name="Room">Which of the edit's groups.</param>
/// <param name="Plan">What it is made of.</param>
/// <param name="Keys">Locals with its keys.</param>
internal abstract record EmittedGroup(string Index, string Room, GroupPlan Plan, ImmutableArray<EmittedValue> Keys) : EmittedThing(ThingKind.Group, Index, "null");

/// <summary>C# of a value of another type.</summary>
/// <param name="Text">Without effects.</param>
/// <param name="MayBeNone">It may be none: 1 of a day or code, <c>KnownFacts.NoText</c> of a text, null of a list.</param>
internal readonly record struct EmittedValue(string Text, bool MayBeNone);
