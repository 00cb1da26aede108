using System.Globalization;
using System.Text.RegularExpressions;

namespace EditEngine.Formats.Cms;

/// <summary>Cells as publishers write them, rewritten to the one way a table reads. What is not known stays as it is.</summary>
internal static partial class Rewrite
{
    /// <summary><c>$1,518.92</c> to <c>1518.92</c>, <c>N/A</c> to nothing.</summary>
    public static string Money(string text) => Amount().IsMatch(text) ? text.Replace("$", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Trim() : text is "N/A" ? "" : text;

    /// <summary><c>34.63%</c> to <c>34.63</c>.</summary>
    public static string Percent(string text) => text.EndsWith('%') ? Money(text[..^1].Trim()) : Money(text);

    /// <summary><c>2013091</c>, year and day of the year, to <c>20130401</c>.</summary>
    public static string Julian(string text)
    {
        if (text.Length != 7 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return text;
        }

        (int year, int day) = (number / 1000, number % 1000);
        return year > 0 && day > 0 && day <= (DateTime.IsLeapYear(year) ? 366 : 365)
            ? new DateOnly(year, 1, 1).AddDays(day - 1).ToString("yyyyMMdd", CultureInfo.InvariantCulture) : text;
    }

    /// <summary><c>08/14/2025</c>, or <c>8/14/2025</c> as a spreadsheet saves it, to <c>2025-08-14</c>, <c>N/A</c> to nothing.</summary>
    public static string MonthFirst(string text) =>
        DateOnly.TryParseExact(text, "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text is "N/A" ? "" : text;

    /// <summary>Line breaks and other blanks as one blank.</summary>
    public static string OneLine(string text) => Titles.Plain(text);

    /// <summary>Whether a flag is among those of a cell, as <c>adult;female</c>.</summary>
    public static Func<string, string> Flag(string flag) => text => Array.Exists(text.Split(';'), one => one.Trim().Equals(flag, StringComparison.OrdinalIgnoreCase)) ? "Y" : "N";

    /// <summary>Whether a cell holds one text.</summary>
    public static Func<string, string> Is(string wanted) => text => text.Equals(wanted, StringComparison.OrdinalIgnoreCase) ? "Y" : "N";

    /// <summary>Without the stars that point to notes.</summary>
    public static string Unstarred(string text) => text.TrimEnd('*').TrimEnd();

    [GeneratedRegex(@"^\$?\s*(\d{1,3}(,\d{3})+|\d*)(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
