using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>The patient.</summary>
public sealed record Patient
{
    /// <summary>Member id.</summary>
    public string? MemberId { get => _memberId; init => _memberId = value; }
    internal string? _memberId;

    /// <summary>Date of birth.</summary>
    public DateOnly? BirthDate { get => _birthDate; init => _birthDate = value; }
    internal DateOnly? _birthDate;

    /// <summary>F, M or U.</summary>
    public string? Sex { get => _sex; init => _sex = value; }
    internal string? _sex;

    /// <summary>Teeth that are missing (DN2).</summary>
    public ImmutableArray<Code> MissingTeeth { get => _missingTeeth; init => _missingTeeth = value; }
    internal ImmutableArray<Code> _missingTeeth = [];

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Patient);
}

/// <summary>A provider in one role on a claim.</summary>
public sealed record Provider
{
    /// <summary>National Provider Identifier, ten digits as submitted.</summary>
    public string? Npi { get => _npi; init => _npi = value; }
    internal string? _npi;

    /// <summary>Tax id as submitted.</summary>
    public string? TaxId { get => _taxId; init => _taxId = value; }
    internal string? _taxId;

    /// <summary>Provider taxonomy.</summary>
    public Code Taxonomy { get => _taxonomy; init => _doubt.Set(ref _taxonomy, value, CodeSystem.Taxonomy); }
    internal Code _taxonomy;

    /// <summary>CMS specialty code.</summary>
    public Code Specialty { get => _specialty; init => _doubt.Set(ref _specialty, value, CodeSystem.Specialty); }
    internal Code _specialty;

    /// <summary>Two-letter state.</summary>
    public string? State { get => _state; init => _state = value; }
    internal string? _state;

    /// <summary>ZIP or postal code as submitted.</summary>
    public string? Zip { get => _zip; init => _zip = value; }
    internal string? _zip;

    /// <summary>Country, ISO 3166-1 alpha-2; null: the United States.</summary>
    public string? Country { get => _country; init => _country = value; }
    internal string? _country;

    /// <summary>physician, supplier, hospital and so on, in the payer's own words.</summary>
    public string? Type { get => _type; init => _type = value; }
    internal string? _type;

    /// <summary>Owner, for wholly-owned tests.</summary>
    public string? Organization { get => _organization; init => _organization = value; }
    internal string? _organization;

    /// <summary>CLIA certificates on file. <c>default</c>: not given.</summary>
    public ImmutableArray<Certificate> Certificates { get => _certificates; init => _doubt.SetRare(ref _certificates, value); }
    internal ImmutableArray<Certificate> _certificates;

    /// <summary>Whether it was given anything that has to be looked at before it is decided: no fact.</summary>
    internal Doubt _doubt;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Provider);
}

/// <summary>A CLIA certificate of a provider.</summary>
public sealed record Certificate
{
    /// <summary>CLIA number.</summary>
    public string? Number { get => _number; init => _number = value; }
    internal string? _number;

    /// <summary>waiver, ppm, compliance, accreditation or registration.</summary>
    public string? Kind { get => _kind; init => _kind = value; }
    internal string? _kind;

    /// <summary>First day.</summary>
    public DateOnly? From { get => _from; init => _from = value; }
    internal DateOnly? _from;

    /// <summary>Last day; null: open.</summary>
    public DateOnly? Through { get => _through; init => _through = value; }
    internal DateOnly? _through;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Certificate);
}

/// <summary>A diagnosis of a claim.</summary>
public sealed record Diagnosis
{
    /// <summary>ICD-10-CM code.</summary>
    public required Code Code { get => _code; init => _code = value; }
    internal Code _code;

    /// <summary>principal, other, admitting, reason or external; null: the first of the claim is principal, the rest other.</summary>
    public string? Type { get => _type; init => _type = value; }
    internal string? _type;

    /// <summary>Present on admission: Y, N, U, W or 1.</summary>
    public Code PresentOnAdmission { get => _presentOnAdmission; init => _presentOnAdmission = value; }
    internal Code _presentOnAdmission;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Diagnosis);
}

/// <summary>An ICD-10-PCS procedure of a claim.</summary>
public sealed record InpatientProcedure
{
    /// <summary>ICD-10-PCS code.</summary>
    public required Code Code { get => _code; init => _code = value; }
    internal Code _code;

    /// <summary>Day it was done.</summary>
    public DateOnly? Date { get => _date; init => _date = value; }
    internal DateOnly? _date;

    /// <summary>True for the principal procedure; null: not said.</summary>
    public bool? Principal { get => _principal; init => _principal = value; }
    internal bool? _principal;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(InpatientProcedure);
}

/// <summary>An occurrence or occurrence span code.</summary>
public sealed record OccurrenceCode
{
    /// <summary>The code.</summary>
    public required Code Code { get => _code; init => _code = value; }
    internal Code _code;

    /// <summary>Day, or first day of the span.</summary>
    public DateOnly? Date { get => _date; init => _date = value; }
    internal DateOnly? _date;

