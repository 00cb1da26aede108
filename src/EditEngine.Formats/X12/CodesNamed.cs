using System.Globalization;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>Lists of codes as messages name them.</summary>
internal static class CodesNamed
{
    private const int MostNamed = 20;

    /// <summary>What fits: the codes, or the range that they are.</summary>
    public static string Fits(ulong[] codes)
    {
        string[] texts = [.. codes.Select(ElementForm.Unpacked)];
        if (texts.Length == 1)
        {
            return $"{texts[0]} fits.";
        }

        if (texts.Length > 2 && texts.Index().All(one => one.Item == (one.Index + 1).ToString(CultureInfo.InvariantCulture)))
        {
            return $"1 to {texts.Length} fit.";
        }

        return texts.Length <= MostNamed
            ? $"{string.Join(", ", texts[..^1])} and {texts[^1]} fit."
            : $"{string.Join(", ", texts[..MostNamed])} and {texts.Length - MostNamed} more fit.";
    }
}
