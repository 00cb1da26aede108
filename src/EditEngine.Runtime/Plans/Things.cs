using System.Collections.Immutable;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Plans;

/// <summary>The thing that a name means.</summary>
/// <param name="Slot">Its slot; -1: the claim.</param>
internal sealed record SlotThing(int Slot) : Expression
{
    private const int MostShared = 64;

    private static readonly ImmutableArray<SlotThing> Shared = [.. Enumerable.Range(-1, MostShared).Select(slot => new SlotThing(slot))];

    /// <summary>The thing of a slot. Slots are few: those of the first are the same each time.</summary>
    public static SlotThing Of(int slot) => slot is >= -1 and < MostShared - 1 ? Shared[slot + 1] : new SlotThing(slot);

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Thing;
}

/// <summary>A value of a thing that is found first and kept in a slot of its own.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Value">The value, over that slot.</param>
internal sealed record OfThing(Expression Thing, int Slot, Expression Value) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => Value.Kind;
}

/// <summary>The row of a table for a key on a date: a row, none, or missing.</summary>
/// <param name="Name">Of the table in rule text.</param>
/// <param name="Table">The table.</param>
/// <param name="Key">Codes and texts, one for each column of the key.</param>
/// <param name="On">The date; null: none.</param>
internal sealed record LookUp(string Name, Table Table, ImmutableArray<Expression> Key, Expression? On = null) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Thing;
}

/// <summary>The first or last thing of a source; missing where another could come first.</summary>
/// <param name="Source">The things.</param>
/// <param name="IsLast">The last.</param>
/// <param name="By">Keys of the order; none: the language's own order.</param>
internal sealed record FirstThing(SourcePlan Source, bool IsLast, ImmutableArray<OrderBy> By) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Thing;
}

/// <summary>A key of an order.</summary>
internal sealed record OrderBy(Expression Value, bool IsDescending);

/// <summary>How many things a source has; a range where some may belong.</summary>
internal sealed record CountOf(SourcePlan Source) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Number;
}

/// <summary>A sum over a source; a range where a part is missing or may not belong.</summary>
/// <param name="Source">The things.</param>
/// <param name="Value">What is added, over the source's slot.</param>
/// <param name="IsNeverNegative">A missing part adds something from nothing upward.</param>
internal sealed record SumOf(SourcePlan Source, Expression Value, bool IsNeverNegative) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Number;
}

/// <summary>The least or greatest of a number over a source; none where no thing has one, a range where a part is missing or may not belong.</summary>
/// <param name="Source">The things.</param>
/// <param name="Value">The number, over the source's slot; things of which it is none are passed over.</param>
/// <param name="IsGreatest">The greatest, else the least.</param>
/// <param name="IsNeverNegative">A missing part is something from nothing upward.</param>
internal sealed record ExtremeOf(SourcePlan Source, Expression Value, bool IsGreatest, bool IsNeverNegative) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Number;
}
