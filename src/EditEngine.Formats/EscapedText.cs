using System.Globalization;
using System.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Formats;

/// <summary>Text of claims and files as it may be shown: what would steer a terminal, break a line, turn the text round or not be seen is written out.</summary>
/// <remarks>As <c>\u202E</c>, beyond the first 65,536 as <c>\u{E0001}</c>. Half a character that stands alone is one too.</remarks>
internal static class EscapedText
{
    /// <summary>The text with what is not seen written out; the same text where there is nothing such.</summary>
    public static string Of(string text) => Of(text, "");

    /// <summary>As above.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kept">Characters that stay as they are.</param>
    public static string Of(ReadOnlySpan<char> text, ReadOnlySpan<char> kept) => IsPlain(text) ? text.ToString() : Written(text, kept);

    private static string Of(string text, ReadOnlySpan<char> kept) => IsPlain(text) ? text : Written(text, kept);

    private static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(' ', '~');

    private static string Written(ReadOnlySpan<char> text, ReadOnlySpan<char> kept)
    {
        StringBuilder shown = new(text.Length + 16);
        while (!text.IsEmpty)
        {
            bool isWhole = Rune.DecodeFromUtf16(text, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            if ((isWhole && !UnseenCharacters.Contain(rune)) || kept.Contains(text[0]))
            {
                shown.Append(text[..length]);
            }
            else
            {
                _ = length == 1 ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[0]:X4}") : shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            }

            text = text[length..];
        }

        return shown.ToString();
    }
}
