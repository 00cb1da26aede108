using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Sources of things, and lists.</summary>
internal sealed class SourceLinker(StepLinker steps)
{
    /// <summary>A source.</summary>
    public SourceSteps Of(SourcePlan source) => new(
        source.Slot,
        [.. source.Alternatives.Select(one => new AlternativeSteps(one.Kinds, one.List is null ? null : List(one.List), [.. one.Conditions.Select(steps.Conditions.Of)]))]);

    /// <summary>A source; null for none.</summary>
    public SourceSteps? OfOptional(SourcePlan? source) => source is null ? null : Of(source);

    /// <summary>A list.</summary>
    public ListStep List(ThingList list) => list switch
    {
        EvidenceOf evidence => new EvidenceList(evidence.Suggestion),
        CertificatesOf certificates => new CertificateList(certificates.Provider),
        RowsOf rows => new RowList(rows.Table, steps.Days.OfOptional(rows.On), rows.FirstKey is null ? null : steps.Things.Key(rows.FirstKey)),
        MembersOf members => new MemberList(members.Group),
        OwnMembersOf members => new AnsweredList(members.Group),
        OnlyThing one => new OneThingList(steps.Things.Of(one.Thing)),
        LastRun run => new RunList(Of(run.Source), steps.Of(run.By.Kind).Order(new OrderBy(run.By, IsDescending: false)), run.Previous, steps.Conditions.Of(run.Broken)),
        _ => throw new MalformedPlanException($"a list of {list.GetType().Name} is not known"),
    };
}
