using System.Globalization;

namespace EditEngine.Compiler.Editing;

/// <summary>Days as they are shown.</summary>
internal static class DayText
{
    /// <summary>The days from one through another; nothing is said of an end that is open.</summary>
    public static string Of(int from, int through) => (from, through) switch
    {
        (int.MinValue, int.MaxValue) => "on every day",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Of(from)} .. {Of(through)}").Trim(),
    };

    /// <summary>A day; empty where there is none.</summary>
    public static string Of(int day) => day is int.MinValue or int.MaxValue ? "" : DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
