using System.Globalization;
using System.Text;

namespace EditEngine.Diagnostics;

/// <summary>Characters that are not seen, or that turn or hide what stands around them: a text with one of them reads otherwise than it is.</summary>
internal static class UnseenCharacters
{
    // SOURCE: Unicode, Default_Ignorable_Code_Point, those of them of another category than Format: joiners, fillers, selectors and what is kept for
    // more of them; the blank that is a pattern of Braille; and the noncharacters of the basic plane.
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065), (0x2800, 0x2800), (0x3164, 0x3164), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F),
        (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF),
    ];

    /// <summary>Whether a character is one. Line ends and tabs are, as all controls; blanks are not: they are seen as blanks.</summary>
    public static bool Contain(Rune one) =>
        Rune.GetUnicodeCategory(one) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || IsNoncharacter(one) || Array.Exists(Ranges, range => one.Value >= range.First && one.Value <= range.Last);

    /// <summary>Whether a character is none by the standard, and no font shows it: U+FDD0 to U+FDEF, and the last two of each plane.</summary>
    public static bool IsNoncharacter(Rune one) => (one.Value & 0xFFFE) == 0xFFFE || one.Value is >= 0xFDD0 and <= 0xFDEF;
}
