using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12.Fast;

/// <summary>What the open levels say that claims within them take over: what <see cref="HierarchySegments"/> keeps. Texts and rows are those of the batch that is filled. A copy is a state to come back to.</summary>
internal struct LevelFacts
{
    /// <summary>The level that was opened last.</summary>
    public Level Level;

    /// <summary>Day on which the transaction was made; 0: it says none.</summary>
    public int Made;

    /// <summary>How many HL segments there were.</summary>
    public int LevelCount;

    /// <summary>Numbers of the open levels; 0: of none.</summary>
    public int BillingNumber;

    public int SubscriberNumber;

    public int PatientNumber;

    /// <summary>True where a subscriber announced patients, and none came yet.</summary>
    public bool IsPatientDue;

    /// <summary>Where it announced them.</summary>
    public long DueOffset;

    /// <summary>The segment in which it announced them.</summary>
    public int DueNumber;

    /// <summary>True where a subscriber said that it has no patients within.</summary>
    public bool HasNoPatients;

    /// <summary>The billing provider's row; 0: none yet.</summary>
    public int Billing;

    public ulong BillingTaxonomy;
    public RowText Payer;
    public PatientRow Subscriber;
    public bool IsSelf;
    public bool HasAddress;
    public bool HasDemographics;
    public bool HasDependent;

    /// <summary>Their segments, where these are kept.</summary>
    public LevelStretches Sent;
    public PatientRow Dependent;

    /// <summary>The patient of claims that begin now. Dependents have no number of their own in 005010: the subscriber's covers them.</summary>
    public readonly PatientRow Patient
    {
        get
        {
            PatientRow patient = HasDependent ? Dependent : Subscriber;
            patient.MemberId = patient.MemberId.IsMissing ? Subscriber.MemberId : patient.MemberId;
            patient.IsGiven = true;
            return patient;
        }
    }
}
