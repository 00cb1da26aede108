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

    /// <summary>Its bit among kinds.</summary>
    public int Bit => 1 << (int)Kind;
}

/// <summary>A group that a line leads: its members are the lines with the leader's keys, and the history of its day with them.</summary>
/// <param name="Leader">C# of the leader's position.</param>
/// <param name="Plan">What it is made of.</param>
/// <param name="Keys">Locals with the leader's keys.</param>
/// <param name="Members">Local that says which lines are members of any group.</param>
/// <param name="IsSame">C# of a bool: whether the line at a position has the leader's keys.</param>
internal sealed record EmittedGroup(string Leader, GroupPlan Plan, ImmutableArray<EmittedValue> Keys, string Members, Func<string, string> IsSame)
    : EmittedThing(ThingKind.Group, Leader, "null");

/// <summary>C# of a value of another type.</summary>
/// <param name="Text">Without effects.</param>
/// <param name="MayBeNone">It may be none: 1 of a day or code, <c>KnownFacts.NoText</c> of a text, null of a list.</param>
internal readonly record struct EmittedValue(string Text, bool MayBeNone);
