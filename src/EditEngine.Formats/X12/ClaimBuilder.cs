using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>The claim that is read: its record, filled member by member, and the lists that grow beside it.</summary>
internal sealed class ClaimBuilder
{
    private static readonly Code StillPatient = Code.From(CodeSystem.DischargeStatus, "30");

    // INVARIANT: filled only while its loop is open; a claim that was handed out is closed, and the next has a record of its own.
    private Claim _claim = Blank();

    /// <summary>The form of the transaction.</summary>
    public ClaimType Type { get; set; }

    /// <summary>The record, for its members.</summary>
    public OpenRecord Record => new(_claim);

    /// <summary>Its number; empty where it has none.</summary>
    public string Id => _claim.Id;

    /// <summary>Place of service of every line that names none.</summary>
    public Code PlaceOfService { get; set; }

    /// <summary>The statement period (837I).</summary>
    public SentPeriod Statement { get; set; }

    /// <summary>The dates of service of every line that has none (837D).</summary>
    public SentPeriod ServiceDates { get; set; }

    public List<Diagnosis> Diagnoses { get; } = [];

    public List<InpatientProcedure> Procedures { get; } = [];

    public List<Code> Conditions { get; } = [];

    public List<Code> AmbulanceConditions { get; } = [];

    public List<string> RelatedCauses { get; } = [];

    public List<OccurrenceCode> Occurrences { get; } = [];

    public List<ValueCode> ValueCodes { get; } = [];

    public List<Code> Attachments { get; } = [];

    public List<string> Notes { get; } = [];

    public List<Code> MissingTeeth { get; } = [];

    public List<DecisionBuilder> OtherPayers { get; } = [];

    public List<ServiceLine> Lines { get; } = [];

    /// <summary>Begins the next claim.</summary>
    public void Begin()
    {
        _claim = Blank();
        (PlaceOfService, Statement, ServiceDates) = (default, default, default);
        Diagnoses.Clear();
        Procedures.Clear();
        Conditions.Clear();
        AmbulanceConditions.Clear();
        RelatedCauses.Clear();
        Occurrences.Clear();
        ValueCodes.Clear();
        Attachments.Clear();
        Notes.Clear();
        MissingTeeth.Clear();
        OtherPayers.Clear();
        Lines.Clear();
    }

    /// <summary>Takes the provider of a loop of the claim.</summary>
    public void Take(Role role, Provider provider)
    {
        switch (role)
        {
            case Role.Rendering:
                _claim._rendering = provider;
                break;
            case Role.Referring:
                _claim._referring = provider;
                break;
            case Role.Supervising:
                _claim._supervising = provider;
                break;
            case Role.Attending:
                _claim._attending = provider;
                break;
            case Role.Operating:
                _claim._operating = provider;
                break;
            case Role.Facility:
                _claim._facility = provider;
                break;
            default:
                break;
        }
    }

    /// <summary>The claim, within its hierarchy.</summary>
    public Claim Build(Provider? billing, Patient patient, string? payer, DateOnly? made)
    {
        Claim claim = _claim;
        (claim._type, claim._payer, claim._billing) = (Type, payer, billing);
        claim._transactionDate = made;
        claim._patient = patient with { MissingTeeth = [.. MissingTeeth] };
        (claim._from, claim._through) = Span();
        claim._dischargeDate ??= Discharge();
        claim._attachments = [.. Attachments];
        claim._notes = [.. Notes];
        claim._otherPayers = DecisionBuilder.Build(OtherPayers);
        claim._diagnoses = [.. Diagnoses];
        claim._procedures = [.. Procedures];
        claim._conditionCodes = [.. Conditions];
        claim._ambulanceConditions = [.. AmbulanceConditions];
        claim._relatedCauses = RelatedCauses.Count > 1 ? [.. RelatedCauses] : [];
        claim._occurrenceCodes = [.. Occurrences];
        claim._valueCodes = [.. ValueCodes];
        claim._lines = [.. Lines];
        return claim;
    }

    private static Claim Blank() => new() { Id = "", Type = ClaimType.Unknown, Lines = default };

    // 837I sends the hour of discharge alone. Who was admitted and is no patient any more was discharged when the statement ends.
    private DateOnly? Discharge() =>
        _claim.AdmissionDate is not null && !_claim.DischargeStatus.IsMissing && _claim.DischargeStatus != StillPatient ? Statement.Through ?? Statement.From : null;

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
