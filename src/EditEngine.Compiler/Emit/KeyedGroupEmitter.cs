using System.Collections.Immutable;
using System.Numerics;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of groups of any things by any keys: the members are gathered with their keys, then put together.</summary>
internal sealed class KeyedGroupEmitter(Emission emission)
{
    /// <summary>Writes a loop over the groups of a plan.</summary>
    /// <param name="slot">The slot of the groups.</param>
    /// <param name="room">Which of the edit's groups.</param>
    /// <param name="plan">What they are made of.</param>
    /// <param name="body">Writes what is done with each, for the label behind it.</param>
    /// <returns>False where it cannot be written.</returns>
    public bool ForEach(int slot, string room, GroupPlan plan, Func<string, bool> body)
    {
        if (!IsInOrder(plan.Members))
        {
            return false;
        }

        int texts = plan.Keys.Count(key => key.Kind == ValueKind.Text);
        string groups = emission.Text.Local("var", $"run.Groups({room}, {Emission.Number(plan.Keys.Length - texts)}, {Emission.Number(texts)})");
        return Fill(plan, groups) && Each(slot, room, plan, groups, body);
    }

    /// <summary>The date of a group: its date key, else that of its first member.</summary>
    public EmittedValue DateOf(KeyedGroup group)
    {
        int date = group.Plan.DateKey;
        return date >= 0 && !group.Keys[date].MayBeNone
            ? group.Keys[date]
            : new(
                emission.Text.Local("int", $"{group.Groups}.DayOf({group.Index}, {(date < 0 ? "1" : group.Keys[date].Text)})", $"if ({{0}} == 0) {Emission.Undecided}"), false);
    }

    /// <summary>Writes a loop over the members of a group.</summary>
    public bool OfMembers(int slot, KeyedGroup group, AlternativePlan alternative, Func<string, bool> body)
    {
        int kinds = KindsOf(group.Plan.Members);
        for (ThingKind kind = ThingKind.Claim; kind <= ThingKind.ValueCode; kind++)
        {
            if ((kinds & alternative.Kinds & (1 << (int)kind)) != 0 && !OfKind(slot, group, kind, alternative, body))
            {
                return false;
            }
        }

        return true;
    }

    // A list among other things could bring one that stands before them.
    private static bool IsInOrder(SourcePlan source) =>
        KindsOf(source) < 1 << ((int)ThingKind.ValueCode + 1)
        && (source.Alternatives.All(one => one.List is null) || source.Alternatives is [{ Kinds: int kinds }] && BitOperations.IsPow2(kinds));

    private static int KindsOf(SourcePlan source) => source.Alternatives.Aggregate(0, (all, one) => all | one.Kinds);

    private bool Fill(GroupPlan plan, string groups)
    {
        bool written = emission.Sources.ForEach(plan.Members, isComplete: false, _ =>
        {
            EmittedThing thing = emission.Thing(plan.Members.Slot)!; // The loop is over it.
            List<string> keys = [];
            foreach (Expression key in plan.Keys)
            {
                if (emission.Groups.Key(key) is not { } value)
                {
                    return false;
                }

                keys.Add(key.Kind == ValueKind.Text ? $"{groups}.Text({value.Text});" : $"{groups}.Key(unchecked((long)({value.Text})));");
            }

            emission.Text.Line($"{groups}.Add({Emission.Number((int)thing.Kind)}, {thing.Index});");
            keys.ForEach(emission.Text.Line);
            return true;
        });
        emission.Text.Line($"{groups}.Make();");
        return written;
    }

    private bool Each(int slot, string room, GroupPlan plan, string groups, Func<string, bool> body)
    {
        string at = emission.Text.Name("i");
        string next = emission.Text.Name("n");
        emission.Text.Line($"for (int {at} = 0; {at} < {groups}.Count; {at}++)");
        int block = emission.Text.Open();
        KeyedGroup group = new(at, room, plan, [.. KeysOf(plan, groups, at)], groups);
        bool written = emission.With(slot, group, () => (plan.Condition is null || emission.Conditions.Require(plan.Condition, $"goto {next};")) && body(next));
        emission.Text.Close(block, next);
        return written;
    }

    private IEnumerable<EmittedValue> KeysOf(GroupPlan plan, string groups, string at)
    {
        int numbers = 0;
        int texts = 0;
        foreach (Expression key in plan.Keys)
        {
            string type = key.Kind switch { ValueKind.Text => "string", ValueKind.Code => "ulong", ValueKind.Day => "int", _ => "long" };
            yield return new EmittedValue(
                key.Kind == ValueKind.Text
                    ? emission.Text.Local(type, $"{groups}.TextOf({at}, {Emission.Number(texts++)})")
                    : emission.Text.Local(type, $"unchecked(({type}){groups}.KeyOf({at}, {Emission.Number(numbers++)}))"),
                true);
        }
    }

    private bool OfKind(int slot, KeyedGroup group, ThingKind kind, AlternativePlan alternative, Func<string, bool> body)
    {
        string member = emission.Text.Name("m");
        string at = emission.Text.Name("i");
        int block = emission.Text.Open();
        bool written = false;
        if (emission.Sources.At(kind, at) is { } thing)
        {
            string isOfKind = BitOperations.IsPow2(KindsOf(group.Plan.Members)) ? "" : $"{group.Groups}.KindOf({member}) == {Emission.Number((int)kind)} && ";
            emission.Text.Line($"for (int {member} = {group.Groups}.First({group.Index}), {at}; {member} >= 0; {member} = {group.Groups}.Next({member}))");
            emission.Text.Line($"if ({isOfKind}({at} = {group.Groups}.IndexOf({member})) >= 0)");
            written = emission.Sources.Inside(slot, thing, alternative.Conditions, body);
        }

        emission.Text.Close(block);
        return written;
    }
}

/// <summary>A group of things by any keys.</summary>
/// <param name="Index">C# of its position among the groups.</param>
/// <param name="Room">Which of the edit's groups.</param>
/// <param name="Plan">What it is made of.</param>
/// <param name="Keys">Locals with its keys.</param>
/// <param name="Groups">Local with the groups.</param>
internal sealed record KeyedGroup(string Index, string Room, GroupPlan Plan, ImmutableArray<EmittedValue> Keys, string Groups) : EmittedGroup(Index, Room, Plan, Keys);
