namespace EditEngine.Formats.Rows;

/// <summary>What most service lines say. As in <see cref="ClaimRow"/>.</summary>
internal struct ServiceLineRow
{
    public int Number;
    public ulong Procedure;
    public ulong RevenueCode;
    public ulong PlaceOfService;

    /// <summary>Codes.</summary>
    public RowRange Modifiers;

    /// <summary>Rows of <see cref="ClaimBatch.Pointers"/>.</summary>
    public RowRange Pointers;

    public decimal? Units;
    public long? ChargeCents;
    public int From;
    public int Through;

    /// <summary>Its place in <see cref="RowWords.UnitBases"/>.</summary>
    public byte UnitBasis;

    public bool? Emergency;
    public int Rendering;

    /// <summary>The row of what few lines say; 0: it says none of that.</summary>
    public int Detail;
}

/// <summary>What few service lines say.</summary>
internal struct LineDetailRow
{
    public ulong Hipps;
    public long? NonCoveredChargeCents;
    public RowText Description;
    public RowText PriorAuthorization;
    public RowText Referral;
    public RowText CliaNumber;
    public RowText ReferringCliaNumber;
    public int Ordering;
    public int Referring;
    public int Supervising;
    public int Operating;
    public int Facility;

    /// <summary>Codes.</summary>
    public RowRange AmbulanceConditions;

    /// <summary>Its drug, of which there is none where this is false.</summary>
    public bool HasDrug;

    public ulong DrugCode;
    public decimal? DrugQuantity;
    public RowText DrugUnit;
    public ulong Tooth;
    public ulong Quadrant;

    /// <summary>Codes.</summary>
    public RowRange Surfaces;

    /// <summary>Codes.</summary>
    public RowRange Areas;

    public RowRange Teeth;

    /// <summary>Its place in <see cref="RowWords.Prostheses"/>.</summary>
    public byte Prosthesis;

    public int PriorPlacementDate;
    public RowRange OtherPayers;
    public TimeOnly? StartTime;
    public TimeOnly? EndTime;
}
