using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Compiler.Symbols;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;

namespace EditEngine.Compiler.Lowering;

/// <content>Access paths: the days of a source's history, out of what is asked of it.</content>
internal sealed partial class EditLowering
{
    private Access? AccessOf(BoundSource source)
    {
        int[] ofHistory = [.. Enumerable.Range(0, source.Alternatives.Length).Where(i => source.Alternatives[i] is { Store: ThingKinds.History, List: null })];
        if (ofHistory.Length == 0)
        {
            return null;
        }

        // Where nothing can come of any line, the conditions say so themselves.
        SourceUse use = _uses[source];
        ImmutableArray<DayRestriction> asked = [.. use.OfAny(ofHistory, _edit.Basis).Days.Where(day => day.Path == "date" && day.OneOf.All(one => IsKnown(one, use.Before)))];
        if (asked.FirstOrDefault(one => !one.IsUpper && one.OneOf.Length == 1 && asked.Any(other => other.IsUpper && other.OneOf.SequenceEqual(one.OneOf))) is DayRestriction day)
        {
            return new HistoryOnDay(DayOf(day.OneOf[0], use.Before));
        }

        return asked.IsEmpty ? new AllOf() : new HistoryBetween(BoundsOf(isUpper: false), BoundsOf(isUpper: true));

        ImmutableArray<DayBound> BoundsOf(bool isUpper) =>
            [.. asked.Where(one => one.IsUpper == isUpper).Select(one => new DayBound([.. one.OneOf.Select(term => DayOf(term, use.Before))]))];
    }

    private bool IsKnown(DayTerm day, ImmutableHashSet<int> before) => day.Anchor switch
    {
        DayAnchor => true,
        DateAnchor { Date: ClaimTerm } => true,
        DateAnchor { Date: ThingTerm thing } => before.Contains(thing.Slot) || KeyOf(thing, before) is not null,
        EdgeAnchor edge => IsKnown(edge.Of, before) && (edge.Start is null || IsKnown(edge.Start, before)),
        _ => false,
    };

    // The key of a group is told by the field of the members that it is.
    private (int Group, int Key)? KeyOf(ThingTerm thing, ImmutableHashSet<int> before)
    {
        TermReader terms = new(_edit.Basis);
        foreach (BoundGroupBinding group in _edit.Bindings.OfType<BoundGroupBinding>().Where(group => group.Members.Variable.Slot == thing.Slot && before.Contains(group.Variable.Slot)))
        {
            int key = group.Keys.ToList().FindIndex(one => thing.Equals(terms.Field(one.Value, Definitions.None)));
            return key < 0 ? null : (group.Variable.Slot, key);
        }

        return null;
    }

    private Step<int> DayOf(DayTerm day, ImmutableHashSet<int> before)
    {
        Step<int> anchor = day.Anchor switch
        {
            DayAnchor one => new ConstantStep<int>(one.DayNumber),
            DateAnchor { Date: ClaimTerm claim } => DateOf(ThingKinds.Claim, claim.Path, -1),
            DateAnchor { Date: ThingTerm thing } when before.Contains(thing.Slot) => DateOf(thing.Things, thing.Path, Use(thing.Slot)),
            DateAnchor { Date: ThingTerm thing } when KeyOf(thing, before) is (int group, int key) => new KeyOfGroup<int>(Use(group), key),
            EdgeAnchor edge => new PeriodEdgeStep(edge.Period, edge.IsLast, DayOf(edge.Of, before), edge.Start is null ? null : DayOf(edge.Start, before)),
            _ => throw new System.Diagnostics.UnreachableException($"{day} is not known before its source."),
        };
        return day is { Months: 0, Days: 0 } ? anchor
            : new ShiftStep(anchor, new ConstantStep<EditEngine.Evaluation.Steps.Span>(new EditEngine.Evaluation.Steps.Span(Presence.Known, day.Days, day.Months)), 1);
    }

    private static DayFact DateOf(ThingKinds owner, string path, int slot)
    {
        string[] names = path.Split('.');
        FieldSymbol first = Fields.Find(owner, names[0])!; // The reader of terms found it.
        return names.Length == 1
            ? new DayFact(RefOf(first, slot, Role.Self, first.Owners))
            : new DayFact(RefOf(Fields.Find(first.Type.Things, names[1])!, slot, Enum.Parse<Role>(Pascal(names[0])), first.Owners)); // Likewise.
    }
}
