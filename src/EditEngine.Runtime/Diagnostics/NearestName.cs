namespace EditEngine.Diagnostics;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>Of many names only so many are looked at: a text of nothing but mistakes is read in the time of its length.</summary>
    private const int MostCandidates = 1_000;

    // Longer names are no slip of the fingers, and the table of distances is quadratic.
    private const int LongestCompared = 200;

    private const int MostChanges = 2;

    /// <summary>
    /// The candidate within a third of the name's length in changes (insert, delete, replace, swap), nearest first, then ordinal; or null. Letter case
    /// and the signs between words and before them do not count: <c>line-number</c> is <c>lineNumber</c>, <c>@visits</c> is <c>visits</c>.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string wanted = Plain(name);
        if (wanted.Length == 0)
        {
            return null;
        }

        string? nearest = null;
        int best = Math.Max(1, wanted.Length / 3) + 1;
        foreach (string candidate in candidates.Take(MostCandidates).Order(StringComparer.Ordinal))
        {
            int distance = Distance(wanted, Plain(candidate), best);
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>Up to <paramref name="most"/> candidates within two changes, nearest first, then those that begin alike, then ordinal.</summary>
    public static IReadOnlyList<string> Several(string name, IEnumerable<string> candidates, int most) =>
    [
        .. candidates.Take(MostCandidates).Select(candidate => (Candidate: candidate, Distance: Distance(Plain(name), Plain(candidate), MostChanges + 1)))
            .Where(one => one.Distance <= MostChanges)
            .OrderBy(one => one.Distance).ThenByDescending(one => one.Candidate.AsSpan().CommonPrefixLength(name)).ThenBy(one => one.Candidate, StringComparer.Ordinal)
            .Take(most).Select(one => one.Candidate),
    ];

    private static string Plain(string name) =>
        name.TrimStart('@').Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit || a.Length > LongestCompared)
        {
            return limit;
        }

        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Cell(a, b, cost, i, j);
            }
        }

        return cost[a.Length, b.Length];
    }

    private static int Cell(string a, string b, int[,] cost, int i, int j)
    {
        int replaced = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int best = Math.Min(replaced, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
        bool isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwap ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
    }
}
