using System.Globalization;

namespace EditEngine.Codes;

/// <summary>Ranges of teeth: permanent ones by number, primary ones by letter, supernumerary ones 51 to 82 and AS to TS.</summary>
internal static class ToothRange
{
    /// <summary>Every tooth from one through another; null where the text is no such range.</summary>
    /// <param name="text">As <c>1-32</c>, <c>A-T</c> or <c>AS-TS</c>.</param>
    public static IEnumerable<Code>? Of(string text)
    {
        if (text.Split('-') is not [var first, var last])
        {
            return null;
        }

        if (NumberOf(first) is int from && NumberOf(last) is int through)
        {
            return from <= through ? Enumerable.Range(from, through - from + 1).Select(number => CodeOf(number.ToString(CultureInfo.InvariantCulture))) : null;
        }

        string suffix = first.Length == 2 ? first[1..] : "";
        bool areLetters = first.Length == last.Length && LetterOf(first) is not null && LetterOf(last) is not null && first[0] <= last[0];
        return areLetters ? Enumerable.Range(first[0], last[0] - first[0] + 1).Select(letter => CodeOf((char)letter + suffix)) : null;
    }

    private static Code CodeOf(string text) => Code.From(CodeSystem.Tooth, text);

    private static int? NumberOf(string text) =>
        text.Length is 1 or 2 && text[0] != '0' && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static char? LetterOf(string text) => text is [>= 'A' and <= 'T'] or [>= 'A' and <= 'T', 'S'] ? text[0] : null;
}
