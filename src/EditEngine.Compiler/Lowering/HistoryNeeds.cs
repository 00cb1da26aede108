using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Plans;
using EditEngine.Stacks;

namespace EditEngine.Compiler.Lowering;

/// <summary>Derives what history a pack needs from its edits: wherever one runs over history lines, what it asks of them.</summary>
internal static class HistoryNeeds
{
    /// <summary>The needs of a pack, in the order of its edits; those that ask the same are one need of several edits.</summary>
    public static ImmutableArray<HistoryNeed> Of(BoundPack pack) =>
        DeepStack.Run(() => NeedUnion.Of(pack.Edits.SelectMany(edit => Of(edit))));

    /// <summary>The needs of one edit, one for each place that reads history.</summary>
    public static ImmutableArray<HistoryNeed> Of(BoundEdit edit) => new EditNeeds(edit, SourceUses.Of(edit)).All();

    /// <summary>The fields of history lines that a pack reads, as the language names them, in ordinal order.</summary>
    public static ImmutableArray<string> Columns(BoundPack pack) => DeepStack.Run<ImmutableArray<string>>(() =>
    [
        .. pack.Edits.SelectMany(HistoryFields.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ]);
}

/// <summary>The needs of one edit.</summary>
internal sealed class EditNeeds
{
    private readonly BoundEdit _edit;
    private readonly ImmutableArray<SourceUse> _uses;
    private readonly Dictionary<int, ImmutableArray<HistoryNeed>> _ofSlot = [];

    public EditNeeds(BoundEdit edit, ImmutableArray<SourceUse> uses)
    {
        _edit = edit;
        _uses = uses;
    }

    public ImmutableArray<HistoryNeed> All()
    {
        List<HistoryNeed> all = [];
        foreach (SourceUse use in _uses)
        {
            List<HistoryNeed> own = [];
            for (int i = 0; i < use.Source.Alternatives.Length; i++)
            {
                // Members of a list come from a source that is seen by itself.
                if (use.Source.Alternatives[i] is { Kind: ThingKinds.History, List: null } && NeedOf(use, i) is HistoryNeed need)
                {
                    own.Add(need);
                }
            }

            // Only what stands before can be asked about: a need never asks about itself.
            if (use.Source.Alternatives.All(one => one.List is null))
            {
                _ofSlot.TryAdd(use.Source.Variable.Slot, [.. own]);
            }

            all.AddRange(own);
        }

        return NeedUnion.Of(all);
    }

    private HistoryNeed? NeedOf(SourceUse use, int alternative)
    {
        Restriction asked = use.Of(alternative, _edit.Basis);
        if (asked.IsImpossible)
        {
            return null;
        }

        HistoryNeed need = new(
            [_edit.Id],
            [.. asked.Codes.Select(codes => (Codes: codes, Unless: Values(codes.Unless))).Where(one => one.Unless is not null).Select(one => new NeededCodes(one.Codes.Path, one.Codes.Codes, one.Unless!.Value))], // Tested before.
            [.. asked.Words.Select(words => new NeededWords(words.Path, [.. words.Words.Order(StringComparer.Ordinal)]))],
            [.. asked.Keys.Select(key => (key.Path, OneOf: Values(key.OneOf))).Where(one => one.OneOf is not null).Select(one => new NeededKey(one.Path, one.OneOf!.Value, []))], // Tested before.
            [.. asked.Days.Select(day => (Day: day, OneOf: Days(day.OneOf), Unless: Values(day.Unless))).Where(one => one.OneOf is not null && one.Unless is not null)
                .Select(one => new NeededDay(one.Day.Path, one.Day.IsUpper, one.OneOf!.Value, one.Unless!.Value))]); // Tested before.
        return use.Group is BoundGroupBinding group && GroupsWithLines.Are(_edit, group) ? GroupsWithLines.WithKeys(need, _edit, group) : need;
    }

    // Null where one of them is not to be had before the history is: then nothing is asked.
    private ImmutableArray<NeedValue>? Values(ImmutableArray<Term> terms)
    {
        List<NeedValue> values = [];
        foreach (Term term in terms)
        {
            if (ValuesOf(term) is not ImmutableArray<NeedValue> some)
            {
                return null;
            }

            values.AddRange(some);
        }

        return [.. values];
    }

    private ImmutableArray<NeedValue>? ValuesOf(Term term)
    {
        switch (term)
        {
            case ConstantTerm constant:
                return [new NeedValue(NeedOwner.Constant, constant.Text, [])];
            case ClaimTerm claim:
                return [new NeedValue(NeedOwner.Claim, claim.Path, [])];
            case ThingTerm { Things: ThingKinds.Line } line:
                return [new NeedValue(NeedOwner.Line, line.Path, [])];
            case ThingTerm thing when (thing.Things & ~(ThingKinds.Line | ThingKinds.History)) == 0 && _ofSlot.TryGetValue(thing.Slot, out ImmutableArray<HistoryNeed> of):
                return [.. ((thing.Things & ThingKinds.Line) != 0 ? [new NeedValue(NeedOwner.Line, thing.Path, [])] : ImmutableArray<NeedValue>.Empty), new NeedValue(NeedOwner.History, thing.Path, of)];
            default:
                return null;
        }
    }

    private ImmutableArray<NeedDay>? Days(ImmutableArray<DayTerm> terms)
    {
        List<NeedDay> days = [];
        foreach (DayTerm term in terms)
        {
            if (DaysOf(term) is not ImmutableArray<NeedDay> some)
            {
                return null;
            }

            days.AddRange(some);
        }

        return [.. days];
    }

    private ImmutableArray<NeedDay>? DaysOf(DayTerm term)
    {
        switch (term.Anchor)
        {
            case DayAnchor day:
                return [new NeedDay(new NeedFixedDay(DateOnly.FromDayNumber(day.DayNumber)), term.Months, term.Days)];
            case DateAnchor date:
                return ValuesOf(date.Date) is ImmutableArray<NeedValue> values ? [.. values.Select(value => new NeedDay(new NeedDate(value), term.Months, term.Days))] : null;
            case EdgeAnchor edge when DaysOf(edge.Of) is ImmutableArray<NeedDay> inner:
                NeedDay? start = edge.Start is null ? null : DaysOf(edge.Start) is { Length: 1 } one ? one[0] : null;
                return (edge.Start is null) == (start is null) ? [.. inner.Select(day => new NeedDay(new NeedPeriodEdge(edge.Period, edge.IsLast, day, start), term.Months, term.Days))] : null;
            default:
                return null;
        }
    }
}

/// <summary>Needs put together.</summary>
internal static class NeedUnion
{
    /// <summary>Those that ask the same become one need of several edits.</summary>
    public static ImmutableArray<HistoryNeed> Of(IEnumerable<HistoryNeed> needs) => Of(needs.Select(need => (NeedText.Of(need), need)));

    /// <summary>The same with the texts that stand for what they ask.</summary>
    public static ImmutableArray<HistoryNeed> Of(IEnumerable<(string Text, HistoryNeed Need)> needs) =>
    [
        .. needs.GroupBy(one => one.Text, one => one.Need, StringComparer.Ordinal)
            .Select(group => group.Skip(1).Any() ? group.First() with { Edits = [.. group.SelectMany(need => need.Edits).Distinct(StringComparer.Ordinal)] } : group.First()),
    ];
}
