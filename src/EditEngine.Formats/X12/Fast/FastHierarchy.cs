using EditEngine.Codes;

namespace EditEngine.Formats.X12.Fast;

/// <summary>Levels, subscriber, payer and dependent. As <see cref="HierarchySegments"/> reads them.</summary>
internal sealed class FastHierarchy(FastContext context)
{
    /// <summary>HL: numbers and child code.</summary>
    public bool ReadLevel(in FastSegment segment, Role role, long offset, int number)
    {
        ref LevelFacts levels = ref context.Levels;
        if (!FastValues.TryCount(segment[1], out int count) || count != levels.LevelCount + 1)
        {
            return false;
        }

        levels.LevelCount = count;
        switch (role)
        {
            case Role.BillingLevel:
                OpenSubscriber(ref levels);
                (levels.Level, levels.Billing, levels.BillingTaxonomy, levels.BillingNumber, levels.Sent.Billing) = (Level.Billing, 0, 0, count, default);
                return !TakesDue(ref levels, isDue: false);
            case Role.SubscriberLevel:
                OpenSubscriber(ref levels);
                (levels.Level, levels.SubscriberNumber) = (Level.Subscriber, count);
                bool wasDue = TakesDue(ref levels, isDue: segment[4] is [(byte)'1']);
                (levels.DueOffset, levels.DueNumber, levels.HasNoPatients) = (offset, number, segment[4] is [(byte)'0']);
                return !wasDue && FastValues.TryCount(segment[2], out int billing) && billing == levels.BillingNumber;
            default:
                (levels.Level, levels.HasDependent, levels.Dependent, levels.PatientNumber, levels.IsPatientDue) = (Level.Patient, true, default, count, false);
                return !levels.HasNoPatients && FastValues.TryCount(segment[2], out int subscriber) && subscriber == levels.SubscriberNumber;
        }
    }

    /// <summary>NM1 of a subscriber or dependent.</summary>
    public void ReadPerson(in FastSegment segment, Role role)
    {
        ref LevelFacts levels = ref context.Levels;
        ref Rows.PatientRow person = ref role == Role.Patient ? ref levels.Dependent : ref levels.Subscriber;
        levels.HasDependent |= role == Role.Patient;
        if (person.MemberId.IsMissing)
        {
            person.MemberId = context.Values.Text(segment[9]);
        }
    }

    /// <summary>NM1 of the payer: the id is what payers are told apart by.</summary>
    public void ReadPayer(in FastSegment segment)
    {
        Rows.RowText id = context.Values.Text(segment[9]);
        context.Levels.Payer = id.IsMissing ? context.Values.Text(segment[3]) : id;
    }

    /// <summary>DMG.</summary>
    public bool ReadDemographics(in FastSegment segment, Role role)
    {
        ref LevelFacts levels = ref context.Levels;
        levels.HasDemographics |= role == Role.Subscriber;
        levels.HasDependent |= role == Role.Patient;
        ref Rows.PatientRow person = ref role == Role.Patient ? ref levels.Dependent : ref levels.Subscriber;
        if (!context.Values.TryPeriod(segment[1], segment[2], out FastPeriod birth))
        {
            return false;
        }

        person.BirthDate = birth.From;
        person.Sex = segment[3] switch
        {
            [(byte)'F'] => 1,
            [(byte)'M'] => 2,
            [(byte)'U'] => 3,
            _ => 0,
        };
        return person.Sex > 0 || segment[3].IsEmpty;
    }

    /// <summary>PRV of a billing level.</summary>
    public bool ReadTaxonomy(in FastSegment segment) =>
        context.Levels.BillingTaxonomy != 0 || FastValues.TryCode(CodeSystem.Taxonomy, segment[3], out context.Levels.BillingTaxonomy);

    // The patients that were announced did not come: who reads exactly tells.
    private static bool TakesDue(ref LevelFacts levels, bool isDue)
    {
        bool wasDue = levels.IsPatientDue;
        (levels.IsPatientDue, levels.HasNoPatients) = (isDue, false);
        return wasDue;
    }

    private static void OpenSubscriber(ref LevelFacts levels)
    {
        (levels.Subscriber, levels.Dependent, levels.HasDependent, levels.Payer) = (default, default, false, default);
        (levels.IsSelf, levels.HasAddress, levels.HasDemographics) = (false, false, false);
        (levels.Sent.Subscriber, levels.Sent.Patient) = (default, default);
    }
}
