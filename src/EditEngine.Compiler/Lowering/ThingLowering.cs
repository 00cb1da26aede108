using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Evaluation;
using EditEngine.Plans;

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
            return new SlotThing(slot < 0 ? -1 : Scope.Use(slot));
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

    /// <summary>A part of a table's key: a code or a text.</summary>
    public Expression KeyPart(BoundExpression part) => lowering.Values.Of(part.Type.Kind == TypeKind.Code ? ValueKind.Code : ValueKind.Text, part);

    /// <summary>A field of a thing, or of a part of it.</summary>
    public Expression Field(ValueKind kind, BoundField field, ValueForm form)
    {
        BoundExpression receiver = Scope.Resolved(field.Receiver);
        BoundField? part = receiver as BoundField;
        BoundExpression owner = part is null ? receiver : Scope.Resolved(part.Receiver);
        Role role = part is null ? Role.Self : RoleOf(part.Field);
        ThingKinds owners = part?.Field.Owners ?? field.Field.Owners;

        // Codes and dates of lines stand in columns; all else is looked up, and facts of parts at two removes.
        Scope.AddCost(role != Role.Self ? 2 : field.Field.Name is "procedure" or "date" ? 0 : 1);
        if (Scope.SlotOf(owner) is int slot)
        {
            return new FieldValue(kind, RefOf(field.Field, slot < 0 ? -1 : Scope.Use(slot), role, owners), form);
        }

        int temporary = Scope.NewSlot();
        return new OfThing(Of(owner), temporary, new FieldValue(kind, RefOf(field.Field, temporary, role, owners), form));
    }

    /// <summary>A part of a thing. It is asked for itself, and not for a fact of it: which fact the reference names does not matter.</summary>
    public FactRef Part(BoundField part) =>
        new(default, SlotOf(Scope.Resolved(part.Receiver), part), RoleOf(part.Field), part.Field.Name, part.Field.Absence == Absence.None, KindsOf(part.Field.Owners));

    /// <summary>The field that holds a list.</summary>
    public FactRef List(BoundField field) => Scope.Resolved(field.Receiver) is BoundField part
        ? RefOf(field.Field, SlotOf(Scope.Resolved(part.Receiver), field), RoleOf(part.Field), part.Field.Owners)
        : RefOf(field.Field, SlotOf(Scope.Resolved(field.Receiver), field), Role.Self, field.Field.Owners);

    /// <summary>A bit for each kind of the language.</summary>
    public static int KindsOf(ThingKinds kinds)
    {
        int stores = 0;
        foreach (Store store in Enum.GetValues<Store>())
        {
            if (store > Store.Missing && (kinds & Enum.Parse<ThingKinds>(store.ToString())) != 0)
            {
                stores |= 1 << (int)store;
            }
        }

        return stores;
    }

    private int SlotOf(BoundExpression owner, BoundField field) =>
        Scope.SlotOf(owner) is int slot ? slot < 0 ? -1 : Scope.Use(slot) : throw ExpressionLowering.Unexpected(field);

    private static FactRef RefOf(FieldSymbol field, int slot, Role role, ThingKinds owners) =>
        new(FactOf(field), slot, role, field.Name, field.Absence == Absence.None, KindsOf(owners));

    private static Role RoleOf(FieldSymbol part) => Enum.Parse<Role>(Pascal(part.Name));

    private static Fact FactOf(FieldSymbol field)
    {
        string owner = field.Owners switch
        {
            ThingKinds.Claim => "Claim",
            ThingKinds.Line or (ThingKinds.Line | ThingKinds.History) => "Line",
            ThingKinds.ValueCode => "ValueCode",
            _ => field.Owners.ToString(),
        };
        return Enum.Parse<Fact>(owner + Pascal(field.Name));
    }

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
