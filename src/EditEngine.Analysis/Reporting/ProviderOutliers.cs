using System.Collections.Immutable;

namespace EditEngine.Analysis.Reporting;

/// <summary>Providers of whom more lines are not paid than of all together, by more than chance makes likely.</summary>
/// <remarks>A provider's lines are taken as draws of which each is not paid with the share of all lines: a start for a person to look, no verdict.</remarks>
internal static class ProviderOutliers
{
    // Of fewer lines a normal distribution is no likeness of a binomial one.
    private const int LeastLines = 30;

    // One provider in 740 by chance.
    private const double LeastScore = 3;

    /// <summary>The outliers, farthest first.</summary>
    /// <param name="providers">All providers' lines.</param>
    public static ImmutableArray<ProviderOutlier> Of(IEnumerable<ReportRow> providers)
    {
        ImmutableArray<ReportRow> rows = [.. providers];
        double lines = rows.Sum(row => (double)row.Concerned);
        double share = lines == 0 ? 0 : rows.Sum(row => (double)row.Decided) / lines;
        return share is 0 or 1 ? [] :
        [
            .. rows.Where(row => row.Concerned >= LeastLines)
                .Select(row => new ProviderOutlier(row.Value, row.Concerned, row.Decided, (double)row.Decided / row.Concerned, share, (row.Decided - (row.Concerned * share)) / Math.Sqrt(row.Concerned * share * (1 - share))))
                .Where(one => one.Score >= LeastScore).OrderByDescending(one => one.Score).ThenBy(one => one.Npi, StringComparer.Ordinal),
        ];
    }
}
