using System.Globalization;
using System.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Text;

/// <summary>
/// Characters that are not seen, or that turn or hide what stands around them: with one of them a text reads otherwise than it is. Blanks of
/// word processors are not among them: they are seen as blanks.
/// </summary>
internal static class HiddenCharacters
{
    private const char Mark = '\uFEFF';

    private static readonly Dictionary<int, string> Names = new()
    {
        [0x061C] = "Arabic letter mark",
        [0x00AD] = "soft hyphen",
        [0x034F] = "combining grapheme joiner",
        [0x180E] = "Mongolian vowel separator",
        [0x200B] = "zero width space",
        [0x200C] = "zero width non-joiner",
        [0x200D] = "zero width joiner",
        [0x200E] = "left-to-right mark",
        [0x200F] = "right-to-left mark",
        [0x2028] = "line separator",
        [0x2029] = "paragraph separator",
        [0x202A] = "left-to-right embedding",
        [0x202B] = "right-to-left embedding",
        [0x202C] = "pop directional formatting",
        [0x202D] = "left-to-right override",
        [0x202E] = "right-to-left override",
        [0x2060] = "word joiner",
        [0x2066] = "left-to-right isolate",
        [0x2067] = "right-to-left isolate",
        [0x2068] = "first strong isolate",
        [0x2069] = "pop directional isolate",
        [0x2800] = "blank Braille pattern",
        [Mark] = "zero width no-break space",
    };

    /// <summary>The runs of hidden characters of a text, in order. A byte order mark at its start, tabs and line ends are none.</summary>
    public static IEnumerable<TextSpan> In(string text)
    {
        int start = -1;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= ' ' and <= '~' or '\n' or '\t')
            {
                if (start >= 0)
                {
                    yield return TextSpan.FromTo(start, i);
                    start = -1;
                }

                continue;
            }

            bool isHidden = IsHiddenAt(text, i);
            if (isHidden && start < 0)
            {
                start = i;
            }
            else if (!isHidden && start >= 0)
            {
                yield return TextSpan.FromTo(start, i);
                start = -1;
            }

            i += char.IsHighSurrogate(c) && Rune.TryGetRuneAt(text, i, out _) ? 1 : 0;
        }

        if (start >= 0)
        {
            yield return TextSpan.FromTo(start, text.Length);
        }
    }

    /// <summary>Whether a text holds a hidden character.</summary>
    public static bool AreIn(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~') && In(text).Any();

    /// <summary>The character at an offset as <c>U+202E</c>.</summary>
    public static string CodePointAt(string text, int at) => string.Create(CultureInfo.InvariantCulture, $"U+{ValueAt(text, at):X4}");

    /// <summary>What the hidden character at an offset is called.</summary>
    public static string NameAt(string text, int at)
    {
        int value = ValueAt(text, at);
        return Names.TryGetValue(value, out string? name) ? name : value switch
        {
            '\r' => "carriage return without a line feed",
            < 0x20 or (>= 0x7F and < 0xA0) => "control character",
            >= 0xD800 and <= 0xDFFF => "half of a surrogate pair",
            (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => "variation selector",
            >= 0xE0000 and < 0xE1000 => "tag character",
            0x115F or 0x1160 or 0x3164 or 0xFFA0 => "Hangul filler",
            _ when Rune.IsValid(value) && UnseenCharacters.IsNoncharacter(new Rune(value)) => "noncharacter",
            _ => "format character",
        };
    }

    /// <summary>A text with each hidden character as its code point, to show it to people.</summary>
    public static string Shown(string text)
    {
        StringBuilder? shown = null;
        int copied = 0;
        foreach (TextSpan run in In(text))
        {
            shown ??= new StringBuilder();
            shown.Append(text, copied, run.Start - copied);
            for (int i = run.Start; i < run.End; i += ValueAt(text, i) > char.MaxValue ? 2 : 1)
            {
                shown.Append('<').Append(CodePointAt(text, i)).Append('>');
            }

            copied = run.End;
        }

        return shown is null ? text : shown.Append(text, copied, text.Length - copied).ToString();
    }

    private static int ValueAt(string text, int at) => Rune.TryGetRuneAt(text, at, out Rune rune) ? rune.Value : text[at];

    private static bool IsHiddenAt(string text, int at)
    {
        if (text[at] == '\r')
        {
            return at + 1 >= text.Length || text[at + 1] != '\n';
        }

        if (text[at] == Mark)
        {
            return at > 0;
        }

        return !Rune.TryGetRuneAt(text, at, out Rune rune) || UnseenCharacters.Contain(rune);
    }
}
