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
        EmittedThing? thing = of.Thing switch { SlotThing other => emission.Thing(other.Slot), FirstThing first => emission.Orders.ThingOf(first), _ => Of(of.Thing) };
        return thing is null ? default : emission.With(of.Slot, thing, write);
    }

    /// <summary>A part of a table's key, as C# of its number; null where it has no text of its own.</summary>
    public string? KeyPart(Table table, int column, Expression part)
    {
        if (part.Kind == ValueKind.Code)
        {
            return emission.Codes.Of(part)?.Text;
        }

        if (part.Kind == ValueKind.Number)
        {
            return null; // The executor is asked.
        }

        // The table's number of a constant text is found once, here, and of a choice of constant texts too.
        return part is ConstantValue { Value: string constant } ? Constant(table, column, constant)
            : Chosen(part) is Choice choice && choice.Branches.All(one => one.Value is ConstantValue)
                ? emission.Choices.Of(choice, "ulong", "ulong.MaxValue", $"{emission.Row.Object(table)} {Emission.Number(column)}", one => new(((ConstantValue)one).Value is string text ? Constant(table, column, text) : "ulong.MaxValue", false))?.Text
            : emission.Texts.Of(part) is { } text
                ? emission.Text.Local("ulong", $"KnownValues.KeyOf({emission.Row.Object(table)}, {Emission.Number(column)}, {text.Text})")
                : null;
    }

    private static Choice? Chosen(Expression part) => part switch { Choice choice => choice, UniqueValue unique => Chosen(unique.Value), _ => null };

    private string Constant(Table table, int column, string text) => $"(ulong){emission.Row.Shared((table, column, text), unchecked((long)table.KeyOf(column, text)))}";

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

        return new EmittedThing(ThingKind.Row, emission.Text.Local("int", $"{Finder(lookUp)}({table}, {day}, {string.Join(", ", parts)})"), table) { Table = lookUp.Table };
    }

    // What hangs on one thing is asked again: by other edits, or for the same thing beside another. Of two things each stands beside many others.
    private static string Finder(LookUp lookUp) =>
        lookUp.Key.SelectMany(PlanSlots.Of).Distinct().Count() <= 1
            ? lookUp.Key.Length <= 2 ? "run.Rows.Find" : "KnownValues.Find"
            : lookUp.Key.Length == 2 ? "run.Rows.FindPair" : "KnownValues.Find";
}
