using System.Globalization;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Binding;

/// <summary>Texts, days and numbers in the form that a fingerprint is taken of: two values are never written alike.</summary>
internal static class FingerprintText
{
    /// <summary>In quotes, with what would end or break it escaped.</summary>
    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    public static string Quoted(IEnumerable<string> texts) => string.Join(' ', texts.Select(Quoted));

    public static string Optional(string? text) => text is null ? "none" : Quoted(text);

    public static string Day(int? day) => day switch
    {
        null => "none",
        int.MinValue or int.MaxValue => "open",
        int number => DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    public static string Number(Rational number) => string.Create(CultureInfo.InvariantCulture, $"{number.Numerator}/{number.Denominator}");

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string YesNo(bool value) => value ? "yes" : "no";
}
