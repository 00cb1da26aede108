using System.Collections.Immutable;

namespace EditEngine.Outcomes;

/// <summary>One row of a reason map.</summary>
/// <param name="Key">Reason key.</param>
/// <param name="GroupCode">CO, PR, OA or PI.</param>
/// <param name="Carc">Claim adjustment reason code.</param>
/// <param name="Rarc">Remark codes.</param>
/// <param name="FromDay">First day by as-of.</param>
/// <param name="ThroughDay">Last day by as-of.</param>
/// <param name="LinesOfBusiness">Where it holds; empty: everywhere.</param>
internal sealed record ReasonRow(
    string Key, string GroupCode, string Carc, ImmutableArray<string> Rarc, int FromDay, int ThroughDay, ImmutableArray<string> LinesOfBusiness);

/// <summary>Turns reason keys into group code, CARC and RARC. Rows of the most derived pack come first and win; one for a line of business before one for all.</summary>
internal sealed class ReasonMap
{
    private readonly ImmutableArray<ReasonRow> _rows;

    /// <summary>A map of rows, the most derived pack's first.</summary>
    public ReasonMap(ImmutableArray<ReasonRow> rows)
    {
        _rows = rows;
    }

    /// <summary>The rows, the most derived pack's first.</summary>
    public ImmutableArray<ReasonRow> Rows => _rows;

    /// <summary>The row for a key on an as-of date and line of business, or null.</summary>
    public ReasonRow? Find(string key, int asOfDay, string? lineOfBusiness)
    {
        ReasonRow? general = null;
        foreach (ReasonRow row in _rows)
        {
            if (!string.Equals(row.Key, key, StringComparison.Ordinal) || asOfDay < row.FromDay || asOfDay > row.ThroughDay)
            {
                continue;
            }

            if (row.LinesOfBusiness.IsEmpty)
            {
                general ??= row;
            }
            else if (lineOfBusiness is not null && row.LinesOfBusiness.Contains(lineOfBusiness))
            {
                return row;
            }
        }

        return general;
    }
}
