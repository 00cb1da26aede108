using EditEngine.Claims;

namespace EditEngine.Formats.Rows;

/// <summary>What most claims say. Codes are packed, 0 where there is none; days are those of <see cref="PlainFacts"/>; providers are numbers of rows.</summary>
internal struct ClaimRow
{
    /// <summary>Byte at which it begins in its file.</summary>
    public long Offset;

    /// <summary>Number of the segment or line at which it begins.</summary>
    public int Number;

    /// <summary>False where a header around it is refused.</summary>
    public bool Conforms;

    public ClaimType Type;
    public RowText Id;
    public RowText Payer;
    public ulong Frequency;
    public ulong BillType;
    public int From;
    public int Through;

    /// <summary>Day on which its transaction was made.</summary>
    public int TransactionDate;

    public long? TotalChargeCents;
    public PatientRow Patient;
    public int Billing;
    public int Rendering;
    public int Referring;
    public int Facility;
    public RowRange Diagnoses;
    public RowRange Lines;

    /// <summary>The row of what few claims say; 0: it says none of that.</summary>
    public int Detail;

    /// <summary>The row of what it was read of; 0: no one asked for it.</summary>
    public int Source;
}

/// <summary>What few claims say.</summary>
internal struct ClaimDetailRow
{
    public RowText LineOfBusiness;
    public RowText Product;
    public RowText State;
    public RowText Contract;
    public int ReceivedDate;
    public int ProcessedDate;
    public RowText OriginalClaimId;
    public int OriginalDecisionDate;
    public ulong DelayReason;
    public int AdmissionDate;
    public int DischargeDate;
    public ulong DischargeStatus;
    public ulong AdmissionType;
    public ulong AdmissionSource;
    public ulong Drg;
    public RowText PriorAuthorization;
    public RowText Referral;
    public RowText CliaNumber;
    public RowText AccidentState;
    public int AccidentDate;
    public bool? Predetermination;

    /// <summary>Related causes, first to third, each as its place in <see cref="RowWords.Causes"/>; 0: no more.</summary>
    public (byte First, byte Second, byte Third) Causes;

    public int Ordering;
    public int Supervising;
    public int Attending;
    public int Operating;

    /// <summary>Codes.</summary>
    public RowRange ConditionCodes;

    /// <summary>Codes.</summary>
    public RowRange AmbulanceConditions;

    /// <summary>Rows of <see cref="ClaimBatch.Attachments"/>.</summary>
    public RowRange Attachments;

    /// <summary>Rows of <see cref="ClaimBatch.Notes"/>.</summary>
    public RowRange Notes;

    /// <summary>Rows of <see cref="ClaimBatch.MissingTeeth"/>.</summary>
    public RowRange MissingTeeth;

    public RowRange Procedures;
    public RowRange Occurrences;
    public RowRange Values;
    public RowRange OtherPayers;
}

/// <summary>The patient of a claim.</summary>
internal struct PatientRow
{
    /// <summary>False: nothing is known of any.</summary>
    public bool IsGiven;

    public RowText MemberId;
    public int BirthDate;

    /// <summary>Its place in <see cref="RowWords.Sexes"/>.</summary>
    public byte Sex;
}
