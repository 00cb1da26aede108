using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Plans;

/// <summary>A field of a thing, or of a part of it as its rendering provider.</summary>
/// <param name="Field">The field's row.</param>
/// <param name="Slot">Of which name; -1: of the claim.</param>
/// <param name="Part">The row of the part through which it is read; null: the thing itself has it.</param>
internal sealed record FactRef(ClaimField Field, int Slot, ClaimField? Part = null)
{
    // A step reads values of one type: the row is looked at once, and not at each reading.
    internal ClaimField<Code>? Code { get; } = Field as ClaimField<Code>;
    internal ClaimField<string?>? Text { get; } = Field as ClaimField<string?>;
    internal ClaimField<DateOnly?>? Day { get; } = Field as ClaimField<DateOnly?>;
    internal ClaimField<decimal?>? Number { get; } = Field as ClaimField<decimal?>;
    internal ClaimField<long?>? Whole { get; } = Field as ClaimField<long?>;
    internal ClaimField<bool?>? YesNo { get; } = Field as ClaimField<bool?>;
    internal ClaimField<DateTimeOffset?>? Instant { get; } = Field as ClaimField<DateTimeOffset?>;
    internal ClaimField<ImmutableArray<Code>>? Codes { get; } = Field as ClaimField<ImmutableArray<Code>>;
    internal ClaimField<HeldCodes>? HeldCodes { get; } = Field as ClaimField<HeldCodes>;

    /// <summary>The kinds whose things have it: a bit for each <see cref="ThingKind"/>. In others it is none.</summary>
    internal int Kinds { get; } = (int)(Part ?? Field).Owners;

    /// <summary>The path of the part behind that of the thing, as <c>rendering.</c>; empty for the thing itself.</summary>
    internal string PartPath { get; } = Part is null ? "" : Part.Name + ".";

    /// <summary>Its absence says that there is none.</summary>
    public bool IsNoneWhenAbsent { get; } = Field.IsNoneWhenAbsent;

    /// <summary>What its absence means.</summary>
    public Presence Absent => IsNoneWhenAbsent ? Presence.None : Presence.Missing;

    /// <summary>The procedure of a line or a line of history, which is kept in a column.</summary>
    public bool IsLineProcedure => Part is null && ReferenceEquals(Field, FieldTable.LineProcedure);

    /// <summary>The date of a line or a line of history, which is kept in a column.</summary>
    public bool IsLineDate => Part is null && ReferenceEquals(Field, FieldTable.LineDate);

    /// <summary>A part of a thing, asked for itself.</summary>
    public static FactRef OfPart(ClaimField part, int slot) => new(part, slot, part);

    /// <summary>This, for a step that reads one type of values.</summary>
    /// <param name="view">The row as one of that type; null where it is of another.</param>
    /// <exception cref="MalformedPlanException">The plan reads a field as what it is not.</exception>
    internal FactRef As(ClaimField? view) => view is null ? throw new MalformedPlanException($"the field '{Field.Key}' is of another type") : this;
}
