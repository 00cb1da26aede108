namespace EditEngine.Formats.X12;

/// <summary>A date, a time or a range of them, as a format qualifier and a value say it.</summary>
internal readonly record struct SentPeriod(DateOnly? From, DateOnly? Through, TimeOnly? Start, TimeOnly? End)
{
    /// <summary>Reads the value of a DTP segment or an HI component.</summary>
    /// <param name="format">D8, RD8, DT, TM, RDT or DTS.</param>
    /// <param name="value">The value.</param>
    /// <param name="period">What it says. Through is set for ranges only.</param>
    public static bool TryRead(ReadOnlySpan<byte> format, ReadOnlySpan<byte> value, out SentPeriod period)
    {
        period = default;
        if (format.SequenceEqual("D8"u8) || format.SequenceEqual("DT"u8))
        {
            return value.Length == 8 == (format[1] == '8') && TryMoment(value, out period);
        }

        if (format.SequenceEqual("RD8"u8) || format.SequenceEqual("RDT"u8) || format.SequenceEqual("DTS"u8))
        {
            return TryRange(value, out period);
        }

        bool isTime = format.SequenceEqual("TM"u8) & Values.TryTime(value, out TimeOnly time);
        period = isTime ? new SentPeriod(null, null, time, null) : default;
        return isTime;
    }

    private static bool TryRange(ReadOnlySpan<byte> value, out SentPeriod period)
    {
        period = default;
        int dash = value.IndexOf((byte)'-');
        if (dash < 0 || !TryMoment(value[..dash], out SentPeriod first) || !TryMoment(value[(dash + 1)..], out SentPeriod last))
        {
            return false;
        }

        period = new SentPeriod(first.From, last.From, first.Start, last.Start);
        return true;
    }

    private static bool TryMoment(ReadOnlySpan<byte> value, out SentPeriod period)
    {
        period = default;
        if (value.Length < 8 || !Values.TryDate(value[..8], out DateOnly date))
        {
            return false;
        }

        TimeOnly? start = null;
        if (value.Length > 8)
        {
            if (!Values.TryTime(value[8..], out TimeOnly time))
            {
                return false;
            }

            start = time;
        }

        period = new SentPeriod(date, null, start, null);
        return true;
    }
}
