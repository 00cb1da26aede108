using System.Collections.Immutable;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Sources of things, and lists.</summary>
internal sealed class SourceLinker(StepLinker steps)
{
    /// <summary>A source.</summary>
    public SourceSteps Of(SourcePlan source)
    {
        steps.Slots.Hold(source);
        return Linked(source);
    }

    private SourceSteps Linked(SourcePlan source) => new(
        steps.Slots.CheckedOwn(source.Slot),
        [.. source.Alternatives.Select(one => new AlternativeSteps(one.Kinds, one.List is null ? null : List(one.List), [.. one.Conditions.Select(steps.Conditions.Of)]))])
    {
        Access = source.Access switch
        {
            HistoryOnDay on => new OnDaySteps(steps.Days.Of(on.Day)),
            HistoryBetween between => new BetweenSteps(Bounds(between.From), Bounds(between.To)),
            _ => null,
        },
    };

    /// <summary>A source; null for none.</summary>
    public SourceSteps? OfOptional(SourcePlan? source) => source is null ? null : Of(source);

    private ImmutableArray<ImmutableArray<Step<Day>>> Bounds(ImmutableArray<DayBound> bounds) => [.. bounds.Select(bound => Bound(bound.OneOf))];

    private ImmutableArray<Step<Day>> Bound(ImmutableArray<Expression> oneOf) =>
        oneOf.IsEmpty ? throw new MalformedPlanException("an end of a window is none of any days") : [.. oneOf.Select(steps.Days.Of)];

    /// <summary>A list.</summary>
    public ListStep List(ThingList list) => list switch
    {
        EvidenceOf evidence => new EvidenceList(steps.Slots.Checked(evidence.Suggestion)),
        CertificatesOf certificates => new CertificateList(steps.Slots.Checked(certificates.Provider)),
        SpansOf spans => new SpanList(spans.Name, spans.Member),
        RowsOf rows => new RowList(rows.Table, steps.Days.OfOptional(rows.On), rows.FirstKey is null ? null : steps.Things.Key(rows.FirstKey)),
        MembersOf members => new MemberList(steps.Slots.CheckedGroup(members.Group)),
        OwnMembersOf members => new OwnMembersList(steps.Slots.CheckedGroup(members.Group)),
        OnlyThing one => new OneThingList(steps.Things.Of(one.Thing)),
        LastRun run => new RunList(Of(run.Source), steps.Of(run.By.Kind).Order(new OrderBy(run.By, IsDescending: false)), steps.Slots.CheckedOwn(run.Previous), steps.Conditions.Of(run.Broken)),
        _ => throw new MalformedPlanException($"a list of {list.GetType().Name} is not known"),
    };
}
