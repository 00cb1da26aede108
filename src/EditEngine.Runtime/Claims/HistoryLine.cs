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
    public required string ClaimId { get => _claimId; init => _claimId = value; }
    internal string _claimId = "";

    /// <summary>The line as billed; its rendering provider is its own alone.</summary>
    public required ServiceLine Line { get => _line; init => _line = value; }
    internal ServiceLine _line = null!; // Required.

    /// <summary>What was decided.</summary>
    public required LineStatus Status { get => _status; init => _status = value; }
    internal LineStatus _status;

    /// <summary>Type of the earlier claim; Unknown where not given.</summary>
    public ClaimType ClaimType { get => _claimType; init => _claimType = value; }
    internal ClaimType _claimType;

    /// <summary>Units paid.</summary>
    public decimal? PaidUnits { get => _paidUnits; init => _paidUnits = value; }
    internal decimal? _paidUnits;

    /// <summary>Amount paid in cents.</summary>
    public long? PaidAmountCents { get => _paidAmountCents; init => _paidAmountCents = value; }
    internal long? _paidAmountCents;

    /// <summary>Day it was decided.</summary>
    public DateOnly? AdjudicatedDate { get => _adjudicatedDate; init => _adjudicatedDate = value; }
    internal DateOnly? _adjudicatedDate;

    /// <summary>Type of bill of the earlier claim.</summary>
    public Code BillType { get => _billType; init => _billType = value; }
    internal Code _billType;

    /// <summary>Admission date of the earlier claim.</summary>
    public DateOnly? AdmissionDate { get => _admissionDate; init => _admissionDate = value; }
    internal DateOnly? _admissionDate;

    /// <summary>Discharge date of the earlier claim.</summary>
    public DateOnly? DischargeDate { get => _dischargeDate; init => _dischargeDate = value; }
    internal DateOnly? _dischargeDate;

    /// <summary>Billing provider of the earlier claim.</summary>
    public Provider? Billing { get => _billing; init => _billing = value; }
    internal Provider? _billing;

    /// <summary>The diagnoses the line points at. <c>default</c>: not given.</summary>
    public ImmutableArray<Diagnosis> Diagnoses { get => _diagnoses; init => _diagnoses = value; }
    internal ImmutableArray<Diagnosis> _diagnoses;

    /// <summary>What evaluators made of the history that it is the first line of: no fact.</summary>
    internal Made<HistoryColumns> _columns;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(HistoryLine);
}
