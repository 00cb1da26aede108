using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>One service line. Absence as in <see cref="Claim"/>.</summary>
public sealed record ServiceLine
{
    // Fields lie in memory as they are declared, behind texts and parts: what every evaluation asks of a line comes first, and is fetched at once.
    internal int _number;
    internal Code _procedure;
    internal DateOnly? _from;
    internal DateOnly? _through;
    internal ImmutableArray<Code> _modifiers = [];
    internal Code _placeOfService;
    internal decimal? _units;
    internal long? _chargeCents;

    /// <summary>Whether it was given anything that has to be looked at before it is decided: no fact.</summary>
    internal Doubt _doubt;

    /// <summary>Line number, 1 or more, unique on the claim.</summary>
    public required int Number { get => _number; init => _doubt.Set(ref _number, value, value > 0); }

    /// <summary>CPT, HCPCS or CDT code.</summary>
    public Code Procedure { get => _procedure; init => _doubt.Set(ref _procedure, value, CodeSystem.Procedure); }

    /// <summary>Modifiers in their positions, none missing between.</summary>
    public ImmutableArray<Code> Modifiers { get => _modifiers; init => _doubt.Set(ref _modifiers, value, CodeSystem.Modifier); }

    /// <summary>HIPPS code: what revenue 0022, 0023 and 0024 bill by in place of a procedure.</summary>
    public Code Hipps { get => _hipps; init => _doubt.Set(ref _hipps, value, CodeSystem.Hipps); }
    internal Code _hipps;

    /// <summary>Revenue code.</summary>
    public Code RevenueCode { get => _revenueCode; init => _doubt.Set(ref _revenueCode, value, CodeSystem.Revenue); }
    internal Code _revenueCode;

    /// <summary>Billed units.</summary>
    public decimal? Units { get => _units; init => _units = value; }

    /// <summary>UN units, MJ minutes, DA days.</summary>
    public string? UnitBasis { get => _unitBasis; init => _unitBasis = value; }
    internal string? _unitBasis;

    /// <summary>Charge in cents.</summary>
    public long? ChargeCents { get => _chargeCents; init => _chargeCents = value; }

    /// <summary>Non-covered charge in cents (SV207).</summary>
    public long? NonCoveredChargeCents { get => _nonCoveredChargeCents; init => _nonCoveredChargeCents = value; }
    internal long? _nonCoveredChargeCents;

    /// <summary>First day of service.</summary>
    public DateOnly? From { get => _from; init => _from = value; }

    /// <summary>Last day of service; null: the same as <see cref="From"/>.</summary>
    public DateOnly? Through { get => _through; init => _through = value; }

    /// <summary>Place of service of the line.</summary>
    public Code PlaceOfService { get => _placeOfService; init => _doubt.Set(ref _placeOfService, value, CodeSystem.PlaceOfService); }

    /// <summary>Positions in <see cref="Claim.Diagnoses"/>, from 1. <c>default</c>: not given.</summary>
    public ImmutableArray<int> DiagnosisPointers { get => _diagnosisPointers; init => _diagnosisPointers = value; }
    internal ImmutableArray<int> _diagnosisPointers;

    /// <summary>Emergency indicator (SV109).</summary>
    public bool? Emergency { get => _emergency; init => _emergency = value; }
    internal bool? _emergency;

    /// <summary>Free-text description.</summary>
    public string? Description { get => _description; init => _description = value; }
    internal string? _description;

    /// <summary>The line's own rendering provider; null: the claim's, taken whole.</summary>
    public Provider? Rendering { get => _rendering; init => _doubt.Set(ref _rendering, value); }
    internal Provider? _rendering;

    /// <summary>The line's own ordering provider; null: the claim's, taken whole.</summary>
    public Provider? Ordering { get => _ordering; init => _doubt.Set(ref _ordering, value); }
    internal Provider? _ordering;

    /// <summary>The line's own referring provider; null: the claim's, taken whole.</summary>
    public Provider? Referring { get => _referring; init => _doubt.Set(ref _referring, value); }
    internal Provider? _referring;

    /// <summary>The line's own supervising provider; null: the claim's, taken whole.</summary>
    public Provider? Supervising { get => _supervising; init => _doubt.Set(ref _supervising, value); }
    internal Provider? _supervising;

