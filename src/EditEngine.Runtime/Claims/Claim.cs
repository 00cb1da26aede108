using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Claims;

/// <summary>One claim as submitted, with what the payer knows of the member: facts only, immutable.</summary>
/// <remarks>
/// Absence: a null, a <c>default</c> <see cref="Code"/> or a <c>default</c> array was not given; an empty array was given and is empty. Codes are made by
/// <see cref="Code.From(CodeSystem, ReadOnlySpan{char})"/>, as readers make them. Dates are
/// calendar days, money is whole cents. What an absent fact means to an edit stands in <c>docs/fields.md</c>.
/// </remarks>
public sealed record Claim
{
    // Fields lie in memory as they are declared, behind texts and parts: what every evaluation asks comes first, and is fetched at once.
    internal ClaimType _type;
    internal ImmutableArray<ServiceLine> _lines;
    internal ImmutableArray<HistoryLine> _history;

    /// <summary>Whether it was given anything that has to be looked at before it is decided: no fact.</summary>
    internal Doubt _doubt;

    /// <summary>What evaluators made of it: no fact.</summary>
    internal Made<ClaimColumns> _columns;

    /// <summary>Payer's or sender's claim number. Not unique: senders repeat it.</summary>
    public required string Id { get => _id; init => _doubt.Set(ref _id, value, !string.IsNullOrWhiteSpace(value)); }
    internal string _id = "";

    /// <summary>Professional, institutional or dental.</summary>
    public required ClaimType Type { get => _type; init => _doubt.Set(ref _type, value, value is ClaimType.Professional or ClaimType.Institutional or ClaimType.Dental); }

    /// <summary>Payer, in the payer's own words.</summary>
    public string? Payer { get => _payer; init => _payer = value; }
    internal string? _payer;

    /// <summary>Line of business: commercial, medicare, medicaid and so on, in the payer's own words.</summary>
    public string? LineOfBusiness { get => _lineOfBusiness; init => _lineOfBusiness = value; }
    internal string? _lineOfBusiness;

    /// <summary>Product, in the payer's own words.</summary>
    public string? Product { get => _product; init => _product = value; }
    internal string? _product;

    /// <summary>Two-letter state whose rules apply.</summary>
    public string? State { get => _state; init => _state = value; }
    internal string? _state;

    /// <summary>Contract, in the payer's own words.</summary>
    public string? Contract { get => _contract; init => _contract = value; }
    internal string? _contract;

    /// <summary>Day the payer received the claim.</summary>
    public DateOnly? ReceivedDate { get => _receivedDate; init => _receivedDate = value; }
    internal DateOnly? _receivedDate;

    /// <summary>Day the payer processed the claim.</summary>
    public DateOnly? ProcessedDate { get => _processedDate; init => _processedDate = value; }
    internal DateOnly? _processedDate;

    /// <summary>Claim frequency (CLM05-3): 1 original, 7 replacement, 8 void.</summary>
    public Code Frequency { get => _frequency; init => _doubt.Set(ref _frequency, value, CodeSystem.Frequency); }
    internal Code _frequency;

    /// <summary>The claim that this one replaces or voids (REF*F8).</summary>
    public string? OriginalClaimId { get => _originalClaimId; init => _originalClaimId = value; }
    internal string? _originalClaimId;

    /// <summary>Day the original claim was decided.</summary>
    public DateOnly? OriginalDecisionDate { get => _originalDecisionDate; init => _originalDecisionDate = value; }
    internal DateOnly? _originalDecisionDate;

    /// <summary>Delay reason (CLM20).</summary>
    public Code DelayReason { get => _delayReason; init => _doubt.Set(ref _delayReason, value, CodeSystem.DelayReason); }
    internal Code _delayReason;

    /// <summary>Type of bill, three digits without the leading zero.</summary>
    public Code BillType { get => _billType; init => _doubt.Set(ref _billType, value, CodeSystem.BillType); }
    internal Code _billType;

    /// <summary>Statement from, or earliest service date.</summary>
    public DateOnly? From { get => _from; init => _from = value; }
    internal DateOnly? _from;

    /// <summary>Statement through, or latest service date.</summary>
    public DateOnly? Through { get => _through; init => _through = value; }
    internal DateOnly? _through;

    /// <summary>Admission date.</summary>
    public DateOnly? AdmissionDate { get => _admissionDate; init => _admissionDate = value; }
    internal DateOnly? _admissionDate;

