using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;

namespace EditEngine.Analysis.Pricing;

/// <summary>What changes are added up by.</summary>
/// <param name="Name">As it is asked for.</param>
/// <param name="ValueOf">The value of a changed line: its claim, its line, and the edit that decides the change; null: it has none.</param>
internal sealed record Dimension(string Name, Func<Claim, ServiceLine, string?, string?> ValueOf)
{
    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<Dimension> All =
    [
        new("edit", static (_, _, edit) => edit),
        new("provider", static (claim, _, _) => claim.Billing?.Npi),
        new("month", static (claim, line, _) => (line.From ?? claim.From)?.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        new("line_of_business", static (claim, _, _) => claim.LineOfBusiness),
    ];
}
