namespace EditEngine.Compiler.Diagnostics;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    /// <summary>Of many names only so many are looked at: a pack of nothing but mistakes is told in the time of its length.</summary>
    private const int MostCandidates = 1_000;

    private const int LongestCompared = 200;

    /// <summary>The candidate within a third of the name's length in edits (insert, delete, replace, swap), nearest first, then ordinal; or null.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int best = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in candidates.Take(MostCandidates).Order(StringComparer.Ordinal))
        {
            int distance = Distance(name, candidate, best);
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>Up to <paramref name="most"/> candidates within two edits, nearest first, then those that begin alike, then ordinal.</summary>
    public static IReadOnlyList<string> Several(string name, IEnumerable<string> candidates, int most) =>
    [
        .. candidates.Take(MostCandidates).Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate, 3)))
            .Where(one => one.Distance < 3)
            .OrderBy(one => one.Distance).ThenByDescending(one => one.Candidate.AsSpan().CommonPrefixLength(name)).ThenBy(one => one.Candidate, StringComparer.Ordinal)
            .Take(most).Select(one => one.Candidate),
    ];

    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit || a.Length > LongestCompared)
        {
            return limit;
        }

        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (int j = 0; j <= b.Length; j++)
        {
            cost[0, j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
