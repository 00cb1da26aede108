using System.Collections.Immutable;
using EditEngine.Evaluation.Provenance;
using EditEngine.Fields;
using EditEngine.Numbers;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>What a name stands for; slot -1 is the claim.</summary>
internal sealed class SlotStep(int slot) : ValueStep<BoundThing>
{
    /// <summary>The slot.</summary>
    public int Slot { get; } = slot;

    /// <inheritdoc/>
    public override BoundThing Run(EvaluationContext context) => Read.ThingOf(context, Slot);
}

/// <summary>A value of a thing that is found first and kept in a slot of its own.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal sealed class OfThingStep<T>(Step<BoundThing> thing, int slot, Step<T> value) : Step<T>, IOverThing
{
    /// <inheritdoc/>
    public Step<BoundThing> Thing => thing;

    /// <inheritdoc/>
    public int Slot => slot;

    /// <inheritdoc/>
    public Step Value => value;

    /// <inheritdoc/>
    public override Presence PresenceIn(EvaluationContext context)
    {
        context.Slots[slot] = thing.Run(context);
        return value.PresenceIn(context);
    }

    /// <inheritdoc/>
    public override T Run(EvaluationContext context)
    {
        context.Slots[slot] = thing.Run(context);
        return value.Run(context);
    }
}

/// <summary>One part of a table's key.</summary>
internal abstract class KeyPart(Step value)
{
    /// <summary>The value.</summary>
    public Step Value { get; } = value;

    /// <summary>The number under which the part stands in the table; <see cref="ulong.MaxValue"/> where the table has no such value.</summary>
    public abstract Presence Run(EvaluationContext context, Table table, int column, out ulong key);
}

/// <summary>A code as part of a key.</summary>
internal sealed class CodeKeyPart(Step<CodeKey> value) : KeyPart(value)
{
    /// <inheritdoc/>
    public override Presence Run(EvaluationContext context, Table table, int column, out ulong key)
    {
        CodeKey code = value.Run(context);
        key = code.Held;
        return code.Presence;
    }
}

/// <summary>A text as part of a key.</summary>
internal sealed class TextKeyPart(Step<TextValue> value) : KeyPart(value)
{
    /// <inheritdoc/>
    public override Presence Run(EvaluationContext context, Table table, int column, out ulong key)
    {
        TextValue text = value.Run(context);
        key = text.Text is string known ? table.KeyOf(column, known) : 0;
        return text.Presence;
    }
}

/// <summary>A number as part of a key; one of which only bounds are known is missing.</summary>
internal sealed class NumberKeyPart(Step<Number> value) : KeyPart(value)
{
    /// <inheritdoc/>
    public override Presence Run(EvaluationContext context, Table table, int column, out ulong key)
    {
        Number number = value.Run(context);
        key = number.Presence == Presence.Known ? table.KeyOf(column, number.Low) : 0;
        return number.Presence == Presence.Range ? Presence.Missing : number.Presence;
    }
}

