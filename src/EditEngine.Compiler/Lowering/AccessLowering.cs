using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Compiler.Symbols;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Lowering;

/// <summary>Access paths: the days of a source's history and the first key of its rows, out of what is asked of it.</summary>
internal sealed class AccessLowering(LoweringScope scope, BoundEdit edit, ImmutableArray<SourceUse> sources)
{
    private readonly HistoryDays _historyDays = new(edit);
    private readonly Dictionary<BoundSource, SourceUse> _uses = SourceUses.BySource(sources);

    /// <summary>Which lines of history are looked at; null where none are among the things.</summary>
    public Access? Of(BoundSource source)
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

        return asked.IsEmpty ? AllOf.Things : new HistoryBetween(BoundsOf(isUpper: false), BoundsOf(isUpper: true));

        ImmutableArray<DayBound> BoundsOf(bool isUpper) =>
            [.. asked.Where(one => one.IsUpper == isUpper).Select(one => new DayBound([.. one.OneOf.Select(term => DayOf(term, use.Before))]))];
    }

    /// <summary>What the first key of a source's rows is equal to, where it is known before them: they are looked up by it.</summary>
    public BoundExpression? FirstKeyOf(BoundSource source, int alternative) =>
        !_uses.TryGetValue(source, out SourceUse? use) ? null
            : use.Of(alternative, edit.Basis).Columns.FirstOrDefault(one => one.Column == 0 && use.Before.IsSupersetOf(one.Slots))?.Value;

    private Expression DayOf(DayTerm day, ImmutableHashSet<int> before)
    {
        Expression anchor = day.Anchor switch
        {
            DayAnchor one => ConstantValue.Of(ValueKind.Day, DateOnly.FromDayNumber(one.DayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            DateAnchor { Date: ClaimTerm claim } => DateOf(ThingKinds.Claim, claim.Path, -1),
            DateAnchor { Date: ThingTerm thing } when before.Contains(thing.Slot) => DateOf(thing.Things, thing.Path, scope.Use(thing.Slot)),
            DateAnchor { Date: ThingTerm thing } when _historyDays.KeyOf(thing, before) is (int group, int key) => new GroupKeyValue(ValueKind.Day, scope.Use(group), key),
            EdgeAnchor edge => ValueLowering.Edge(edge.Period, edge.IsLast, DayOf(edge.Of, before), edge.Start is null ? null : DayOf(edge.Start, before)),
            _ => throw new System.Diagnostics.UnreachableException($"{day} is not known before its source."),
        };
        return Moved(Moved(anchor, day.Months, "months"), day.Days, "days");
    }

    private static Expression Moved(Expression day, int count, string unit) => count == 0
        ? day
        : new Operation("add", ValueKind.Day, [day, ConstantValue.Of(ValueKind.Period, string.Create(CultureInfo.InvariantCulture, $"{count} {unit}"))]);

    private static FieldValue DateOf(ThingKinds owner, string path, int slot)
    {
        string[] names = path.Split('.');
        FieldSymbol first = FieldSymbols.Find(owner, names[0])!; // The reader of terms found it.
        FactRef field = names.Length == 1
            ? FactRef.Of(first.Row, slot)
            : FactRef.Of(FieldSymbols.Find(first.Type.Things, names[1])!.Row, slot, first.Row); // Likewise.
        return field.ToValue(ValueKind.Day, ValueForm.Plain);
    }
}
