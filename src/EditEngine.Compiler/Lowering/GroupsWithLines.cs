using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Compiler.Symbols;
using EditEngine.Plans;

namespace EditEngine.Compiler.Lowering;

/// <summary>Groups of which only those with a line of the claim come to anything: their history has the keys of a line.</summary>
internal static class GroupsWithLines
{
    /// <summary>Every action of the edit acts on the claim's own lines of this group, and on nothing else.</summary>
    public static bool Are(BoundEdit edit, BoundGroupBinding group) =>
        edit.Bindings.Length == 1
        && group.Members.Alternatives.All(one => one.List is null && (one.Kind & ~(ThingKinds.Line | ThingKinds.History)) == 0)
        && edit.Cases.SelectMany(one => one.Actions).All(action => action.Target == TargetPlan.EveryLine
            && action.Thing is BoundVariable { Variable: GroupVariable thing } && thing.Slot == group.Variable.Slot);

    /// <summary>Procedure and date are among the keys of such groups, and what else is compares at once.</summary>
    public static bool AreByCodeAndDay(BoundEdit edit, BoundGroupBinding group)
    {
        TermReader terms = new(edit.Basis);
        Term?[] keys = [.. group.Keys.Select(key => terms.Field(key.Value, Definitions.None))];
        return Are(edit, group) && Has("procedure") && Has("date") && group.Keys.All(key => key.Value.Type.Kind is TypeKind.Code or TypeKind.Date or TypeKind.Text);

        bool Has(string path) => keys.Any(key => key is ThingTerm thing && thing.Slot == group.Members.Variable.Slot && thing.Path == path);
    }

    /// <summary>A need with what the group's keys ask of a member: equal to those of a line that is a member too.</summary>
    /// <remarks>A member that lacks a key could be of several groups, and what decides one of them then depends on the others: nothing is asked where there may be such a member.</remarks>
    public static HistoryNeed WithKeys(HistoryNeed need, BoundEdit edit, BoundGroupBinding group)
    {
        TermReader terms = new(edit.Basis);
        Term?[] keys = [.. group.Keys.Select(key => terms.Field(key.Value, Definitions.None))];
        if (keys.Any(key => key is not ThingTerm thing || thing.Slot != group.Members.Variable.Slot))
        {
            return need;
        }

        string[] paths = [.. keys.Cast<ThingTerm>().Select(key => key.Path)];
        ImmutableArray<NeedValue> unless = [.. paths.Select(path => new NeedValue(NeedOwner.Line, path, [])), .. paths.Select(path => new NeedValue(NeedOwner.History, path, [need]))];
        for (int i = 0; i < paths.Length; i++)
        {
            NeedValue line = new(NeedOwner.Line, paths[i], []);
            NeedDay day = new(new NeedDate(line), 0, 0);
            need = group.Keys[i].Value.Type.Kind == TypeKind.Date && paths[i] is "date" or "through"
                ? need with { Days = need.Days.AddRange(new NeededDay(paths[i], false, [day], unless), new NeededDay(paths[i], true, [day], unless)) }
                : need with { Keys = need.Keys.Add(new NeededKey(paths[i], [line], unless)) };
        }

        return need;
    }
}
