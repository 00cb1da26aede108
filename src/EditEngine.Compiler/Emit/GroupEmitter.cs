using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of groups: those of lines by procedure and date, and those of anything by any keys.</summary>
internal sealed class GroupEmitter(Emission emission)
{
    private readonly LineGroupEmitter _ofLines = new(emission);
    private readonly KeyedGroupEmitter _keyed = new(emission);
    private int _rooms;

    /// <summary>Writes a loop over the groups of a plan.</summary>
    /// <param name="slot">The slot of the groups.</param>
    /// <param name="plan">What they are made of.</param>
    /// <param name="body">Writes what is done with each, for the label behind it.</param>
    /// <returns>False where it cannot be written.</returns>
    public bool ForEach(int slot, GroupPlan plan, Func<string, bool> body)
    {
        string room = Emission.Number(_rooms++);
        return LineGroupEmitter.Takes(plan) ? _ofLines.ForEach(slot, room, plan, body) : _keyed.ForEach(slot, room, plan, body);
    }

    /// <summary>A key of a group.</summary>
    public EmittedValue? KeyOf(GroupKeyValue key) => emission.Thing(key.Group) is EmittedGroup group ? group.Keys[key.Key] : null;

    /// <summary>The date of a group: its date key, else that of its first member.</summary>
    public EmittedValue? DateOf(int slot) => emission.Thing(slot) switch
    {
        LineGroup group => _ofLines.DateOf(group),
        KeyedGroup group => _keyed.DateOf(group),
        _ => null,
    };

    /// <summary>Writes a loop over the members of a group.</summary>
    public bool OfMembers(int slot, int groupSlot, AlternativePlan alternative, Func<string, bool> body) => emission.Thing(groupSlot) switch
    {
        LineGroup group => _ofLines.OfMembers(slot, group, alternative, body),
        KeyedGroup group => _keyed.OfMembers(slot, group, alternative, body),
        _ => false,
    };

    /// <summary>C# of a bool that says to the executor which group a slot stands for: false where it has no such group.</summary>
    public string Set(int slot, EmittedGroup group)
    {
        int binding = emission.Plan.Bindings.IndexOf(emission.Plan.Bindings.First(one => one.Slot == slot));
        (string kind, string index, string guess) = group is KeyedGroup keyed
            ? ($"{keyed.Groups}.KindOf({keyed.Groups}.First({keyed.Index}))", $"{keyed.Groups}.IndexOf({keyed.Groups}.First({keyed.Index}))", keyed.Index)
            : (Emission.Number((int)ThingKind.Line), group.Index, "0");
        return $"run.SetGroup({Emission.Number(slot)}, {Emission.Number(binding)}, {group.Room}, {kind}, {index}, {guess})";
    }

    /// <summary>A key of a member, of a type by which groups are made here.</summary>
    public EmittedValue? Key(Expression key) => key.Kind switch
    {
        ValueKind.Code => emission.Codes.Of(key),
        ValueKind.Day => emission.Days.Of(key),
        ValueKind.Text => emission.Texts.Of(key),
        ValueKind.Number => emission.Numbers.Of(key) is { } number ? number.ToValue() : null,
        _ => null,
    };
}
