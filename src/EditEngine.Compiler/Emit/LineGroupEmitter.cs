using System.Collections.Immutable;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of groups that have a line of the claim, procedure and date among their keys: no group is made, its members are compared where they are asked for.</summary>
internal sealed class LineGroupEmitter(Emission emission)
{
    private int _rooms;

    /// <summary>Whether groups are of this sort.</summary>
    public static bool Takes(GroupPlan plan) => plan.NeedsClaimLine && plan.Members.Alternatives.All(one => one.List is null && (one.Kinds & ~(Line | History)) == 0);

    /// <summary>Writes a loop over the groups of a plan.</summary>
    /// <param name="slot">The slot of the groups.</param>
    /// <param name="room">Which of the edit's groups.</param>
    /// <param name="plan">What they are made of.</param>
    /// <param name="body">Writes what is done with each, for the label behind it.</param>
    /// <returns>False where it cannot be written.</returns>
    public bool ForEach(int slot, string room, GroupPlan plan, Func<string, bool> body)
    {
        emission.Text.Line($"if (!run.AllLinesHaveCodeAndDate) {Emission.Undecided}");
        Room[] rooms = Rooms(plan);
        string members = emission.Text.Local("bool[]", $"run.Members({room}, run.LineCount)");
        return Fill(plan, rooms, members) && Lead(slot, room, plan, (rooms, members), body);
    }

    /// <summary>The date of a group: its date key, else that of its first line.</summary>
    public EmittedValue DateOf(LineGroup group) => group.Plan.DateKey >= 0 && !group.Keys[group.Plan.DateKey].MayBeNone
        ? group.Keys[group.Plan.DateKey]
        : emission.Fields.DateOf(new EmittedThing(ThingKind.Line, group.Index, $"lines[{group.Index}]"));

    /// <summary>Writes a loop over the members of a group.</summary>
    public bool OfMembers(int slot, LineGroup group, AlternativePlan alternative, Func<string, bool> body) =>
        ((alternative.Kinds & Line) == 0 || OfLines(slot, group, alternative, body))
        && ((alternative.Kinds & History) == 0 || !HasHistory(group) || OfHistory(slot, group, alternative, body));

    private static int Line => 1 << (int)ThingKind.Line;

    private static int History => 1 << (int)ThingKind.History;

    // Where the keys of lines are kept: a place for each line in an array of its own.
    private sealed record Room(string Array, string Type, string Suffix, ValueKind Kind)
    {
        public string At(string line) => $"{(Suffix.Length == 0 ? "" : $"({Suffix})")}{Array}[{line}]";
    }

    private Room[] Rooms(GroupPlan plan) =>
    [
        .. plan.Keys.Select(key =>
        {
            string room = Emission.Number(_rooms++);
            return key.Kind == ValueKind.Text
                ? new Room(emission.Text.Local("string[]", $"run.Texts({room}, run.LineCount)"), "string", "", key.Kind)
                : new Room(
                    emission.Text.Local("long[]", $"run.Keys({room}, run.LineCount)"), key.Kind switch { ValueKind.Code => "ulong", ValueKind.Day => "int", _ => "long" },
                    key.Kind switch { ValueKind.Code => "ulong", ValueKind.Day => "int", _ => "" }, key.Kind);
        }),
    ];

    private bool Fill(GroupPlan plan, Room[] rooms, string members)
    {
        string at = emission.Text.Name("i");
        emission.Text.Line($"for (int {at} = 0; {at} < lineCount; {at}++) {members}[{at}] = false;");
        return !plan.Members.Alternatives.Any(one => (one.Kinds & Line) != 0) || emission.Sources.OfKind(plan.Members, ThingKind.Line, isComplete: false, _ =>
        {
            string line = emission.Thing(plan.Members.Slot)!.Index; // The loop is over it.
            for (int i = 0; i < rooms.Length; i++)
            {
                if (emission.Groups.Key(plan.Keys[i]) is not { } key)
                {
                    return false;
                }

                emission.Text.Line(rooms[i].Kind == ValueKind.Text ? $"{rooms[i].Array}[{line}] = {key.Text};" : $"{rooms[i].Array}[{line}] = unchecked((long)({key.Text}));");
            }

            emission.Text.Line($"{members}[{line}] = true;");
            return true;
        });
    }

