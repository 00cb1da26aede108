using System.Buffers;
using System.Globalization;

namespace EditEngine.Formats.X12;

/// <summary>Numbers, amounts, dates and times as X12 writes them. A value that cannot be read gives null or false.</summary>
internal static class Values
{
    private const long BeyondDollars = 1_000_000_000_000;

    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789."u8);

    public static bool IsNumber(ReadOnlySpan<byte> text)
    {
        text = text is [(byte)'-', ..] ? text[1..] : text;
        int points = text.Count((byte)'.');
        return points <= 1 && text.Length > points && !text.ContainsAnyExcept(OfNumbers);
    }

    public static bool IsWholeNumber(ReadOnlySpan<byte> text)
    {
        text = text is [(byte)'-', ..] ? text[1..] : text;
        return !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    /// <summary>How many digits a number has; its sign and point do not count.</summary>
    public static int Digits(ReadOnlySpan<byte> number) => number.Length - (number.Contains((byte)'.') ? 1 : 0) - (number[0] == '-' ? 1 : 0);

    /// <summary>True for a date CCYYMMDD or YYMMDD.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        Span<byte> whole = stackalloc byte[8];
        if (text.Length != 6)
        {
            return TryDate(text, out _);
        }

        "20"u8.CopyTo(whole);
        text.CopyTo(whole[2..]);
        return TryDate(whole, out _);
    }

    public static decimal? Number(ReadOnlySpan<byte> text) =>
        IsNumber(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : null;

    public static int? WholeNumber(ReadOnlySpan<byte> text) =>
        IsWholeNumber(text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : null;

    /// <summary>Whole cents of an amount in dollars. Null where it is no number, has more than twelve digits before the point, or parts of a cent.</summary>
    public static long? Cents(ReadOnlySpan<byte> text)
    {
        if (!IsNumber(text) || text.Length > 18)
        {
            return Number(text) is decimal dollars && Math.Abs(dollars) < BeyondDollars && decimal.IsInteger(dollars * 100) ? (long)(dollars * 100) : null;
        }

        long cents = 0;
        int decimals = -1;
        foreach (byte sign in text)
        {
            if (sign == '.')
            {
                decimals = 0;
            }
            else if (sign != '-')
            {
                if (decimals >= 0 && ++decimals > 2)
                {
                    if (sign != '0')
                    {
                        return null;
                    }

                    continue;
                }

                cents = (cents * 10) + (sign - '0');
            }
        }

        int scale = decimals switch { < 1 => 100, 1 => 10, _ => 1 };
        if (cents >= BeyondDollars * 100 / scale)
        {
            return null;
        }

        cents *= scale;
        return text[0] == '-' ? -cents : cents;
    }

    /// <summary>A date CCYYMMDD.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 8 || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        int year = (Two(text[..2]) * 100) + Two(text[2..4]);
        int month = Two(text[4..6]);
        int day = Two(text[6..8]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>A time HHMM, also with seconds and their parts.</summary>
    public static bool TryTime(ReadOnlySpan<byte> text, out TimeOnly time)
    {
        time = default;
        if (text.Length is not (4 or 6 or 7 or 8) || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        int hour = Two(text[..2]);
        int minute = Two(text[2..4]);
        int second = text.Length > 4 ? Two(text[4..6]) : 0;
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new TimeOnly(hour, minute, second);
        return true;
    }

    private static int Two(ReadOnlySpan<byte> two) => ((two[0] - '0') * 10) + two[1] - '0';
}
