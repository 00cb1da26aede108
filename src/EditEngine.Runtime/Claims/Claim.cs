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
    /// <summary>Payer's or sender's claim number. Not unique: senders repeat it.</summary>
    public required string Id { get; init; }

    /// <summary>Professional, institutional or dental.</summary>
    public required ClaimType Type { get; init; }

    /// <summary>Payer, in the payer's own words.</summary>
    public string? Payer { get; init; }

    /// <summary>Line of business: commercial, medicare, medicaid and so on, in the payer's own words.</summary>
    public string? LineOfBusiness { get; init; }

    /// <summary>Product, in the payer's own words.</summary>
    public string? Product { get; init; }

    /// <summary>Two-letter state whose rules apply.</summary>
    public string? State { get; init; }

    /// <summary>Contract, in the payer's own words.</summary>
    public string? Contract { get; init; }

    /// <summary>Day the payer received the claim.</summary>
    public DateOnly? ReceivedDate { get; init; }

    /// <summary>Day the payer processed the claim.</summary>
    public DateOnly? ProcessedDate { get; init; }

    /// <summary>Claim frequency (CLM05-3): 1 original, 7 replacement, 8 void.</summary>
    public Code Frequency { get; init; }

    /// <summary>The claim that this one replaces or voids (REF*F8).</summary>
    public string? OriginalClaimId { get; init; }

    /// <summary>Day the original claim was decided.</summary>
    public DateOnly? OriginalDecisionDate { get; init; }

    /// <summary>Delay reason (CLM20).</summary>
    public Code DelayReason { get; init; }

    /// <summary>Type of bill, three digits without the leading zero.</summary>
    public Code BillType { get; init; }

    /// <summary>Statement from, or earliest service date.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Statement through, or latest service date.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>Admission date.</summary>
    public DateOnly? AdmissionDate { get; init; }

    /// <summary>Discharge date.</summary>
    public DateOnly? DischargeDate { get; init; }

    /// <summary>Patient discharge status (CL103).</summary>
    public Code DischargeStatus { get; init; }

    /// <summary>Admission type (CL101).</summary>
    public Code AdmissionType { get; init; }

    /// <summary>Point of origin (CL102).</summary>
    public Code AdmissionSource { get; init; }

    /// <summary>MS-DRG as billed.</summary>
    public Code Drg { get; init; }

    /// <summary>Prior authorization number (REF*G1).</summary>
    public string? PriorAuthorization { get; init; }

    /// <summary>CLIA number (REF*X4).</summary>
    public string? CliaNumber { get; init; }

    /// <summary>Total charge in cents (CLM02).</summary>
    public long? TotalChargeCents { get; init; }

    /// <summary>auto, employment or other (CLM11).</summary>
    public string? Accident { get; init; }

    /// <summary>PWK report types, in order.</summary>
    public ImmutableArray<Code> Attachments { get; init; } = [];

    /// <summary>Notes (NTE), free text: never shown in logs.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What other payers decided at claim level, in order.</summary>
    public ImmutableArray<OtherPayer> OtherPayers { get; init; } = [];

    /// <summary>The patient, or null where nothing is known.</summary>
    public Patient? Patient { get; init; }

    /// <summary>Billing provider.</summary>
    public Provider? Billing { get; init; }

    /// <summary>Rendering provider of every line that names none.</summary>
    public Provider? Rendering { get; init; }

    /// <summary>Referring provider.</summary>
    public Provider? Referring { get; init; }

    /// <summary>Ordering provider.</summary>
    public Provider? Ordering { get; init; }

    /// <summary>Supervising provider.</summary>
    public Provider? Supervising { get; init; }

    /// <summary>Attending provider.</summary>
    public Provider? Attending { get; init; }

    /// <summary>Operating provider.</summary>
    public Provider? Operating { get; init; }

    /// <summary>Service facility.</summary>
    public Provider? Facility { get; init; }

    /// <summary>Diagnoses in the order billed; pointers count from 1. <c>default</c>: not given.</summary>
    public ImmutableArray<Diagnosis> Diagnoses { get; init; }

    /// <summary>ICD-10-PCS procedures in order.</summary>
    public ImmutableArray<InpatientProcedure> Procedures { get; init; } = [];

    /// <summary>Condition codes in order.</summary>
    public ImmutableArray<Code> ConditionCodes { get; init; } = [];

    /// <summary>Occurrence and occurrence span codes in order.</summary>
    public ImmutableArray<OccurrenceCode> OccurrenceCodes { get; init; } = [];

    /// <summary>Value codes in order.</summary>
    public ImmutableArray<ValueCode> ValueCodes { get; init; } = [];

    /// <summary>Service lines in the order given; numbers are unique, at least one.</summary>
    public required ImmutableArray<ServiceLine> Lines { get; init; }

    /// <summary>Earlier lines of the same member, any order. <c>default</c>: history was not supplied.</summary>
    public ImmutableArray<HistoryLine> History { get; init; }

    /// <summary>Authorizations on file. <c>default</c>: not given.</summary>
    public ImmutableArray<Authorization> Authorizations { get; init; }

    /// <summary>What computer-assisted coding suggested, or null.</summary>
    public CodingRecord? CodingRecord { get; init; }

    /// <summary>What the payer adds, by name; each is declared in the pack that reads it.</summary>
    public ImmutableSortedDictionary<string, FactValue> Facts { get; init; } = FactValue.NoFacts;

    /// <summary>What a reader of claims would say of the claim; for claims built by hand. Nothing is said of a claim that was read.</summary>
    /// <returns>In the order of the members; empty for a sound claim. A claim with an error cannot be decided: evaluators throw.</returns>
    public ImmutableArray<Diagnostic> Validate() => ClaimCheck.Validate(this);

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Claim);
}
