using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>One service line. Absence as in <see cref="Claim"/>.</summary>
public sealed record ServiceLine
{
    /// <summary>Line number, 1 or more, unique on the claim.</summary>
    public required int Number { get; init; }

    /// <summary>CPT, HCPCS or CDT code.</summary>
    public Code Procedure { get; init; }

    /// <summary>Modifiers in their positions, none missing between.</summary>
    public ImmutableArray<Code> Modifiers { get; init; } = [];

    /// <summary>Revenue code.</summary>
    public Code RevenueCode { get; init; }

    /// <summary>Billed units.</summary>
    public decimal? Units { get; init; }

    /// <summary>UN units, MJ minutes, DA days.</summary>
    public string? UnitBasis { get; init; }

    /// <summary>Charge in cents.</summary>
    public long? ChargeCents { get; init; }

    /// <summary>Non-covered charge in cents (SV207).</summary>
    public long? NonCoveredChargeCents { get; init; }

    /// <summary>First day of service.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of service; null: the same as <see cref="From"/>.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>Place of service of the line.</summary>
    public Code PlaceOfService { get; init; }

    /// <summary>Positions in <see cref="Claim.Diagnoses"/>, from 1. <c>default</c>: not given.</summary>
    public ImmutableArray<int> DiagnosisPointers { get; init; }

    /// <summary>Emergency indicator (SV109).</summary>
    public bool? Emergency { get; init; }

    /// <summary>Free-text description.</summary>
    public string? Description { get; init; }

    /// <summary>The line's own rendering provider; null: the claim's, taken whole.</summary>
    public Provider? Rendering { get; init; }

    /// <summary>The line's ordering provider.</summary>
    public Provider? Ordering { get; init; }

    /// <summary>Drug identification (2410), or null.</summary>
    public DrugIdentification? Ndc { get; init; }

    /// <summary>Tooth.</summary>
    public Code Tooth { get; init; }

    /// <summary>Tooth surfaces.</summary>
    public ImmutableArray<Code> Surfaces { get; init; } = [];

    /// <summary>Quadrant or oral-cavity area.</summary>
    public Code Quadrant { get; init; }

    /// <summary>initial or replacement (SV305).</summary>
    public string? Prosthesis { get; init; }

    /// <summary>Prior placement date (DTP*441).</summary>
    public DateOnly? PriorPlacementDate { get; init; }

    /// <summary>What other payers decided for this line (2430), in order.</summary>
    public ImmutableArray<OtherPayer> OtherPayers { get; init; } = [];

    /// <summary>Start time of day.</summary>
    public TimeOnly? StartTime { get; init; }

    /// <summary>End time of day.</summary>
    public TimeOnly? EndTime { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(ServiceLine);
}
