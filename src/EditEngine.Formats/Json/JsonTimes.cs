using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace EditEngine.Formats.Json;

/// <summary>Reads dates, points in time and times of day in their one ISO form.</summary>
internal static class JsonTimes
{
    private const int MostOfInstant = 64;

    private static readonly SearchValues<char> OfInstants = SearchValues.Create("0123456789-:.TZ+");

    private static readonly string[] OtherDateForms = ["yyyyMMdd", "yyyy-M-d", "yyyy/M/d", "M/d/yyyy"];

    /// <summary>year-month-day, ten signs.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month) || !TryDigits(text[8..], out int day)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>The date that a text in another usual form means; null where that is not clear.</summary>
    public static DateOnly? Meant(string text) =>
        DateOnly.TryParseExact(text.Split('T')[0], OtherDateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    /// <summary>Date, time to the second or finer, and Z or an offset.</summary>
    public static bool TryInstant(string text, out DateTimeOffset instant)
    {
        instant = default;
        // Without an offset the framework would take this machine's.
        bool hasOffset = text.Length is >= 20 and <= MostOfInstant && (text[^1] == 'Z' || (text[^3] == ':' && text[^6] is '+' or '-'));
        if (!hasOffset || text[16] != ':' || text.AsSpan().ContainsAnyExcept(OfInstants))
        {
            return false;
        }

        Span<byte> quoted = stackalloc byte[MostOfInstant + 2];
        quoted[0] = (byte)'"';
        quoted[System.Text.Encoding.ASCII.GetBytes(text, quoted[1..]) + 1] = (byte)'"';
        Utf8JsonReader json = new(quoted[..(text.Length + 2)]);
        return json.Read() && json.TryGetDateTimeOffset(out instant);
    }

    /// <summary>hh:mm, with seconds and their parts where given. An offset is passed over: the time counts as the sender's clock showed it.</summary>
    public static bool TryTime(string text, out TimeOnly time)
    {
        int offset = text.AsSpan().IndexOfAny('Z', '+', '-');
        if (offset >= 0 && !IsOffset(text.AsSpan(offset)))
        {
            time = default;
            return false;
        }

        ReadOnlySpan<char> clock = offset < 0 ? text : text.AsSpan(0, offset);
        return TimeOnly.TryParseExact(clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time)
            || TimeOnly.TryParseExact(clock, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static bool IsOffset(ReadOnlySpan<char> text) =>
        text is "Z" || (text.Length == 6 && TimeOnly.TryParseExact(text[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte sign in text)
        {
            if (sign is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + sign - '0';
        }

        return true;
    }
}
