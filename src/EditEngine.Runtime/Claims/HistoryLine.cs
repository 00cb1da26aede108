using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>What was decided of an earlier line.</summary>
public enum LineStatus
{
    /// <summary>Paid as billed.</summary>
    Paid,

    /// <summary>Denied.</summary>
    Denied,

    /// <summary>Paid with an adjustment.</summary>
    Adjusted,

    /// <summary>Voided later.</summary>
    Voided,

    /// <summary>Not yet decided.</summary>
    InProcess,
}

/// <summary>A service line of an earlier claim of the same member: all of a line, and what was decided.</summary>
public sealed record HistoryLine
{
    /// <summary>The claim it stood on.</summary>
    public required string ClaimId { get; init; }

    /// <summary>The line as billed; its rendering provider is its own alone.</summary>
    public required ServiceLine Line { get; init; }

    /// <summary>What was decided.</summary>
    public required LineStatus Status { get; init; }

    /// <summary>Type of the earlier claim; Unknown where not given.</summary>
    public ClaimType ClaimType { get; init; }

    /// <summary>Units paid.</summary>
    public decimal? PaidUnits { get; init; }

    /// <summary>Amount paid in cents.</summary>
    public long? PaidAmountCents { get; init; }

    /// <summary>Day it was decided.</summary>
    public DateOnly? AdjudicatedDate { get; init; }

    /// <summary>Type of bill of the earlier claim.</summary>
    public Code BillType { get; init; }

    /// <summary>Admission date of the earlier claim.</summary>
    public DateOnly? AdmissionDate { get; init; }

    /// <summary>Discharge date of the earlier claim.</summary>
    public DateOnly? DischargeDate { get; init; }

    /// <summary>Billing provider of the earlier claim.</summary>
    public Provider? Billing { get; init; }

    /// <summary>The diagnoses the line points at. <c>default</c>: not given.</summary>
    public ImmutableArray<Diagnosis> Diagnoses { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(HistoryLine);
}