    private bool Lead(int slot, string number, GroupPlan plan, (Room[] Rooms, string Members) kept, Func<string, bool> body)
    {
        (Room[] rooms, string members) = kept;
        string leader = emission.Text.Name("i");
        string next = emission.Text.Name("n");
        emission.Text.Line($"for (int {leader} = 0; {leader} < lineCount; {leader}++)");
        int block = emission.Text.Open();
        emission.Text.Line($"if (!{members}[{leader}]) goto {next};");
        ImmutableArray<EmittedValue> keys = [.. rooms.Select(room => new EmittedValue(emission.Text.Local(room.Type, room.At(leader)), true))];
        string IsSame(string line) => string.Join(" && ", rooms.Select((room, i) => Same(room.Kind, room.At(line), keys[i].Text)));
        string earlier = emission.Text.Name("i");
        emission.Text.Line($"for (int {earlier} = 0; {earlier} < {leader}; {earlier}++) if ({members}[{earlier}] && {IsSame(earlier)}) goto {next};");
        LineGroup group = new(leader, number, plan, keys, members, IsSame);
        bool written = AreHistoryKeysKnown(group) && emission.With(slot, group, () =>
            (plan.Condition is null || emission.Conditions.Require(plan.Condition, $"goto {next};")) && body(next));
        emission.Text.Close(block, next);
        return written;
    }

    // A line of history beside the leader whose other keys are absent may be of several groups: the executor tells.
    private bool AreHistoryKeysKnown(LineGroup group) =>
        group.Keys.Length <= 2 || !HasHistory(group) || OfHistory(group.Plan.Members.Slot, group, new AlternativePlan(History, []), _ => true);

    private static bool HasHistory(LineGroup group) => group.Plan.Members.Alternatives.Any(one => (one.Kinds & History) != 0);

    private bool OfLines(int slot, LineGroup group, AlternativePlan alternative, Func<string, bool> body)
    {
        string at = emission.Text.Name("i");
        emission.Text.Line($"for (int {at} = {group.Index}; {at} < lineCount; {at}++)");
        emission.Text.Line($"if ({group.Members}[{at}] && {group.IsSame(at)})");
        return emission.Sources.Inside(slot, new EmittedThing(ThingKind.Line, at, $"lines[{at}]"), alternative.Conditions, body);
    }

    private bool OfHistory(int slot, LineGroup group, AlternativePlan alternative, Func<string, bool> body)
    {
        SourcePlan members = group.Plan.Members;
        int date = DateOfMembers(group.Plan);
        if (date < 0)
        {
            return false;
        }

        string day = group.Keys[date].Text;
        string at = emission.Text.Name("i");
        EmittedThing thing = new(ThingKind.History, at, $"history[{at}]");
        emission.Text.Line($"if (historyCount > 0 && !run.IsHistoryPlain) {Emission.Undecided}");
        emission.Text.Line($"for (int {at} = run.FirstHistoryFrom({day}); {at} < historyCount && historyDays[{at}] == {day}; {at}++)");
        int block = emission.Text.Open();
        string next = emission.Text.Name("n");

        // What is not of the group's procedure is passed over first: of others the executor asks nothing.
        int procedure = ProcedureOfMembers(group.Plan);
        bool written = procedure >= 0 && emission.With(members.Slot, thing, () =>
        {
            emission.Text.Line($"if (historyCodes[{at}] != {group.Keys[procedure].Text}) goto {next};");
            return emission.Sources.Meets(members, ThingKind.History, next) && HasKeys(group, next);
        });
        written = written && emission.Sources.Inside(slot, thing, alternative.Conditions, _ => body(next));
        emission.Text.Close(block, next);
        return written;
    }

    private bool HasKeys(LineGroup group, string next)
    {
        for (int i = 0; i < group.Keys.Length; i++)
        {
            if (emission.Groups.Key(group.Plan.Keys[i]) is not { } key)
            {
                return false;
            }

            emission.Text.Line($"if (!({Same(group.Plan.Keys[i].Kind, key.Text, group.Keys[i].Text)})) goto {next};");
        }

        return true;
    }

    private static string Same(ValueKind kind, string left, string right) => kind == ValueKind.Text ? $"KnownValues.Same({left}, {right})" : $"{left} == {right}";

    private static int DateOfMembers(GroupPlan plan) => plan.Keys.ToList().FindIndex(key => key is FieldValue { Field.IsLineDate: true } date && date.Field.Slot == plan.Members.Slot);

    private static int ProcedureOfMembers(GroupPlan plan) =>
        plan.Keys.ToList().FindIndex(key => key is FieldValue { Field.IsLineProcedure: true } procedure && procedure.Field.Slot == plan.Members.Slot);
}

/// <summary>A group that a line leads: its members are the lines with the leader's keys, and the history of its day with them.</summary>
/// <param name="Index">C# of the leader's position.</param>
/// <param name="Room">Which of the edit's groups.</param>
/// <param name="Plan">What it is made of.</param>
/// <param name="Keys">Locals with the leader's keys.</param>
/// <param name="Members">Local that says which lines are members of any group.</param>
/// <param name="IsSame">C# of a bool: whether the line at a position has the leader's keys.</param>
internal sealed record LineGroup(string Index, string Room, GroupPlan Plan, ImmutableArray<EmittedValue> Keys, string Members, Func<string, string> IsSame)
    : EmittedGroup(Index, Room, Plan, Keys);