    /// <summary>Last day of the span.</summary>
    public DateOnly? Through { get => _through; init => _through = value; }
    internal DateOnly? _through;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(OccurrenceCode);
}

/// <summary>A value code with its amount.</summary>
public sealed record ValueCode
{
    /// <summary>The code.</summary>
    public required Code Code { get => _code; init => _code = value; }
    internal Code _code;

    /// <summary>The amount as given: dollars, days or a number, as the code says.</summary>
    public decimal? Amount { get => _amount; init => _amount = value; }
    internal decimal? _amount;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(ValueCode);
}

/// <summary>An authorization on file.</summary>
public sealed record Authorization
{
    /// <summary>Authorization number.</summary>
    public required string Number { get => _number; init => _number = value; }
    internal string _number = "";

    /// <summary>Authorized procedure.</summary>
    public Code Procedure { get => _procedure; init => _procedure = value; }
    internal Code _procedure;

    /// <summary>Authorized provider.</summary>
    public string? Npi { get => _npi; init => _npi = value; }
    internal string? _npi;

    /// <summary>First day.</summary>
    public DateOnly? From { get => _from; init => _from = value; }
    internal DateOnly? _from;

    /// <summary>Last day.</summary>
    public DateOnly? Through { get => _through; init => _through = value; }
    internal DateOnly? _through;

    /// <summary>Units approved.</summary>
    public decimal? ApprovedUnits { get => _approvedUnits; init => _approvedUnits = value; }
    internal decimal? _approvedUnits;

    /// <summary>Units used so far.</summary>
    public decimal? UsedUnits { get => _usedUnits; init => _usedUnits = value; }
    internal decimal? _usedUnits;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Authorization);
}

/// <summary>Drug identification of a line (LIN and CTP).</summary>
public sealed record DrugIdentification
{
    /// <summary>NDC, eleven digits.</summary>
    public Code Code { get => _code; init => _code = value; }
    internal Code _code;

    /// <summary>Quantity in <see cref="Unit"/>.</summary>
    public decimal? Quantity { get => _quantity; init => _quantity = value; }
    internal decimal? _quantity;

    /// <summary>F2, GR, ME, ML or UN.</summary>
    public string? Unit { get => _unit; init => _unit = value; }
    internal string? _unit;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(DrugIdentification);
}

/// <summary>A tooth that a line treats, with its surfaces (TOO).</summary>
public sealed record TreatedTooth
{
    /// <summary>The tooth.</summary>
    public required Code Tooth { get => _tooth; init => _tooth = value; }
    internal Code _tooth;

    /// <summary>Its surfaces, in order.</summary>
    public ImmutableArray<Code> Surfaces { get => _surfaces; init => _surfaces = value; }
    internal ImmutableArray<Code> _surfaces = [];

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(TreatedTooth);
}

/// <summary>What another payer decided of a claim (2320/2330B) or a line (2430).</summary>
public sealed record OtherPayer
{
    /// <summary>Payer's identifier.</summary>
    public string? Payer { get => _payer; init => _payer = value; }
    internal string? _payer;

    /// <summary>P primary, S secondary, T tertiary.</summary>
    public string? Order { get => _order; init => _order = value; }
    internal string? _order;

    /// <summary>Claim filing indicator (SBR09).</summary>
    public string? FilingIndicator { get => _filingIndicator; init => _filingIndicator = value; }
    internal string? _filingIndicator;

    /// <summary>Paid amount in cents.</summary>
    public long? PaidAmountCents { get => _paidAmountCents; init => _paidAmountCents = value; }
    internal long? _paidAmountCents;

    /// <summary>What is left for the patient to pay, in cents (AMT*EAF).</summary>
    public long? RemainingLiabilityCents { get => _remainingLiabilityCents; init => _remainingLiabilityCents = value; }
    internal long? _remainingLiabilityCents;

    /// <summary>What the payer does not cover, in cents (AMT*A8).</summary>
    public long? NonCoveredCents { get => _nonCoveredCents; init => _nonCoveredCents = value; }
    internal long? _nonCoveredCents;

    /// <summary>The payer's own number of the claim (REF*F8).</summary>
    public string? ClaimNumber { get => _claimNumber; init => _claimNumber = value; }
    internal string? _claimNumber;

    /// <summary>The payer's prior authorization number (REF*G1).</summary>
    public string? PriorAuthorization { get => _priorAuthorization; init => _priorAuthorization = value; }
    internal string? _priorAuthorization;

    /// <summary>The payer's referral number (REF*9F).</summary>
    public string? Referral { get => _referral; init => _referral = value; }
    internal string? _referral;

    /// <summary>The line that this one was decided together with (SVD06).</summary>
    public decimal? BundledLine { get => _bundledLine; init => _bundledLine = value; }
    internal decimal? _bundledLine;

    /// <summary>Paid units.</summary>
    public decimal? PaidUnits { get => _paidUnits; init => _paidUnits = value; }
    internal decimal? _paidUnits;

