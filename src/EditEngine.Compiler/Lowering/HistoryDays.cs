using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;

namespace EditEngine.Compiler.Lowering;

/// <summary>What is asked of the dates of a source's history lines by days that are known before one of them is looked at.</summary>
/// <param name="edit">Whose source it is.</param>
internal sealed class HistoryDays(BoundEdit edit)
{
    private readonly TermReader _terms = new(edit.Basis);

    /// <summary>Whether lines of history are among a source's things.</summary>
    public static bool AreIn(BoundSource source) => source.Alternatives.Any(IsHistory);

    /// <summary>The ends of windows: all hold of every line that belongs, or may. Those that depend on a row's key are left to the conditions.</summary>
    public ImmutableArray<DayRestriction> Of(SourceUse use)
    {
        IEnumerable<int> ofHistory = Enumerable.Range(0, use.Source.Alternatives.Length).Where(i => IsHistory(use.Source.Alternatives[i]));
        return [.. use.OfAny(ofHistory, edit.Basis).Days.Where(day => day.Path == "date" && day.Unless.IsEmpty && day.OneOf.All(one => IsKnown(one, use.Before)))];
    }

    /// <summary>The one day that is asked for; null for windows.</summary>
    public static DayTerm? OneDay(ImmutableArray<DayRestriction> days) =>
        days.FirstOrDefault(one => !one.IsUpper && one.OneOf.Length == 1 && days.Any(other => other.IsUpper && other.OneOf.SequenceEqual(one.OneOf)))?.OneOf[0];

    /// <summary>How many days a window is long at most; null where an end is open, or hangs on something else than the other.</summary>
    public static int? LengthOf(ImmutableArray<DayRestriction> days) =>
        (from first in days
         where first is { IsUpper: false, OneOf.Length: 1 }
         from last in days
         where last is { IsUpper: true, OneOf.Length: 1 }
         select DayWindows.LengthOf(first.OneOf[0], last.OneOf[0])).Min();

    /// <summary>The group, and the key of it, that a field of its members is where the group stands for them.</summary>
    public (int Group, int Key)? KeyOf(ThingTerm thing, ImmutableHashSet<int> before)
    {
        foreach (BoundGroupBinding group in edit.Bindings.OfType<BoundGroupBinding>().Where(group => group.Members.Variable.Slot == thing.Slot && before.Contains(group.Variable.Slot)))
        {
            int key = group.Keys.ToList().FindIndex(one => thing.Equals(_terms.Field(one.Value, Definitions.None)));
            return key < 0 ? null : (group.Variable.Slot, key);
        }

        return null;
    }

    private static bool IsHistory(BoundAlternative one) => one is { Kind: ThingKinds.History, List: null };

    private bool IsKnown(DayTerm day, ImmutableHashSet<int> before) => day.Anchor switch
    {
        DayAnchor => true,
        DateAnchor { Date: ClaimTerm } => true,
        DateAnchor { Date: ThingTerm thing } => before.Contains(thing.Slot) || KeyOf(thing, before) is not null,
        EdgeAnchor edge => IsKnown(edge.Of, before) && (edge.Start is null || IsKnown(edge.Start, before)),
        _ => false,
    };
}
