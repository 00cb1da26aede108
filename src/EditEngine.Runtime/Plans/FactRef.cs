using System.Collections.Concurrent;
using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Plans;

/// <summary>A field of a thing, or of a part of it as its rendering provider.</summary>
internal sealed record FactRef
{
    // Slots are few, and a pack says the same of them again and again: such a reference is made once. A file may name any slot.
    private const int MostShared = 64;

    private static readonly ConcurrentDictionary<(ClaimField Field, int Slot, ClaimField? Part), FactRef> Shared = new();

    private Made<FieldValue> _value;

    private FactRef(ClaimField field, int slot, ClaimField? part)
    {
        (Field, Slot, Part) = (field, slot, part);
        Code = field as ClaimField<Code>;
        Text = field as ClaimField<string?>;
        Day = field as ClaimField<DateOnly?>;
        Number = field as ClaimField<decimal?>;
        Whole = field as ClaimField<long?>;
        YesNo = field as ClaimField<bool?>;
        Instant = field as ClaimField<DateTimeOffset?>;
        Codes = field as ClaimField<ImmutableArray<Code>>;
        HeldCodes = field as ClaimField<HeldCodes>;
        Kinds = (int)(part ?? field).Owners;
        PartPath = part is null ? "" : part.Name + ".";
        IsNoneWhenAbsent = field.IsNoneWhenAbsent;
    }

    /// <summary>The field's row.</summary>
    public ClaimField Field { get; }

    /// <summary>Of which name; -1: of the claim.</summary>
    public int Slot { get; }

    /// <summary>The row of the part through which it is read; null: the thing itself has it.</summary>
    public ClaimField? Part { get; }

    // A step reads values of one type: the row is looked at once, and not at each reading.
    internal ClaimField<Code>? Code { get; }
    internal ClaimField<string?>? Text { get; }
    internal ClaimField<DateOnly?>? Day { get; }
    internal ClaimField<decimal?>? Number { get; }
    internal ClaimField<long?>? Whole { get; }
    internal ClaimField<bool?>? YesNo { get; }
    internal ClaimField<DateTimeOffset?>? Instant { get; }
    internal ClaimField<ImmutableArray<Code>>? Codes { get; }
    internal ClaimField<HeldCodes>? HeldCodes { get; }

    /// <summary>The kinds whose things have it: a bit for each <see cref="ThingKind"/>. In others it is none.</summary>
    internal int Kinds { get; }

    /// <summary>The path of the part behind that of the thing, as <c>rendering.</c>; empty for the thing itself.</summary>
    internal string PartPath { get; }

    /// <summary>Its absence says that there is none.</summary>
    public bool IsNoneWhenAbsent { get; }

    /// <summary>What its absence means.</summary>
    public Presence Absent => IsNoneWhenAbsent ? Presence.None : Presence.Missing;

    /// <summary>The procedure of a line or a line of history, which is kept in a column.</summary>
    public bool IsLineProcedure => Part is null && ReferenceEquals(Field, FieldTable.LineProcedure);

    /// <summary>The date of a line or a line of history, which is kept in a column.</summary>
    public bool IsLineDate => Part is null && ReferenceEquals(Field, FieldTable.LineDate);

    /// <summary>A field of a thing.</summary>
    /// <param name="field">The field's row.</param>
    /// <param name="slot">Of which name; -1: of the claim.</param>
    /// <param name="part">The row of the part through which it is read; null: the thing itself has it.</param>
    public static FactRef Of(ClaimField field, int slot, ClaimField? part = null) =>
        slot is >= -1 and < MostShared ? Shared.GetOrAdd((field, slot, part), static key => new FactRef(key.Field, key.Slot, key.Part)) : new FactRef(field, slot, part);

    /// <summary>A part of a thing, asked for itself.</summary>
    public static FactRef OfPart(ClaimField part, int slot) => Of(part, slot, part);

    /// <summary>The fact as a value. Of one type it is always the same one: a pack reads the same facts again and again.</summary>
    /// <param name="type">As which it is read.</param>
    /// <param name="form">How.</param>
    public FieldValue ToValue(ValueKind type, ValueForm form)
    {
        FieldValue? shared = Volatile.Read(ref _value.Value);
        if (shared is null)
        {
            Volatile.Write(ref _value.Value, shared = new FieldValue(type, this, form));
        }

        return shared.Type == type && shared.Form == form ? shared : new FieldValue(type, this, form);
    }

    /// <summary>This, for a step that reads one type of values.</summary>
    /// <param name="view">The row as one of that type; null where it is of another.</param>
    /// <exception cref="MalformedPlanException">The plan reads a field as what it is not.</exception>
    internal FactRef As(ClaimField? view) => view is null ? throw new MalformedPlanException($"the field '{Field.Key}' is of another type") : this;
}
