using System.Globalization;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Dates and windows: EDIT05nn.</summary>
internal static class DateDiagnostics
{
    private static readonly DiagnosticDescriptor NotADateText = new(
        "EDIT0501", Severity.Error, "Not a date", "'{0}' is no date.", "Dates are written 2025-01-31.", "Write '{1}'.");

    private static readonly DiagnosticDescriptor UnitNeededText = new(
        "EDIT0502", Severity.Error, "Which unit?", "'{0}' alone is no period.", "A period is days or months.", "Write '{0} days' or '{0} months'.");

    private static readonly DiagnosticDescriptor MixedPeriodText = new(
        "EDIT0503", Severity.Error, "Days and months mixed", "A sum mixes days and months.", "Add the months first and then the days, each to the date.");

    private static readonly DiagnosticDescriptor DateDifferenceText = new(
        "EDIT0504", Severity.Error, "Difference of two dates", "A date is taken from a date.", null, "Write 'days from A to B' or 'full calendar months from A to B'.");

    private static readonly DiagnosticDescriptor WithinText = new(
        "EDIT0505", Severity.Error, "Which kind of window?", "'within' does not say which kind of months is meant.",
        "Kinds are: 'd + 3 months' (to the day), 'full calendar months from a to b', 'calendar month of d', and days.", "Write 'v.date in h.date .. h.date + 3 months'.");

    private static readonly DiagnosticDescriptor WithinOfText = new(
        "EDIT0507", Severity.Error, "Window before or after?", "'within {0} of {1}' does not say whether before or after.", null, "Write 'in {1} - {0} .. {1} + {0}', or 'in {1} .. {1} + {0}' for after it alone.");

    private static readonly DiagnosticDescriptor NothingDatedText = new(
        "EDIT0506", Severity.Error, "Nothing here has dates", "'{0}' has no dates for 'on' to ask.", "Code sets, code tables and tables have dates.", "Leave out 'on' and the date.");

    /// <summary>Something else where a date fits.</summary>
    public static Diagnostic NotADate(SourceSpan place, string text)
    {
        string? meant = DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        return NotADateText.At(place, text, meant) with { Fix = meant is null ? null : new Fix($"Write '{meant}'", place, meant) };
    }

    /// <summary>A number where a period fits.</summary>
    public static Diagnostic UnitNeeded(SourceSpan place, string text) => UnitNeededText.At(place, text);

    /// <summary>Days and months in one sum.</summary>
    public static Diagnostic MixedPeriod(SourceSpan place) => MixedPeriodText.At(place);

    /// <summary>A date minus a date.</summary>
    public static Diagnostic DateDifference(SourceSpan place) => DateDifferenceText.At(place);

    /// <summary>A bare within.</summary>
    public static Diagnostic Within(SourceSpan place) => WithinText.At(place);

    /// <summary>within 30 days of a date.</summary>
    public static Diagnostic WithinOf(SourceSpan place, string period, string date) => WithinOfText.At(place, period, date);

    /// <summary>A date asked of something that has none.</summary>
    public static Diagnostic NothingDated(SourceSpan place, string what) => NothingDatedText.At(place, what);
}