    /// <summary>Discharge date.</summary>
    public DateOnly? DischargeDate { get => _dischargeDate; init => _dischargeDate = value; }
    internal DateOnly? _dischargeDate;

    /// <summary>Patient discharge status (CL103).</summary>
    public Code DischargeStatus { get => _dischargeStatus; init => _doubt.Set(ref _dischargeStatus, value, CodeSystem.DischargeStatus); }
    internal Code _dischargeStatus;

    /// <summary>Admission type (CL101).</summary>
    public Code AdmissionType { get => _admissionType; init => _doubt.Set(ref _admissionType, value, CodeSystem.AdmissionType); }
    internal Code _admissionType;

    /// <summary>Point of origin (CL102).</summary>
    public Code AdmissionSource { get => _admissionSource; init => _doubt.Set(ref _admissionSource, value, CodeSystem.AdmissionSource); }
    internal Code _admissionSource;

    /// <summary>MS-DRG as billed.</summary>
    public Code Drg { get => _drg; init => _doubt.Set(ref _drg, value, CodeSystem.Drg); }
    internal Code _drg;

    /// <summary>Prior authorization number (REF*G1).</summary>
    public string? PriorAuthorization { get => _priorAuthorization; init => _priorAuthorization = value; }
    internal string? _priorAuthorization;

    /// <summary>Referral number (REF*9F).</summary>
    public string? Referral { get => _referral; init => _referral = value; }
    internal string? _referral;

    /// <summary>CLIA number (REF*X4).</summary>
    public string? CliaNumber { get => _cliaNumber; init => _cliaNumber = value; }
    internal string? _cliaNumber;

    /// <summary>Total charge in cents (CLM02).</summary>
    public long? TotalChargeCents { get => _totalChargeCents; init => _totalChargeCents = value; }
    internal long? _totalChargeCents;

    /// <summary>auto, employment or other: the first related cause (CLM11).</summary>
    public string? Accident { get => _accident; init => _accident = value; }
    internal string? _accident;

    /// <summary>All related causes in order, each auto, employment or other (CLM11). Empty: <see cref="Accident"/> is the only one.</summary>
    public ImmutableArray<string> RelatedCauses { get => _relatedCauses; init => _doubt.SetRare(ref _relatedCauses, value); }
    internal ImmutableArray<string> _relatedCauses = [];

    /// <summary>Two-letter state of an automobile accident (CLM11-4).</summary>
    public string? AccidentState { get => _accidentState; init => _accidentState = value; }
    internal string? _accidentState;

    /// <summary>Day of the accident (DTP*439).</summary>
    public DateOnly? AccidentDate { get => _accidentDate; init => _accidentDate = value; }
    internal DateOnly? _accidentDate;

    /// <summary>True for a request to determine benefits before the service (CLM19): it needs no dates of service.</summary>
    public bool? Predetermination { get => _predetermination; init => _predetermination = value; }
    internal bool? _predetermination;

    /// <summary>PWK report types, in order.</summary>
    public ImmutableArray<Code> Attachments { get => _attachments; init => _doubt.Set(ref _attachments, value, CodeSystem.Attachment); }
    internal ImmutableArray<Code> _attachments = [];

    /// <summary>Notes (NTE), free text: never shown in logs.</summary>
    public ImmutableArray<string> Notes { get => _notes; init => _doubt.SetRare(ref _notes, value); }
    internal ImmutableArray<string> _notes = [];

    /// <summary>What other payers decided at claim level, in order.</summary>
    public ImmutableArray<OtherPayer> OtherPayers { get => _otherPayers; init => _doubt.SetRare(ref _otherPayers, value); }
    internal ImmutableArray<OtherPayer> _otherPayers = [];

    /// <summary>The patient, or null where nothing is known.</summary>
    public Patient? Patient { get => _patient; init => _doubt.Set(ref _patient, value, value is not { MissingTeeth.IsDefaultOrEmpty: false }); }
    internal Patient? _patient;

    /// <summary>Billing provider.</summary>
    public Provider? Billing { get => _billing; init => _doubt.Set(ref _billing, value); }
    internal Provider? _billing;

    /// <summary>Rendering provider of every line that names none.</summary>
    public Provider? Rendering { get => _rendering; init => _doubt.Set(ref _rendering, value); }
    internal Provider? _rendering;

    /// <summary>Referring provider.</summary>
    public Provider? Referring { get => _referring; init => _doubt.Set(ref _referring, value); }
    internal Provider? _referring;

