using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>The patient.</summary>
public sealed record Patient
{
    /// <summary>Member id.</summary>
    public string? MemberId { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>F, M or U.</summary>
    public string? Sex { get; init; }

    /// <summary>Teeth that are missing (DN2).</summary>
    public ImmutableArray<Code> MissingTeeth { get; init; } = [];

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Patient);
}

/// <summary>A provider in one role on a claim.</summary>
public sealed record Provider
{
    /// <summary>National Provider Identifier, ten digits as submitted.</summary>
    public string? Npi { get; init; }

    /// <summary>Tax id as submitted.</summary>
    public string? TaxId { get; init; }

    /// <summary>Provider taxonomy.</summary>
    public Code Taxonomy { get; init; }

    /// <summary>CMS specialty code.</summary>
    public Code Specialty { get; init; }

    /// <summary>Two-letter state.</summary>
    public string? State { get; init; }

    /// <summary>physician, supplier, hospital and so on, in the payer's own words.</summary>
    public string? Type { get; init; }

    /// <summary>Owner, for wholly-owned tests.</summary>
    public string? Organization { get; init; }

    /// <summary>CLIA certificates on file. <c>default</c>: not given.</summary>
    public ImmutableArray<Certificate> Certificates { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Provider);
}

/// <summary>A CLIA certificate of a provider.</summary>
public sealed record Certificate
{
    /// <summary>CLIA number.</summary>
    public string? Number { get; init; }

    /// <summary>waiver, ppm, compliance, accreditation or registration.</summary>
    public string? Kind { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; null: open.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Certificate);
}

/// <summary>A diagnosis of a claim.</summary>
public sealed record Diagnosis
{
    /// <summary>ICD-10-CM code.</summary>
    public required Code Code { get; init; }

    /// <summary>principal, other, admitting, reason or external; null: the first of the claim is principal, the rest other.</summary>
    public string? Type { get; init; }

    /// <summary>Present on admission: Y, N, U, W or 1.</summary>
    public Code PresentOnAdmission { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Diagnosis);
}

/// <summary>An ICD-10-PCS procedure of a claim.</summary>
public sealed record InpatientProcedure
{
    /// <summary>ICD-10-PCS code.</summary>
    public required Code Code { get; init; }

    /// <summary>Day it was done.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>True for the principal procedure; null: not said.</summary>
    public bool? Principal { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(InpatientProcedure);
}

/// <summary>An occurrence or occurrence span code.</summary>
public sealed record OccurrenceCode
{
    /// <summary>The code.</summary>
    public required Code Code { get; init; }

    /// <summary>Day, or first day of the span.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Last day of the span.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(OccurrenceCode);
}

/// <summary>A value code with its amount.</summary>
public sealed record ValueCode
{
    /// <summary>The code.</summary>
    public required Code Code { get; init; }

    /// <summary>The amount as given: dollars, days or a number, as the code says.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(ValueCode);
}

/// <summary>An authorization on file.</summary>
public sealed record Authorization
{
    /// <summary>Authorization number.</summary>
    public required string Number { get; init; }

    /// <summary>Authorized procedure.</summary>
    public Code Procedure { get; init; }

    /// <summary>Authorized provider.</summary>
    public string? Npi { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>Units approved.</summary>
    public decimal? ApprovedUnits { get; init; }

    /// <summary>Units used so far.</summary>
    public decimal? UsedUnits { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Authorization);
}

/// <summary>Drug identification of a line (LIN and CTP).</summary>
public sealed record DrugIdentification
{
    /// <summary>NDC, eleven digits.</summary>
    public Code Code { get; init; }

    /// <summary>Quantity in <see cref="Unit"/>.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>F2, GR, ME, ML or UN.</summary>
    public string? Unit { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(DrugIdentification);
}

/// <summary>What another payer decided of a claim (2320/2330B) or a line (2430).</summary>
public sealed record OtherPayer
{
    /// <summary>Payer's identifier.</summary>
    public string? Payer { get; init; }

    /// <summary>P primary, S secondary, T tertiary.</summary>
    public string? Order { get; init; }

    /// <summary>Claim filing indicator (SBR09).</summary>
    public string? FilingIndicator { get; init; }

    /// <summary>Paid amount in cents.</summary>
    public long? PaidAmountCents { get; init; }

    /// <summary>Paid units.</summary>
    public decimal? PaidUnits { get; init; }

    /// <summary>Procedure that the payer decided on.</summary>
    public Code Procedure { get; init; }

    /// <summary>Its modifiers.</summary>
    public ImmutableArray<Code> Modifiers { get; init; } = [];

    /// <summary>Day of the decision.</summary>
    public DateOnly? DecisionDate { get; init; }

    /// <summary>Adjustments (CAS) in the order given.</summary>
    public ImmutableArray<Adjustment> Adjustments { get; init; } = [];

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(OtherPayer);
}

/// <summary>One adjustment of another payer.</summary>
public sealed record Adjustment
{
    /// <summary>CO, PR, OA, PI or CR.</summary>
    public required string Group { get; init; }

    /// <summary>Claim adjustment reason code.</summary>
    public required Code Reason { get; init; }

    /// <summary>Amount in cents.</summary>
    public long? AmountCents { get; init; }

    /// <summary>Units.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Adjustment);
}

/// <summary>What computer-assisted coding suggested, and what people did with it.</summary>
public sealed record CodingRecord
{
    /// <summary>Name and version of the coding engine.</summary>
    public string? Engine { get; init; }

    /// <summary>Suggestions in order.</summary>
    public ImmutableArray<Suggestion> Suggestions { get; init; } = [];

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(CodingRecord);
}

/// <summary>One suggested code.</summary>
public sealed record Suggestion
{
    /// <summary>The code, in the system that <see cref="System"/> names; Odd text where no system is given.</summary>
    public required Code Code { get; init; }

    /// <summary>CPT, HCPCS, ICD-10-CM, ICD-10-PCS or CDT.</summary>
    public string? System { get; init; }

    /// <summary>0 to 1.</summary>
    public decimal? Confidence { get; init; }

    /// <summary>Spans of the record. <c>default</c>: not given.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>When it was suggested.</summary>
    public DateTimeOffset? SuggestedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Who or what suggested it.</summary>
    public string? Author { get; init; }

    /// <summary>Who reviewed it.</summary>
    public string? Reviewer { get; init; }

    /// <summary>When it was reviewed.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>accepted, rejected or changed.</summary>
    public string? Decision { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Suggestion);
}

/// <summary>A span of the record that speaks for or against a suggested code.</summary>
public sealed record Evidence
{
    /// <summary>Document id.</summary>
    public string? Document { get; init; }

    /// <summary>Section of the document.</summary>
    public string? Section { get; init; }

    /// <summary>The text itself: never shown in logs.</summary>
    public string? Text { get; init; }

    /// <summary>True where the span denies the condition.</summary>
    public bool? Negated { get; init; }

    /// <summary>current, past, family or planned.</summary>
    public string? Temporality { get; init; }

    /// <summary>patient, family or other.</summary>
    public string? Subject { get; init; }

    /// <summary>affirmed or uncertain.</summary>
    public string? Certainty { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Evidence);
}
