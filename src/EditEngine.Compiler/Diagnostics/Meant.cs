using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Which of the names that fit was probably meant, and how a list of them is shown.</summary>
internal static class Meant
{
    /// <summary>Of many names only so many are put in order to show the first: each of many mistakes shows some.</summary>
    private const int MostListed = 1_000;

    private const int ShortestStem = 3;

    // What most rules ask of a line or claim; shown before the rest where a list is cut.
    private static readonly string[] Frequent =
    [
        "procedure", "modifiers", "units", "charge", "date", "place", "diagnoses", "revenue", "rendering", "billing", "number", "tooth", "ndc",
        "type", "from", "through", "total_charge", "code", "status", "paid_units", "diagnosis", "modifier", "CPT", "HCPCS", "line",
    ];

    /// <summary>The name of <paramref name="known"/> that a word was meant for: what the trade's word stands for, else the nearest in spelling, else one that begins alike.</summary>
    public static string? Name(string word, IEnumerable<string> known)
    {
        string[] all = [.. known.Take(MostListed)];
        if (all.FirstOrDefault(name => name != word && name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return same;
        }

        string? traded = TradeWords.Find(word)?.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(name => name != word && all.Contains(name, StringComparer.Ordinal));
        return traded ?? NearestName.Of(word, all) ?? Stem(word, all);
    }

    /// <summary>A sentence that offers what was meant: a name that fits, or how the word is written here; null where neither is known.</summary>
    public static string? Sentence(string word, IEnumerable<string> known) =>
        Name(word, known) is { } name ? $"Did you mean '{name}'?" : TradeWords.Find(word) is { } here ? $"Write '{here.Written}'." : null;

    /// <summary>The first dozen names: what looks like the word, then what is asked for most, then by the alphabet; null where there is none.</summary>
    public static string? Listed(string word, IEnumerable<string> known)
    {
        string[] all = [.. known.Take(MostListed).Distinct(StringComparer.Ordinal)];
        string? meant = Name(word, all);
        return NameDiagnostics.Shortened(all.OrderBy(name => name == meant ? 0 : IsAkin(word, name) ? 1 : 2).ThenBy(Rank).ThenBy(name => name, StringComparer.Ordinal));
    }

    private static int Rank(string name) => Array.IndexOf(Frequent, name) is int at and >= 0 ? at : Frequent.Length;

    private static bool IsAkin(string word, string name) =>
        word.Length >= ShortestStem && (name.Split('_').Contains(word, StringComparer.OrdinalIgnoreCase) || word.Split('_').Contains(name, StringComparer.OrdinalIgnoreCase) || IsStem(word, name));

    private static string? Stem(string word, IEnumerable<string> known) =>
        word.Length < ShortestStem ? null : known.Where(name => IsAkin(word, name)).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();

    // Deny and denied, procedure and proc.
    private static bool IsStem(string word, string name) =>
        name.TrimStart('@').StartsWith(word.Length > ShortestStem ? word.TrimStart('@')[..^1] : word, StringComparison.OrdinalIgnoreCase);
}