    /// <summary>Ordering provider.</summary>
    public Provider? Ordering { get => _ordering; init => _doubt.Set(ref _ordering, value); }
    internal Provider? _ordering;

    /// <summary>Supervising provider.</summary>
    public Provider? Supervising { get => _supervising; init => _doubt.Set(ref _supervising, value); }
    internal Provider? _supervising;

    /// <summary>Attending provider.</summary>
    public Provider? Attending { get => _attending; init => _doubt.Set(ref _attending, value); }
    internal Provider? _attending;

    /// <summary>Operating provider.</summary>
    public Provider? Operating { get => _operating; init => _doubt.Set(ref _operating, value); }
    internal Provider? _operating;

    /// <summary>Service facility.</summary>
    public Provider? Facility { get => _facility; init => _doubt.Set(ref _facility, value); }
    internal Provider? _facility;

    /// <summary>Diagnoses in the order billed; pointers count from 1. <c>default</c>: not given.</summary>
    public ImmutableArray<Diagnosis> Diagnoses { get => _diagnoses; init => _doubt.Set(ref _diagnoses, value); }
    internal ImmutableArray<Diagnosis> _diagnoses;

    /// <summary>ICD-10-PCS procedures in order.</summary>
    public ImmutableArray<InpatientProcedure> Procedures { get => _procedures; init => _doubt.SetRare(ref _procedures, value); }
    internal ImmutableArray<InpatientProcedure> _procedures = [];

    /// <summary>Condition codes in order.</summary>
    public ImmutableArray<Code> ConditionCodes { get => _conditionCodes; init => _doubt.Set(ref _conditionCodes, value, CodeSystem.Condition); }
    internal ImmutableArray<Code> _conditionCodes = [];

    /// <summary>Conditions that an ambulance transport meets (CRC*07), in order.</summary>
    public ImmutableArray<Code> AmbulanceConditions { get => _ambulanceConditions; init => _doubt.Set(ref _ambulanceConditions, value, CodeSystem.AmbulanceCondition); }
    internal ImmutableArray<Code> _ambulanceConditions = [];

    /// <summary>Occurrence and occurrence span codes in order.</summary>
    public ImmutableArray<OccurrenceCode> OccurrenceCodes { get => _occurrenceCodes; init => _doubt.SetRare(ref _occurrenceCodes, value); }
    internal ImmutableArray<OccurrenceCode> _occurrenceCodes = [];

    /// <summary>Value codes in order.</summary>
    public ImmutableArray<ValueCode> ValueCodes { get => _valueCodes; init => _doubt.SetRare(ref _valueCodes, value); }
    internal ImmutableArray<ValueCode> _valueCodes = [];

    /// <summary>Service lines in the order given; numbers are unique, at least one.</summary>
    public required ImmutableArray<ServiceLine> Lines { get => _lines; init => _lines = value; }

    /// <summary>Earlier lines of the same member, any order. <c>default</c>: history was not supplied.</summary>
    public ImmutableArray<HistoryLine> History { get => _history; init => _history = value; }

    /// <summary>Authorizations on file. <c>default</c>: not given.</summary>
    public ImmutableArray<Authorization> Authorizations { get => _authorizations; init => _doubt.SetRare(ref _authorizations, value); }
    internal ImmutableArray<Authorization> _authorizations;

    /// <summary>What computer-assisted coding suggested, or null.</summary>
    public CodingRecord? CodingRecord { get => _codingRecord; init => _doubt.Set(ref _codingRecord, value, value is null); }
    internal CodingRecord? _codingRecord;

    /// <summary>What the payer adds, by name; each is declared in the pack that reads it.</summary>
    public ImmutableSortedDictionary<string, FactValue> Facts { get => _facts; init => _doubt.Set(ref _facts, value, ReferenceEquals(value, FactValue.NoFacts)); }
    internal ImmutableSortedDictionary<string, FactValue> _facts = FactValue.NoFacts;

    /// <summary>Day the transaction that brought it was made, where it says one: no fact, but a claim without any date is decided as of it.</summary>
    internal DateOnly? _transactionDate;

    /// <summary>What a reader of claims would say of the claim; for claims built by hand. Nothing is said of a claim that was read.</summary>
    /// <returns>In the order of the members; empty for a sound claim. A claim with an error cannot be decided: evaluators throw.</returns>
    public ImmutableArray<Diagnostic> Validate() => ClaimCheck.Validate(this);

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Claim);
}