    /// <summary>Procedure that the payer decided on.</summary>
    public Code Procedure { get => _procedure; init => _procedure = value; }
    internal Code _procedure;

    /// <summary>Its modifiers.</summary>
    public ImmutableArray<Code> Modifiers { get => _modifiers; init => _modifiers = value; }
    internal ImmutableArray<Code> _modifiers = [];

    /// <summary>Day of the decision.</summary>
    public DateOnly? DecisionDate { get => _decisionDate; init => _decisionDate = value; }
    internal DateOnly? _decisionDate;

    /// <summary>Adjustments (CAS) in the order given.</summary>
    public ImmutableArray<Adjustment> Adjustments { get => _adjustments; init => _adjustments = value; }
    internal ImmutableArray<Adjustment> _adjustments = [];

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(OtherPayer);
}

/// <summary>One adjustment of another payer.</summary>
public sealed record Adjustment
{
    /// <summary>CO, PR, OA, PI or CR.</summary>
    public required string Group { get => _group; init => _group = value; }
    internal string _group = "";

    /// <summary>Claim adjustment reason code.</summary>
    public required Code Reason { get => _reason; init => _reason = value; }
    internal Code _reason;

    /// <summary>Amount in cents.</summary>
    public long? AmountCents { get => _amountCents; init => _amountCents = value; }
    internal long? _amountCents;

    /// <summary>Units.</summary>
    public decimal? Quantity { get => _quantity; init => _quantity = value; }
    internal decimal? _quantity;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Adjustment);
}

/// <summary>What computer-assisted coding suggested, and what people did with it.</summary>
public sealed record CodingRecord
{
    /// <summary>Name and version of the coding engine.</summary>
    public string? Engine { get => _engine; init => _engine = value; }
    internal string? _engine;

    /// <summary>Suggestions in order.</summary>
    public ImmutableArray<Suggestion> Suggestions { get => _suggestions; init => _suggestions = value; }
    internal ImmutableArray<Suggestion> _suggestions = [];

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(CodingRecord);
}

/// <summary>One suggested code.</summary>
public sealed record Suggestion
{
    /// <summary>The code, in the system that <see cref="System"/> names; Odd text where no system is given.</summary>
    public required Code Code { get => _code; init => _code = value; }
    internal Code _code;

    /// <summary>CPT, HCPCS, ICD-10-CM, ICD-10-PCS or CDT.</summary>
    public string? System { get => _system; init => _system = value; }
    internal string? _system;

    /// <summary>0 to 1.</summary>
    public decimal? Confidence { get => _confidence; init => _confidence = value; }
    internal decimal? _confidence;

    /// <summary>Spans of the record. <c>default</c>: not given.</summary>
    public ImmutableArray<Evidence> Evidence { get => _evidence; init => _evidence = value; }
    internal ImmutableArray<Evidence> _evidence;

    /// <summary>When it was suggested.</summary>
    public DateTimeOffset? SuggestedAt { get => _suggestedAt; init => _suggestedAt = value; }
    internal DateTimeOffset? _suggestedAt;

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? ChangedAt { get => _changedAt; init => _changedAt = value; }
    internal DateTimeOffset? _changedAt;

    /// <summary>Who or what suggested it.</summary>
    public string? Author { get => _author; init => _author = value; }
    internal string? _author;

    /// <summary>Who reviewed it.</summary>
    public string? Reviewer { get => _reviewer; init => _reviewer = value; }
    internal string? _reviewer;

    /// <summary>When it was reviewed.</summary>
    public DateTimeOffset? ReviewedAt { get => _reviewedAt; init => _reviewedAt = value; }
    internal DateTimeOffset? _reviewedAt;

    /// <summary>accepted, rejected or changed.</summary>
    public string? Decision { get => _decision; init => _decision = value; }
    internal string? _decision;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Suggestion);
}

/// <summary>A span of the record that speaks for or against a suggested code.</summary>
public sealed record Evidence
{
    /// <summary>Document id.</summary>
    public string? Document { get => _document; init => _document = value; }
    internal string? _document;

    /// <summary>Section of the document.</summary>
    public string? Section { get => _section; init => _section = value; }
    internal string? _section;

    /// <summary>The text itself: never shown in logs.</summary>
    public string? Text { get => _text; init => _text = value; }
    internal string? _text;

    /// <summary>True where the span denies the condition.</summary>
    public bool? Negated { get => _negated; init => _negated = value; }
    internal bool? _negated;

    /// <summary>current, past, family or planned.</summary>
    public string? Temporality { get => _temporality; init => _temporality = value; }
    internal string? _temporality;

    /// <summary>patient, family or other.</summary>
    public string? Subject { get => _subject; init => _subject = value; }
    internal string? _subject;

    /// <summary>affirmed or uncertain.</summary>
    public string? Certainty { get => _certainty; init => _certainty = value; }
    internal string? _certainty;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Evidence);
}
