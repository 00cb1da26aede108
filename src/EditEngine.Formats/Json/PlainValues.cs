using System.Collections.Immutable;
using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Fields;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Json;

/// <summary>Single values of claims, where they are plain. Each says false where it is not sure.</summary>
internal static class PlainValues
{
    private const long MostUsual = 10_000_000_000_000; // as JsonNumber takes cents without a closer look
    private const int DotAt = 3;
    private const int MostDotted = 8;

    /// <summary>Units of drugs.</summary>
    public static readonly ImmutableArray<string> DrugUnits = WordsOf(FieldTable.Drug, "unit");

    /// <summary>Groups of adjustments.</summary>
    public static readonly ImmutableArray<string> AdjustmentGroups = WordsOf(FieldTable.Adjustment, "group");

    /// <summary>How many lines a claim may have.</summary>
    public static readonly int MostLines = MostItems(FieldTable.Claim, "lines");

    /// <summary>How many modifiers a line may have.</summary>
    public static readonly int MostModifiers = MostItems(FieldTable.Line, "modifiers");

    private static readonly ImmutableArray<string?> Presences = [null, .. WordsOf(FieldTable.Diagnosis, "presentOnAdmission")];

    public static bool TryType(this ref JsonScan scan, ref ClaimType to)
    {
        if (!scan.TryText(out ReadOnlySpan<byte> text))
        {
            return false;
        }

        for (int i = 0; i < ClaimWords.Types.Length; i++)
        {
            if (Ascii.Equals(text, ClaimWords.Types[i]))
            {
                to = (ClaimType)(i + 1);
                return true;
            }
        }

        return false;
    }

    public static bool TryWord(this ref JsonScan scan, ImmutableArray<string?> words, ref byte to)
    {
        if (!scan.TryText(out ReadOnlySpan<byte> text))
        {
            return false;
        }

        for (int i = 1; i < words.Length; i++)
        {
            if (Ascii.Equals(text, words[i]))
            {
                to = (byte)i;
                return true;
            }
        }

        return false;
    }

    // A code that has the form of its system, with all its zeros and none too many.
    public static bool TryCode(this ref JsonScan scan, CodeSystem system, ref ulong to)
    {
        if (!scan.TryText(out ReadOnlySpan<byte> text))
        {
            return false;
        }

        if (system == CodeSystem.Diagnosis && TryDotted(text, ref to))
        {
            return true;
        }

        Code code = Code.From(system, text);
        to = code.Packed;
        return code.Odd is null && !code.IsMissing && (system is not (CodeSystem.Tooth or CodeSystem.Quadrant or CodeSystem.DelayReason) || !LeadingZeros.TryRestore(code, out _));
    }

    // A diagnosis with the dot behind its third sign.
    private static bool TryDotted(ReadOnlySpan<byte> text, ref ulong to)
    {
        if (text.Length is <= DotAt + 1 or > MostDotted || text[DotAt] != '.')
        {
            return false;
        }

        Span<byte> plain = stackalloc byte[MostDotted - 1];
        text[..DotAt].CopyTo(plain);
        text[(DotAt + 1)..].CopyTo(plain[DotAt..]);
        return Code.TryPack(CodeSystem.Diagnosis, plain[..(text.Length - 1)], out to);
    }

    public static bool TryPresence(this ref JsonScan scan, ref ulong to)
    {
        JsonScan word = scan;
        byte isKnown = 0;
        return word.TryWord(Presences, ref isKnown) && scan.TryCode(CodeSystem.PresentOnAdmission, ref to);
    }

    public static bool TryCodes(this ref JsonScan scan, CodeSystem system, RowTable<ulong> table, ref RowRange list)
    {
        int first = table.Next;
        if (!scan.Take('['))
        {
            return false;
        }

        if (scan.Take(']'))
        {
            list = RowRange.Empty;
            return true;
        }

        do
        {
            ulong code = 0;
            if (!scan.TryCode(system, ref code))
            {
                return false;
            }

            table.Add(code);
        }
        while (scan.Take(','));

        list = new RowRange(first, table.Next - first);
        return scan.Take(']');
    }

    public static bool TryWhole(this ref JsonScan scan, ref int to)
    {
        bool isGood = scan.TryNumber(out long digits, out int scale) && scale == 0 && digits is > 0 and <= int.MaxValue;
        to = (int)digits;
        return isGood;
    }

    public static bool TryNumber(this ref JsonScan scan, ref decimal? to)
    {
        if (!scan.TryNumber(out long digits, out int scale))
        {
            return false;
        }

        ulong magnitude = (ulong)Math.Abs(digits);
        to = new decimal((int)magnitude, (int)(magnitude >> 32), 0, digits < 0, (byte)scale);
        return true;
    }

    public static bool TryCents(this ref JsonScan scan, ref long? to)
    {
        if (!scan.TryNumber(out long digits, out int scale) || scale > 2 || digits is <= -MostUsual or >= MostUsual)
        {
            return false;
        }

        to = digits * scale switch { 0 => 100, 1 => 10, _ => 1 };
        return true;
    }

    public static bool TryYesNo(this ref JsonScan scan, ref bool? to)
    {
        bool isGood = scan.TryYesNo(out bool value);
        to = value;
        return isGood;
    }

    public static bool TryTime(this ref JsonScan scan, ref TimeOnly? to)
    {
        if (!scan.TryText(out ReadOnlySpan<byte> text) || text.Length != 5 || text[2] != ':' || !TryTwo(text, out int hour) || !TryTwo(text[3..], out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        to = new TimeOnly(hour, minute);
        return true;
    }

    public static bool TryDay(this ref JsonScan scan, ref int to)
    {
        bool isGood = scan.TryText(out ReadOnlySpan<byte> text) & JsonTimes.TryDate(text, out DateOnly date);
        to = PlainFacts.Of(date);
        return isGood;
    }

    private static bool TryTwo(ReadOnlySpan<byte> text, out int value)
    {
        value = ((text[0] - '0') * 10) + text[1] - '0';
        return char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[1]);
    }

    private static ImmutableArray<string> WordsOf(IEnumerable<ClaimField> rows, string member) => rows.Single(row => row.IsSubmitted && row.Member == member).Type.Words!.Words; // It is a word.

    private static int MostItems(IEnumerable<ClaimField> rows, string member) => rows.Single(row => row.IsSubmitted && row.Member == member).Type.MostItems;
}
