using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Plans;

/// <summary>How far back a pack looks: days or months before a line's date; open where nothing limits it.</summary>
/// <param name="Days">Days; null for months or open.</param>
/// <param name="Months">Months; null for days or open.</param>
public sealed record LookBack(int? Days, int? Months)
{
    /// <summary>Nothing limits it.</summary>
    public static readonly LookBack Ever = new(null, null);

    /// <summary>In days, months counted long; null where open.</summary>
    public int? AtMostDays => Days ?? (Months is int months ? (months * 31) + 1 : null);

    /// <inheritdoc/>
    public override string ToString() => (Days, Months) switch
    {
        (0, _) => "the same day",
        (int days, _) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{days} days"),
        (_, int months) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{months} months"),
        _ => "ever",
    };
}

/// <summary>What history an edit reads: a host fetches the union of these in one query, by member.</summary>
/// <param name="Edit">Edit id.</param>
/// <param name="Codes">Procedure codes; null for all.</param>
/// <param name="Statuses">Statuses; empty for all.</param>
/// <param name="SameClaimType">Only lines of claims of the claim's own type.</param>
/// <param name="LookBack">How far back.</param>
/// <param name="Keys">Facts that must be equal to the line's: date, procedure, npi and so on.</param>
public sealed record HistoryNeed(
    string Edit, CodeSet? Codes, ImmutableArray<string> Statuses, bool SameClaimType, LookBack LookBack, ImmutableArray<string> Keys);
