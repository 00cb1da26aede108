using System.Collections.Immutable;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>The slots of one plan: a step that names another would read beyond them while claims are decided.</summary>
internal sealed class SlotScope
{
    // More than the largest edit that compiles has.
    private const int MostSlots = 1 << 20;

    private readonly int _count;
    private readonly Dictionary<int, int> _keys = [];
    private readonly Dictionary<int, SourcePlan> _members = [];
    private readonly Dictionary<int, ImmutableArray<Table>> _tables = [];

    public SlotScope(EditPlan plan)
    {
        _count = plan.SlotCount is >= 0 and <= MostSlots ? plan.SlotCount : throw new MalformedPlanException($"an edit has {plan.SlotCount} slots");
        foreach (BindingPlan binding in plan.Bindings.Where(binding => binding.Group is not null))
        {
            _keys[binding.Slot] = binding.Group!.Keys.Length; // Those without were left out.
            _members[binding.Slot] = binding.Group.Members;
        }
    }

    /// <summary>A slot; -1 is the claim.</summary>
    /// <exception cref="MalformedPlanException">There is none of that number.</exception>
    public int Checked(int slot) => slot >= -1 && slot < _count ? slot : throw Unknown(slot);

    /// <summary>The same of a field's slot.</summary>
    public FactRef Checked(FactRef fact) => Checked(fact.Slot) == fact.Slot ? fact : throw Unknown(fact.Slot);

    /// <summary>A slot that is written to: the claim is none.</summary>
    public int CheckedOwn(int slot) => slot >= 0 && slot < _count ? slot : throw Unknown(slot);

    /// <summary>The slot of a group.</summary>
    public int CheckedGroup(int slot) => _keys.ContainsKey(slot) ? slot : throw new MalformedPlanException($"slot {slot} holds no group");

    /// <summary>The position of a group's key.</summary>
    public int CheckedKey(GroupKeyValue key) =>
        _keys.TryGetValue(key.Group, out int keys) && key.Key >= 0 && key.Key < keys ? key.Key : throw new MalformedPlanException($"slot {key.Group} has no key {key.Key}");

    /// <summary>A look-up, whose key is that of its table.</summary>
    public static LookUp Fitting(LookUp lookUp)
    {
        TableColumn[] keys = [.. lookUp.Table.Columns.Where(column => column.IsKey)];
        bool fits = keys.Length == lookUp.Key.Length && keys.Zip(lookUp.Key).All(one => one.First.Type == KeyTypeOf(one.Second.Kind));
        return fits ? lookUp : throw new MalformedPlanException($"the key of '{lookUp.Name}' is another");
    }

    private static ColumnType KeyTypeOf(ValueKind kind) => kind switch { ValueKind.Code => ColumnType.Code, ValueKind.Number => ColumnType.Number, _ => ColumnType.Text };

    /// <summary>A slot is bound to a thing, which may be a row.</summary>
    public void Hold(int slot, Expression thing) => _tables[slot] = TablesOf(thing);

    /// <summary>A slot runs over things, which may be rows.</summary>
    public void Hold(SourcePlan source) => _tables[source.Slot] = TablesOf(source);

    /// <summary>A slot is bound to a row of a table.</summary>
    public void Hold(int slot, Table table) => _tables[slot] = [table];

    /// <summary>The position of a column, which each table has that the row may be of, with one type.</summary>
    public int Checked(ColumnValue column, ColumnType type)
    {
        ImmutableArray<Table> tables = TablesOf(column.Row);
        bool fits = !tables.IsEmpty && tables.All(table => column.Column >= 0 && column.Column < table.Columns.Length && table.Columns[column.Column].Type == type);
        return fits ? column.Column : throw new MalformedPlanException($"a table has no column {column.Column} of type {type}");
    }

    private ImmutableArray<Table> TablesOf(Expression thing) => thing switch
    {
        LookUp lookUp => [lookUp.Table],
        SlotThing slot => _tables.GetValueOrDefault(slot.Slot, []),
        FirstThing first => TablesOf(first.Source),
        Choice choice => [.. choice.Branches.SelectMany(branch => TablesOf(branch.Value))],
        OrElse either => [.. TablesOf(either.First), .. TablesOf(either.Second)],
        UniqueValue unique => TablesOf(unique.Value),
        OfThing of => [.. TablesOf(of.Value)],
        _ => [],
    };

    private ImmutableArray<Table> TablesOf(SourcePlan source) => [.. source.Alternatives.SelectMany(one => TablesOf(one.List))];

    private ImmutableArray<Table> TablesOf(ThingList? list) => list switch
    {
        RowsOf rows => [rows.Table],
        OnlyThing one => TablesOf(one.Thing),
        LastRun run => TablesOf(run.Source),
        MembersOf members => TablesOfGroup(members.Group),
        OwnMembersOf members => TablesOfGroup(members.Group),
        _ => [],
    };

    // A group of a group's members: only those bound before it can be.
    private ImmutableArray<Table> TablesOfGroup(int group) => _members.Remove(group, out SourcePlan? members) ? Restored(group, members) : [];

    private ImmutableArray<Table> Restored(int group, SourcePlan members)
    {
        ImmutableArray<Table> tables = TablesOf(members);
        _members.Add(group, members);
        return tables;
    }

    private static MalformedPlanException Unknown(int slot) => new($"there is no slot {slot}");
}
