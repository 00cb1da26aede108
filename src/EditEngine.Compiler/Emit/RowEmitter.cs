using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of rows of tables, found once for all that names them.</summary>
internal sealed class RowEmitter(Emission emission)
{
    /// <summary>The row of an expression; null where it is no row, or has no text of its own.</summary>
    public EmittedThing? Of(Expression row) => row switch
    {
        LookUp lookUp => Find(lookUp),
        SlotThing thing when emission.Thing(thing.Slot) is { Kind: ThingKind.Row } known => known,
        UniqueValue unique => Of(unique.Value),
        _ => null,
    };

    /// <summary>The row of a column; null likewise.</summary>
    public EmittedThing? Of(Expression row, ColumnType type, int column) => column >= 0 && type is not ColumnType.YesNo ? Of(row) : null;

    /// <summary>Writes the value of a thing that is kept in a slot.</summary>
    public T? With<T>(OfThing of, Func<T?> write)
    {
        EmittedThing? thing = of.Thing is SlotThing other ? emission.Thing(other.Slot) : Of(of.Thing);
        return thing is null ? default : emission.With(of.Slot, thing, write);
    }

    /// <summary>A part of a table's key, as C# of its number; null where it has no text of its own.</summary>
    public string? KeyPart(Table table, int column, Expression part)
    {
        if (part.Kind == ValueKind.Code)
        {
            return emission.Codes.Of(part)?.Text;
        }

        // The table's number of a constant text is found once, here.
        return part is ConstantValue { Value: string constant }
            ? $"(ulong){emission.Row.Shared((table, column, constant), unchecked((long)table.KeyOf(column, constant)))}"
            : emission.Texts.Of(part) is { } text
                ? emission.Text.Local("ulong", $"KnownValues.KeyOf({emission.Row.Object(table)}, {Emission.Number(column)}, {text.Text})")
                : null;
    }

    private EmittedThing? Find(LookUp lookUp)
    {
        if (lookUp.Key.Length is 0 or > 4)
        {
            return null;
        }

        string table = emission.Row.Object(lookUp.Table);
        string day = "1";
        if (lookUp.On is not null)
        {
            if (emission.Days.Of(lookUp.On) is not { } on)
            {
                return null;
            }

            day = on.Text;
        }

        List<string> parts = [];
        foreach (Expression part in lookUp.Key)
        {
            if (KeyPart(lookUp.Table, parts.Count, part) is not string text)
            {
                return null;
            }

            parts.Add(text);
        }

        return new EmittedThing(ThingKind.Row, emission.Text.Local("int", $"KnownValues.Find({table}, {day}, {string.Join(", ", parts)})"), table) { Table = lookUp.Table };
    }
}