/// <summary>The row of a table for a key on a date: a row, none, or missing.</summary>
internal sealed class RowStep(string name, Table table, ImmutableArray<KeyPart> parts, Step<Day>? on) : ValueStep<BoundThing>, IDependsOnFirstMissing
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [.. parts.Select(part => part.Value), .. on is null ? ImmutableArray<Step>.Empty : [on]];

    /// <summary>Name of the table in rule text.</summary>
    public string Name { get; } = name;

    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    /// <summary>The key.</summary>
    public ImmutableArray<KeyPart> Parts { get; } = parts;

    /// <summary>The date; null: none.</summary>
    public Step<Day>? On { get; } = on;

    /// <inheritdoc/>
    public override BoundThing Run(EvaluationContext context)
    {
        Span<ulong> key = stackalloc ulong[8];
        Presence known = Key(context, key);
        if (known != Presence.Known)
        {
            return known == Presence.None ? BoundThing.None : BoundThing.Missing;
        }

        Day day = On is null ? Day.None : On.Run(context);
        if (day.IsKnown)
        {
            int found = Table.FindRow(key[..Parts.Length], day.DayNumber);
            return found < 0 ? BoundThing.None : new BoundThing(ThingKind.Row, found, Table);
        }

        int always = Table.FindRowOfAnyDay(key[..Parts.Length], out bool hasRows);
        return always >= 0 ? new BoundThing(ThingKind.Row, always, Table) : day.IsMissing && hasRows ? BoundThing.Missing : BoundThing.None;
    }

    // A part that is none decides, whatever else is missing: no row has such a key.
    private Presence Key(EvaluationContext context, Span<ulong> key)
    {
        Presence all = Presence.Known;
        for (int i = 0; i < Parts.Length; i++)
        {
            all = all.With(Parts[i].Run(context, Table, i, out key[i]));
            if (all == Presence.None)
            {
                return all;
            }
        }

        return all;
    }
}

/// <summary>A column of a row; of a type that a table keeps.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal abstract class ColumnStep<T>(Step<BoundThing> row, int column) : ValueStep<T>, IDependsOnAll
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [row];

    /// <summary>Position of the column.</summary>
    public int Column { get; } = column;

    /// <inheritdoc/>
    public override T Run(EvaluationContext context)
    {
        BoundThing found = row.Run(context);
        return found.Facts is Table table ? Cell(table, found.Index) : T.Absent(found.Presence);
    }

    /// <summary>The cell of a row; none where it is empty.</summary>
    protected abstract T Cell(Table table, int row);
}

/// <summary>A code of a row.</summary>
internal sealed class CodeColumn(Step<BoundThing> row, int column) : ColumnStep<CodeKey>(row, column)
{
    /// <inheritdoc/>
    protected override CodeKey Cell(Table table, int row) => CodeKey.Of(EditEngine.Codes.Code.FromPacked(table.GetCode(row, Column)), Presence.None);
}

/// <summary>A text of a row.</summary>
internal sealed class TextColumn(Step<BoundThing> row, int column) : ColumnStep<TextValue>(row, column)
{
    /// <inheritdoc/>
    protected override TextValue Cell(Table table, int row) => TextValue.Of(table.GetText(row, Column), Presence.None);
}

/// <summary>A number of a row.</summary>
internal sealed class NumberColumn(Step<BoundThing> row, int column) : ColumnStep<Number>(row, column)
{
    /// <inheritdoc/>
    protected override Number Cell(Table table, int row) => table.TryGetNumber(row, Column, out Rational value) ? Number.Of(value) : Number.None;
}

/// <summary>A date of a row.</summary>
internal sealed class DayColumn(Step<BoundThing> row, int column) : ColumnStep<Day>(row, column)
{
    /// <inheritdoc/>
    protected override Day Cell(Table table, int row) => table.GetDate(row, Column) is var day && day != int.MinValue ? Day.FromNumber(day) : Day.None;
}

/// <summary>A period of a row.</summary>
internal sealed class PeriodColumn(Step<BoundThing> row, int column, bool isMonths) : ColumnStep<Period>(row, column)
{
    /// <inheritdoc/>
    protected override Period Cell(Table table, int row)
    {
        if (!table.TryGetNumber(row, Column, out Rational value))
        {
            return Period.None;
        }

        int count = (int)value.Numerator;
        return isMonths ? Period.OfMonths(count) : Period.OfDays(count);
    }
}

/// <summary>A yes-or-no of a row as a condition; none is false.</summary>
internal sealed class YesNoColumn(Step<BoundThing> row, int column) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [row];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        BoundThing found = row.Run(context);
        return found.Facts is Table table ? Truth.Of(table.GetYesNo(found.Index, column) == true) : found.Presence == Presence.Missing ? Truth.Unknown : Truth.False;
    }
}
