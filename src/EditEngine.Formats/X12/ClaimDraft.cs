using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>A claim while its segments pass.</summary>
internal sealed class ClaimDraft
{
    public string Id { get; set; } = "";

    public long? TotalChargeCents { get; set; }

    public Code Facility { get; set; }

    public Code BillType { get; set; }

    public Code Frequency { get; set; }

    public string? Accident { get; set; }

    public Code DelayReason { get; set; }

    public string? OriginalClaimId { get; set; }

    public string? PriorAuthorization { get; set; }

    public string? CliaNumber { get; set; }

    /// <summary>The statement period (837I).</summary>
    public SentPeriod Statement { get; set; }

    /// <summary>The dates of service of every line that has none (837D).</summary>
    public SentPeriod ServiceDates { get; set; }

    public DateOnly? AdmissionDate { get; set; }

    public DateOnly? DischargeDate { get; set; }

    public Code AdmissionType { get; set; }

    public Code AdmissionSource { get; set; }

    public Code DischargeStatus { get; set; }

    public Code Drg { get; set; }

    public Dictionary<Role, ProviderDraft> Providers { get; } = [];

    public List<Diagnosis> Diagnoses { get; } = [];

    public List<InpatientProcedure> Procedures { get; } = [];

    public List<Code> Conditions { get; } = [];

    public List<OccurrenceCode> Occurrences { get; } = [];

    public List<ValueCode> ValueCodes { get; } = [];

    public List<Code> Attachments { get; } = [];

    public List<string> Notes { get; } = [];

    public List<Code> MissingTeeth { get; } = [];

    public List<DecisionDraft> OtherPayers { get; } = [];

    public List<ServiceLine> Lines { get; } = [];

    /// <summary>Empties it for the next claim.</summary>
    public void Clear()
    {
        (Id, TotalChargeCents, Accident, OriginalClaimId, PriorAuthorization, CliaNumber) = ("", null, null, null, null, null);
        (Facility, BillType, Frequency, DelayReason, Drg) = (default, default, default, default, default);
        (AdmissionType, AdmissionSource, DischargeStatus) = (default, default, default);
        (Statement, ServiceDates, AdmissionDate, DischargeDate) = (default, default, null, null);
        Providers.Clear();
        Diagnoses.Clear();
        Procedures.Clear();
        Conditions.Clear();
        Occurrences.Clear();
        ValueCodes.Clear();
        Attachments.Clear();
        Notes.Clear();
        MissingTeeth.Clear();
        OtherPayers.Clear();
        Lines.Clear();
    }

    /// <summary>The claim, within its hierarchy.</summary>
    public Claim Build(ClaimType type, ProviderDraft? billing, PersonDraft subscriber, PersonDraft? patient, string? payer)
    {
        (DateOnly? from, DateOnly? through) = Span();
        return new Claim
        {
            Id = Id,
            Type = type,
            Payer = payer,
            Frequency = Frequency,
            OriginalClaimId = OriginalClaimId,
            DelayReason = DelayReason,
            BillType = BillType,
            From = from,
            Through = through,
            AdmissionDate = AdmissionDate,
            DischargeDate = DischargeDate,
            DischargeStatus = DischargeStatus,
            AdmissionType = AdmissionType,
            AdmissionSource = AdmissionSource,
            Drg = Drg,
            PriorAuthorization = PriorAuthorization,
            CliaNumber = CliaNumber,
            TotalChargeCents = TotalChargeCents,
            Accident = Accident,
            Attachments = [.. Attachments],
            Notes = [.. Notes],
            OtherPayers = DecisionDraft.Build(OtherPayers),
            Patient = BuildPatient(subscriber, patient),
            Billing = billing?.Build(),
            Rendering = Find(Role.Rendering),
            Referring = Find(Role.Referring),
            Supervising = Find(Role.Supervising),
            Attending = Find(Role.Attending),
            Operating = Find(Role.Operating),
            Facility = Find(Role.Facility),
            Diagnoses = [.. Diagnoses],
            Procedures = [.. Procedures],
            ConditionCodes = [.. Conditions],
            OccurrenceCodes = [.. Occurrences],
            ValueCodes = [.. ValueCodes],
            Lines = [.. Lines],
        };
    }

    private Patient BuildPatient(PersonDraft subscriber, PersonDraft? dependent)
    {
        PersonDraft person = dependent ?? subscriber;
        return new Patient
        {
            // Dependents have no number of their own in 005010: the subscriber's covers them.
            MemberId = person.MemberId ?? subscriber.MemberId,
            BirthDate = person.BirthDate,
            Sex = person.Sex,
            MissingTeeth = [.. MissingTeeth],
        };
    }

    private Provider? Find(Role role) => Providers.GetValueOrDefault(role)?.Build();

    /// <summary>The statement period, else from the earliest to the latest date of its lines.</summary>
    private (DateOnly? From, DateOnly? Through) Span()
    {
        if (Statement.From is not null)
        {
            return (Statement.From, Statement.Through ?? Statement.From);
        }

        (DateOnly? from, DateOnly? through) = (null, null);
        foreach (ServiceLine line in Lines)
        {
            from = from is null || line.From < from ? line.From ?? from : from;
            DateOnly? last = line.Through ?? line.From;
            through = through is null || last > through ? last ?? through : through;
        }

        return (from, through);
    }
}
