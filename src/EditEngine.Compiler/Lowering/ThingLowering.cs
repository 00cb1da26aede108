using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Lowering;

/// <summary>Things by their slots, their fields, and look-ups.</summary>
internal sealed class ThingLowering(ExpressionLowering lowering)
{
    private LoweringScope Scope => lowering.Scope;

    /// <summary>A thing.</summary>
    public Expression Of(BoundExpression thing)
    {
        if (Scope.SlotOf(thing) is int slot)
        {
            return SlotThing.Of(slot < 0 ? -1 : Scope.Use(slot));
        }

        switch (thing)
        {
            case BoundRow row:
                return Row(row);
            case BoundFirst first:
                Scope.AddCost(100);
                return new FirstThing(lowering.Sources.Of(first.Source), first.IsLast, [.. first.Keys.Select(key => new OrderBy(lowering.Sources.Key(key.Value), key.IsDescending))]);
            default:
                return lowering.Values.Of(ValueKind.Thing, thing);
        }
    }

    /// <summary>A look-up.</summary>
    public LookUp Row(BoundRow row)
    {
        // A look-up costs less than comparing a text of a part on both sides, and leaves far fewer.
        Scope.AddCost(3);
        return new LookUp(row.Table.Name, row.Table.Table!, [.. row.Key.Select(KeyPart)], lowering.Values.Optional(ValueKind.Day, row.On)); // A pack without errors has its tables.
    }

    /// <summary>A part of a table's key: a code, a number or a text.</summary>
    public Expression KeyPart(BoundExpression part) => lowering.Values.Of(KeyKind(part.Type), part);

    /// <summary>The type of a plan's values in a key.</summary>
    public static ValueKind KeyKind(LanguageType type) => type.Kind == TypeKind.Code ? ValueKind.Code : type.IsNumeric ? ValueKind.Number : ValueKind.Text;

    /// <summary>A field of a thing, or of a part of it.</summary>
    public Expression Field(ValueKind kind, BoundField field, ValueForm form)
    {
        BoundExpression receiver = Scope.Resolved(field.Receiver);
        BoundField? part = receiver as BoundField;
        BoundExpression owner = part is null ? receiver : Scope.Resolved(part.Receiver);

        // Codes and dates of lines stand in columns; all else is looked up, and facts of parts at two removes.
        Scope.AddCost(part is not null ? 2 : field.Field.Name is "procedure" or "date" ? 0 : 1);
        if (Scope.SlotOf(owner) is int slot)
        {
            return FactRef.Of(field.Field.Row, slot < 0 ? -1 : Scope.Use(slot), part?.Field.Row).ToValue(kind, form);
        }

        int temporary = Scope.NewSlot();
        return new OfThing(Of(owner), temporary, FactRef.Of(field.Field.Row, temporary, part?.Field.Row).ToValue(kind, form));
    }

    /// <summary>A part of a thing, asked for itself.</summary>
    public FactRef Part(BoundField part) => FactRef.OfPart(part.Field.Row, SlotOf(Scope.Resolved(part.Receiver), part));

    /// <summary>The field that holds a list.</summary>
    public FactRef List(BoundField field) => Scope.Resolved(field.Receiver) is BoundField part
        ? FactRef.Of(field.Field.Row, SlotOf(Scope.Resolved(part.Receiver), field), part.Field.Row)
        : FactRef.Of(field.Field.Row, SlotOf(Scope.Resolved(field.Receiver), field));

    private int SlotOf(BoundExpression owner, BoundField field) =>
        Scope.SlotOf(owner) is int slot ? slot < 0 ? -1 : Scope.Use(slot) : throw ExpressionLowering.Unexpected(field);
}
