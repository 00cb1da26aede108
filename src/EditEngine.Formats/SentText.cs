using System.Buffers;
using System.Globalization;
using System.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Formats;

/// <summary>What a message shows of a value that was sent: its first characters, the rest counted, and nothing that cannot be seen.</summary>
/// <remarks>
/// Messages go to logs, and in the place of a date or a code may stand a person's name. What looks like a date, a number or a code is shown to its
/// twelfth character, for the fault is seen in it; of anything else three are enough to find it in the file.
/// </remarks>
internal static class SentText
{
    /// <summary>The most characters of a value that looks like one.</summary>
    public const int MostOfValue = 12;

    /// <summary>The most of a point in time.</summary>
    public const int MostOfInstant = 35;

    /// <summary>The most of any other.</summary>
    public const int MostOfWords = 3;

    /// <summary>The most of a name that the sender chose for a member or a claim.</summary>
    public const int MostOfName = 40;

    private static readonly SearchValues<char> OfInstants = SearchValues.Create("0123456789-:.TZ+");

    /// <summary>A value in the place of a date, a time, a number or a code.</summary>
    public static string Value(string text) => First(text, LooksLikeValue(text) ? MostOfValue : MostOfWords);

    /// <summary>A value in the place of a point in time, whose fault is mostly at its end: such a one is shown whole.</summary>
    public static string Instant(string text) =>
        First(text, text.Contains(':', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyExcept(OfInstants) ? MostOfInstant : MostOfWords);

    /// <summary>As <see cref="Value(string)"/>, of bytes; those that are no UTF-8 are shown as U+FFFD.</summary>
    public static string Value(ReadOnlySpan<byte> bytes) => Value(Encoding.UTF8.GetString(bytes));

    /// <summary>A value where any text fits.</summary>
    public static string Words(string text) => First(text, MostOfWords);

    /// <summary>The name of a member, or the id of a claim: it is needed to find what is meant.</summary>
    public static string Name(string text) => First(text, MostOfName);

    private static string First(string text, int most)
    {
        if (text.Length <= most && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        StringBuilder shown = new();
        int count = 0;
        foreach (Rune one in text.EnumerateRunes())
        {
            if (count++ < most)
            {
                Append(shown, one);
            }
        }

        if (count > most)
        {
            shown.Append(CultureInfo.InvariantCulture, $"… and {count - most} more {(count - most == 1 ? "character" : "characters")}");
        }

        return shown.ToString();
    }

    // Digits with signs between them, and a letter here and there: 2024-05-02T14:30, 1e40, J1100, 005010X222A1. A name has more letters, or blanks beside them.
    private static bool LooksLikeValue(string text)
    {
        int digits = text.Count(char.IsAsciiDigit);
        int letters = text.Count(char.IsLetter);
        return digits > 0 && letters <= digits && (letters == 0 || !text.Any(char.IsWhiteSpace));
    }

    private static void Append(StringBuilder shown, Rune one)
    {
        if (IsSeen(one))
        {
            shown.Append(one);
        }
        else if (one.IsBmp)
        {
            shown.Append(CultureInfo.InvariantCulture, $"\\u{one.Value:X4}");
        }
        else
        {
            shown.Append(CultureInfo.InvariantCulture, $"\\U{one.Value:X8}");
        }
    }

    private static bool IsSeen(Rune one) => Rune.GetUnicodeCategory(one) switch
    {
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.SpaceSeparator => one.Value == ' ',
        _ => !UnseenCharacters.Contain(one),
    };
}