    /// <summary>The line's own operating provider (837I); null: the claim's, taken whole.</summary>
    public Provider? Operating { get => _operating; init => _doubt.Set(ref _operating, value); }
    internal Provider? _operating;

    /// <summary>The line's own service facility; null: the claim's, taken whole.</summary>
    public Provider? Facility { get => _facility; init => _doubt.Set(ref _facility, value); }
    internal Provider? _facility;

    /// <summary>The line's own prior authorization number (REF*G1); null: the claim's.</summary>
    public string? PriorAuthorization { get => _priorAuthorization; init => _priorAuthorization = value; }
    internal string? _priorAuthorization;

    /// <summary>The line's own referral number (REF*9F); null: the claim's.</summary>
    public string? Referral { get => _referral; init => _referral = value; }
    internal string? _referral;

    /// <summary>The line's own CLIA number (REF*X4); null: the claim's.</summary>
    public string? CliaNumber { get => _cliaNumber; init => _cliaNumber = value; }
    internal string? _cliaNumber;

    /// <summary>CLIA number of the laboratory that a referred test was sent to (REF*F4).</summary>
    public string? ReferringCliaNumber { get => _referringCliaNumber; init => _referringCliaNumber = value; }
    internal string? _referringCliaNumber;

    /// <summary>The line's own conditions of an ambulance transport (CRC*07); empty: the claim's.</summary>
    public ImmutableArray<Code> AmbulanceConditions { get => _ambulanceConditions; init => _doubt.Set(ref _ambulanceConditions, value, CodeSystem.AmbulanceCondition); }
    internal ImmutableArray<Code> _ambulanceConditions = [];

    /// <summary>Drug identification (2410), or null.</summary>
    public DrugIdentification? Ndc { get => _ndc; init => _doubt.Set(ref _ndc, value, value is null || value._code.IsNoneOr(CodeSystem.Ndc)); }
    internal DrugIdentification? _ndc;

    /// <summary>Tooth; of several the first.</summary>
    public Code Tooth { get => _tooth; init => _doubt.Set(ref _tooth, value, CodeSystem.Tooth); }
    internal Code _tooth;

    /// <summary>All teeth with the surfaces of each, where the line names several or tells surfaces apart. Empty: <see cref="Tooth"/> is the only one.</summary>
    public ImmutableArray<TreatedTooth> Teeth { get => _teeth; init => _doubt.SetRare(ref _teeth, value); }
    internal ImmutableArray<TreatedTooth> _teeth = [];

    /// <summary>Tooth surfaces, of all teeth of the line.</summary>
    public ImmutableArray<Code> Surfaces { get => _surfaces; init => _doubt.Set(ref _surfaces, value, CodeSystem.Surface); }
    internal ImmutableArray<Code> _surfaces = [];

    /// <summary>Quadrant or oral-cavity area; of several the first.</summary>
    public Code Quadrant { get => _quadrant; init => _doubt.Set(ref _quadrant, value, CodeSystem.Quadrant); }
    internal Code _quadrant;

    /// <summary>All quadrants and oral-cavity areas in order. Empty: <see cref="Quadrant"/> is the only one.</summary>
    public ImmutableArray<Code> Areas { get => _areas; init => _doubt.Set(ref _areas, value, CodeSystem.Quadrant); }
    internal ImmutableArray<Code> _areas = [];

    /// <summary>initial or replacement (SV305).</summary>
    public string? Prosthesis { get => _prosthesis; init => _prosthesis = value; }
    internal string? _prosthesis;

    /// <summary>Prior placement date (DTP*441).</summary>
    public DateOnly? PriorPlacementDate { get => _priorPlacementDate; init => _priorPlacementDate = value; }
    internal DateOnly? _priorPlacementDate;

    /// <summary>What other payers decided for this line (2430), in order.</summary>
    public ImmutableArray<OtherPayer> OtherPayers { get => _otherPayers; init => _doubt.SetRare(ref _otherPayers, value); }
    internal ImmutableArray<OtherPayer> _otherPayers = [];

    /// <summary>Start time of day.</summary>
    public TimeOnly? StartTime { get => _startTime; init => _startTime = value; }
    internal TimeOnly? _startTime;

    /// <summary>End time of day.</summary>
    public TimeOnly? EndTime { get => _endTime; init => _endTime = value; }
    internal TimeOnly? _endTime;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(ServiceLine);
}
