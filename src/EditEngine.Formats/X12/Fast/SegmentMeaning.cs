namespace EditEngine.Formats.X12.Fast;

/// <summary>What of a segment a claim keeps, by the role of its loop.</summary>
internal enum SegmentMeaning : byte
{
    /// <summary>Something that is not read here: the segment is left to who reads exactly.</summary>
    NotKnown,

    /// <summary>Nothing: that its elements are right is all.</summary>
    Nothing,

    Level,
    SubscriberRelation,
    BillingTaxonomy,
    Person,
    PersonAddress,
    Demographics,
    Payer,
    Provider,
    ProviderTaxonomy,
    ProviderStreet,
    ProviderState,
    ProviderReference,
    ClaimHeader,
    ClaimDate,
    Institutional,
    HealthCodes,
    ClaimReference,
    Conditions,
    Attachment,
    Note,
    MissingTooth,
    Line,
    ProfessionalService,
    InstitutionalService,
    DentalService,
    Tooth,
    LineDate,
    LineReference,
    LineConditions,
    Drug,
    DrugQuantity,
    OtherPayer,
    OtherPayerName,
    OtherPayerAmount,
    OtherPayerReference,
    Adjustments,
    DecisionDate,
    Decision,
}

/// <summary>Which meaning a segment has.</summary>
internal static class SegmentMeanings
{
    /// <summary>That of a segment in a loop of a role.</summary>
    public static SegmentMeaning Of(Role role, uint tag) => role switch
    {
        Role.None => SegmentMeaning.Nothing,
        Role.Transaction => SegmentMeaning.NotKnown,
        Role.BillingLevel or Role.SubscriberLevel or Role.PatientLevel => OfLevel(role, tag),
        Role.Subscriber or Role.Payer or Role.Patient => OfPerson(role, tag),
        Role.Claim => OfClaim(tag),
        Role.Line => OfLine(tag),
        Role.Drug => tag switch { SegmentId.Lin => SegmentMeaning.Drug, SegmentId.Ctp => SegmentMeaning.DrugQuantity, _ => SegmentMeaning.Nothing },
        Role.OtherPayer or Role.OtherPayerName => OfOtherPayer(tag),
        Role.Decision => OfDecision(tag),
        _ => OfProvider(role, tag),
    };

    private static SegmentMeaning OfLevel(Role role, uint tag) => tag switch
    {
        SegmentId.Hl => SegmentMeaning.Level,
        SegmentId.Sbr when role == Role.SubscriberLevel => SegmentMeaning.SubscriberRelation,
        SegmentId.Prv when role == Role.BillingLevel => SegmentMeaning.BillingTaxonomy,
        _ => SegmentMeaning.Nothing,
    };

    private static SegmentMeaning OfPerson(Role role, uint tag) => tag switch
    {
        SegmentId.Nm1 => role == Role.Payer ? SegmentMeaning.Payer : SegmentMeaning.Person,
        SegmentId.N4 when role == Role.Subscriber => SegmentMeaning.PersonAddress,
        SegmentId.Dmg => SegmentMeaning.Demographics,
        _ => SegmentMeaning.Nothing,
    };

    private static SegmentMeaning OfProvider(Role role, uint tag) => tag switch
    {
        SegmentId.Nm1 => SegmentMeaning.Provider,
        SegmentId.Prv => SegmentMeaning.ProviderTaxonomy,
        SegmentId.N3 when role == Role.Billing => SegmentMeaning.ProviderStreet,
        SegmentId.N4 => SegmentMeaning.ProviderState,
        SegmentId.Ref => SegmentMeaning.ProviderReference,
        _ => SegmentMeaning.Nothing,
    };

    private static SegmentMeaning OfClaim(uint tag) => tag switch
    {
        SegmentId.Clm => SegmentMeaning.ClaimHeader,
        SegmentId.Dtp => SegmentMeaning.ClaimDate,
        SegmentId.Cl1 => SegmentMeaning.Institutional,
        SegmentId.Hi => SegmentMeaning.HealthCodes,
        SegmentId.Dn2 => SegmentMeaning.MissingTooth,
        SegmentId.Ref => SegmentMeaning.ClaimReference,
        SegmentId.Crc => SegmentMeaning.Conditions,
        SegmentId.Pwk => SegmentMeaning.Attachment,
        SegmentId.Nte => SegmentMeaning.Note,
        _ => SegmentMeaning.Nothing,
    };

    private static SegmentMeaning OfLine(uint tag) => tag switch
    {
        SegmentId.Lx => SegmentMeaning.Line,
        SegmentId.Sv1 => SegmentMeaning.ProfessionalService,
        SegmentId.Sv2 => SegmentMeaning.InstitutionalService,
        SegmentId.Sv3 => SegmentMeaning.DentalService,
        SegmentId.Too => SegmentMeaning.Tooth,
        SegmentId.Dtp => SegmentMeaning.LineDate,
        SegmentId.Ref => SegmentMeaning.LineReference,
        SegmentId.Crc => SegmentMeaning.LineConditions,
        SegmentId.Pwk => SegmentMeaning.Attachment,
        SegmentId.Nte => SegmentMeaning.Note,
        _ => SegmentMeaning.Nothing,
    };

    private static SegmentMeaning OfOtherPayer(uint tag) => tag switch
    {
        SegmentId.Sbr => SegmentMeaning.OtherPayer,
        SegmentId.Nm1 => SegmentMeaning.OtherPayerName,
        SegmentId.Amt => SegmentMeaning.OtherPayerAmount,
        SegmentId.Ref => SegmentMeaning.OtherPayerReference,
        SegmentId.Cas => SegmentMeaning.Adjustments,
        SegmentId.Dtp => SegmentMeaning.DecisionDate,
        _ => SegmentMeaning.Nothing,
    };

    private static SegmentMeaning OfDecision(uint tag) => tag switch
    {
        SegmentId.Svd => SegmentMeaning.Decision,
        SegmentId.Amt => SegmentMeaning.OtherPayerAmount,
        SegmentId.Cas => SegmentMeaning.Adjustments,
        SegmentId.Dtp => SegmentMeaning.DecisionDate,
        _ => SegmentMeaning.Nothing,
    };
}
