using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>A service line while its segments pass.</summary>
internal sealed class LineDraft
{
    public int Number { get; set; }

    public Code Procedure { get; set; }

    public List<Code> Modifiers { get; } = [];

    public Code RevenueCode { get; set; }

    public decimal? Units { get; set; }

    public string? UnitBasis { get; set; }

    public long? ChargeCents { get; set; }

    public long? NonCoveredChargeCents { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Through { get; set; }

    public Code PlaceOfService { get; set; }

    public List<int> DiagnosisPointers { get; } = [];

    public bool? Emergency { get; set; }

    public string? Description { get; set; }

    public ProviderDraft? Rendering { get; set; }

    public ProviderDraft? Ordering { get; set; }

    public Code Ndc { get; set; }

    public bool HasDrug { get; set; }

    public decimal? DrugQuantity { get; set; }

    public string? DrugUnit { get; set; }

    public Code Tooth { get; set; }

    public List<Code> Surfaces { get; } = [];

    public Code Quadrant { get; set; }

    public string? Prosthesis { get; set; }

    public DateOnly? PriorPlacementDate { get; set; }

    public List<DecisionDraft> OtherPayers { get; } = [];

    public TimeOnly? StartTime { get; set; }

    public TimeOnly? EndTime { get; set; }

    /// <summary>Empties it for the next line.</summary>
    public void Clear()
    {
        (Number, Units, UnitBasis, ChargeCents, NonCoveredChargeCents) = (0, null, null, null, null);
        (From, Through, StartTime, EndTime, PriorPlacementDate) = (null, null, null, null, null);
        (Procedure, RevenueCode, PlaceOfService, Ndc, Tooth, Quadrant) = (default, default, default, default, default, default);
        (Emergency, Description, Prosthesis, Rendering, Ordering) = (null, null, null, null, null);
        (HasDrug, DrugQuantity, DrugUnit) = (false, null, null);
        Modifiers.Clear();
        DiagnosisPointers.Clear();
        Surfaces.Clear();
        OtherPayers.Clear();
    }

    /// <summary>The line, with what it takes from its claim where it says nothing itself.</summary>
    /// <param name="type">The claim form: an institutional line carries no pointers.</param>
    /// <param name="place">The claim's place of service.</param>
    /// <param name="dates">The claim's dates of service.</param>
    public ServiceLine Build(ClaimType type, Code place, SentPeriod dates) => new()
    {
        Number = Number,
        Procedure = Procedure,
        Modifiers = [.. Modifiers],
        RevenueCode = RevenueCode,
        Units = Units,
        UnitBasis = UnitBasis,
        ChargeCents = ChargeCents,
        NonCoveredChargeCents = NonCoveredChargeCents,
        From = From ?? dates.From,
        Through = From is null ? dates.Through : Through,
        PlaceOfService = PlaceOfService.IsMissing ? place : PlaceOfService,
        DiagnosisPointers = type == ClaimType.Institutional && DiagnosisPointers.Count == 0 ? default : [.. DiagnosisPointers],
        Emergency = Emergency,
        Description = Description,
        Rendering = Rendering?.Build(),
        Ordering = Ordering?.Build(),
        Ndc = HasDrug ? new DrugIdentification { Code = Ndc, Quantity = DrugQuantity, Unit = DrugUnit } : null,
        Tooth = Tooth,
        Surfaces = [.. Surfaces],
        Quadrant = Quadrant,
        Prosthesis = Prosthesis,
        PriorPlacementDate = PriorPlacementDate,
        OtherPayers = DecisionDraft.Build(OtherPayers),
        StartTime = StartTime,
        EndTime = EndTime,
    };
}
