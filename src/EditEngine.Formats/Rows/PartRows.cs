namespace EditEngine.Formats.Rows;

/// <summary>A provider.</summary>
internal struct ProviderRow
{
    public RowText Npi;
    public RowText TaxId;
    public RowText State;
    public RowText Zip;
    public RowText Country;
    public ulong Taxonomy;
    public ulong Specialty;
    public RowText Type;
    public RowText Organization;
}

/// <summary>A diagnosis.</summary>
internal struct DiagnosisRow
{
    public ulong Code;
    public ulong PresentOnAdmission;

    /// <summary>Its place in <see cref="RowWords.DiagnosisRoles"/>.</summary>
    public byte Role;
}

/// <summary>An inpatient procedure.</summary>
internal struct ProcedureRow
{
    public ulong Code;
    public int Date;
    public bool? Principal;
}

/// <summary>An occurrence, or a span of it.</summary>
internal struct OccurrenceRow
{
    public ulong Code;
    public int Date;
    public int Through;
}

/// <summary>A value code.</summary>
internal struct ValueRow
{
    public ulong Code;
    public decimal? Amount;
}

/// <summary>A tooth that a line treats.</summary>
internal struct ToothRow
{
    public ulong Tooth;

    /// <summary>Codes.</summary>
    public RowRange Surfaces;
}

/// <summary>What another payer decided, of a claim or a line.</summary>
internal struct OtherPayerRow
{
    public RowText Payer;
    public RowText Order;
    public RowText FilingIndicator;
    public long? PaidAmountCents;
    public long? RemainingLiabilityCents;
    public long? NonCoveredCents;
    public RowText ClaimNumber;
    public RowText PriorAuthorization;
    public RowText Referral;
    public decimal? BundledLine;
    public decimal? PaidUnits;
    public ulong Procedure;

    /// <summary>Codes.</summary>
    public RowRange Modifiers;

    public int DecisionDate;
    public RowRange Adjustments;
}

/// <summary>An adjustment of another payer.</summary>
internal struct AdjustmentRow
{
    public RowText Group;
    public ulong Reason;
    public long? AmountCents;
    public decimal? Quantity;
}
