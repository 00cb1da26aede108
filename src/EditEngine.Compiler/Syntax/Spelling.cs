namespace EditEngine.Compiler.Syntax;

/// <summary>Which word was probably meant.</summary>
internal static class Spelling
{
    private const int LongestWord = 24;

    /// <summary>The nearest of some words within a third of the word's length (at least one change); the first of equals; null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> words)
    {
        if (word.Length is < 2 or > LongestWord)
        {
            return null;
        }

        int most = Math.Max(1, word.Length / 3);
        string? nearest = null;
        foreach (string candidate in words)
        {
            if (Math.Abs(candidate.Length - word.Length) <= most && Distance(word, candidate) is int distance && distance <= most)
            {
                nearest = candidate;
                most = distance - 1;
            }
        }

        return nearest;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.</summary>
    public static int Distance(string a, string b)
    {
        int[,] table = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                table[i, j] = Cell(a, b, table, i, j);
            }
        }

        return table[a.Length, b.Length];
    }

    private static int Cell(string a, string b, int[,] table, int i, int j)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        int change = a[i - 1] == b[j - 1] ? 0 : 1;
        int best = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + change);
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }
}
