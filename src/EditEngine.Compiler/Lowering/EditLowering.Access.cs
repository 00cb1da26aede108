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
        if (!HistoryDays.AreIn(source))
        {
            return null;
        }

        // Where nothing can come of any line, the conditions say so themselves.
        SourceUse use = _uses[source];
        ImmutableArray<DayRestriction> asked = _historyDays.Of(use);
        if (HistoryDays.OneDay(asked) is DayTerm day)
        {
            return new HistoryOnDay(DayOf(day, use.Before));
        }

        return asked.IsEmpty ? new AllOf() : new HistoryBetween(BoundsOf(isUpper: false), BoundsOf(isUpper: true));

        ImmutableArray<DayBound> BoundsOf(bool isUpper) =>
            [.. asked.Where(one => one.IsUpper == isUpper).Select(one => new DayBound([.. one.OneOf.Select(term => DayOf(term, use.Before))]))];
    }

    /// <summary>What the first key of a source's rows is equal to, where it is known before them: they are looked up by it.</summary>
    private BoundExpression? FirstKeyOf(BoundSource source, int alternative) =>
        !_uses.TryGetValue(source, out SourceUse? use) ? null
            : use.Of(alternative, _edit.Basis).Columns.FirstOrDefault(one => one.Column == 0 && use.Before.IsSupersetOf(one.Slots))?.Value;

    private Step<int> DayOf(DayTerm day, ImmutableHashSet<int> before)
    {
        Step<int> anchor = day.Anchor switch
        {
            DayAnchor one => new ConstantStep<int>(one.DayNumber),
            DateAnchor { Date: ClaimTerm claim } => DateOf(ThingKinds.Claim, claim.Path, -1),
            DateAnchor { Date: ThingTerm thing } when before.Contains(thing.Slot) => DateOf(thing.Things, thing.Path, Use(thing.Slot)),
            DateAnchor { Date: ThingTerm thing } when _historyDays.KeyOf(thing, before) is (int group, int key) => new KeyOfGroup<int>(Use(group), key),
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
