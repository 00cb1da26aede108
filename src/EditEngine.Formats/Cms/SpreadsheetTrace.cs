using System.Text.RegularExpressions;

namespace EditEngine.Formats.Cms;

/// <summary>What a spreadsheet makes of cells it takes for numbers or dates.</summary>
internal static partial class SpreadsheetTrace
{
    /// <summary>What the text looks like, or null: nothing that a spreadsheet made.</summary>
    public static string? In(string text) =>
        PowerOfTen().IsMatch(text) ? "a number in powers of ten" : Date().IsMatch(text) ? "a date in a spreadsheet's way" : Cut().IsMatch(text) ? "a cell too narrow" : null;

    /// <summary>As <see cref="In"/>, of a text in the place of a day.</summary>
    public static string? InDay(string text) => In(text) ?? (Serial().IsMatch(text) ? "a day counted as spreadsheets count" : null);

    [GeneratedRegex(@"^-?\d(?:\.\d+)?E[+-]\d+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PowerOfTen();

    [GeneratedRegex(@"^(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:-\d{2,4})?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    // Days since 1900: 1954 to 2118.
    [GeneratedRegex(@"^[2-7]\d{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();

    [GeneratedRegex("^#+$", RegexOptions.CultureInvariant)]
    private static partial Regex Cut();
}
