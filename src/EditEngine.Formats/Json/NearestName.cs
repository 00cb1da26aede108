namespace EditEngine.Formats.Json;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    // Longer names are no slip of the fingers, and the table of distances is quadratic.
    private const int MaxLength = 40;

    /// <summary>The nearest of the names by Damerau distance, letter case and underscores aside; null where none is near.</summary>
    public static string? Of(string seen, ReadOnlySpan<string> names)
    {
        string wanted = Plain(seen);
        if (wanted.Length is 0 or > MaxLength)
        {
            return null;
        }

        string? nearest = null;
        int best = Math.Max(1, wanted.Length / 3) + 1;
        foreach (string name in names)
        {
            int distance = Distance(wanted, Plain(name));
            if (distance < best)
            {
                (nearest, best) = (name, distance);
            }
        }

        return nearest;
    }

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    // Insertions, deletions, replacements and swaps of neighbours each count one.
    private static int Distance(string a, string b)
    {
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int replaced = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replaced, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
