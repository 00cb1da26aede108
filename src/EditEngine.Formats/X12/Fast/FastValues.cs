using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12.Fast;

/// <summary>Values as rows keep them. Each says false where a value is not plainly good.</summary>
/// <remarks>Texts are parts of the buffer that was indexed: behind each, <see cref="DelimiterIndex.Spare"/> bytes can be read.</remarks>
internal sealed class FastValues
{
    private const int DayLength = 8;
    private const int RangeLength = 17;
    private const int MostDigits = 12;

    private ulong _lastText;
    private int _lastDay;

    /// <summary>The batch that is filled.</summary>
    public ClaimBatch Batch { get; set; } = new();

    /// <summary>A text without the blanks behind it; one that is missing where there is none.</summary>
    public RowText Text(ReadOnlySpan<byte> text)
    {
        if (text is [.., (byte)' '])
        {
            text = text.TrimEnd((byte)' ');
        }

        return text.IsEmpty ? default : Batch.Text(text);
    }

    /// <summary>A text as it stands.</summary>
    public RowText Whole(ReadOnlySpan<byte> text) => text.IsEmpty ? default : Batch.Text(text);

    /// <summary>A code; 0 where there is none.</summary>
    public static bool TryCode(CodeSystem system, ReadOnlySpan<byte> text, out ulong packed)
    {
        packed = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        return Code.TryPack(system, text, out packed)
            && (system is not (CodeSystem.Tooth or CodeSystem.Quadrant or CodeSystem.DelayReason) || !LeadingZeros.TryRestore(Code.FromPacked(packed), out _));
    }

    /// <summary>An amount in cents; null where there is none.</summary>
    public static bool TryCents(ReadOnlySpan<byte> text, out long? cents)
    {
        if (Digits.TryRead(text, out uint dollars))
        {
            cents = dollars * 100L;
            return true;
        }

        long whole = 0;
        int decimals = 0;
        int digits = 0;
        bool hasPoint = false;
        foreach (byte sign in text)
        {
            if (sign is >= (byte)'0' and <= (byte)'9')
            {
                whole = (whole * 10) + sign - '0';
                digits++;
                decimals += hasPoint ? 1 : 0;
            }
            else if (sign == '.' && !hasPoint)
            {
                hasPoint = true;
            }
            else
            {
                digits = MostDigits + 1;
                break;
            }
        }

        if (digits is > 0 and <= MostDigits && decimals <= 2)
        {
            cents = decimals switch { 0 => whole * 100, 1 => whole * 10, _ => whole };
            return true;
        }

        cents = text.IsEmpty ? null : X12.Values.Cents(text);
        return text.IsEmpty || cents is not null;
    }

    /// <summary>An amount that is not taken back.</summary>
    public static bool TryCharge(ReadOnlySpan<byte> text, out long? cents)
    {
        cents = null;
        return text is not [(byte)'-', ..] && TryCents(text, out cents);
    }

    /// <summary>A number; null where there is none.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out decimal? number)
    {
        if (Digits.TryRead(text, out uint whole))
        {
            number = whole;
            return true;
        }

        number = text.IsEmpty ? null : X12.Values.Number(text);
        return text.IsEmpty || number is not null;
    }

    /// <summary>A positive whole number of up to eight digits that begins with no zero.</summary>
    public static bool TryCount(ReadOnlySpan<byte> text, out int number)
    {
        if (text.Length == 1)
        {
            number = text[0] - '0';
            return (uint)(number - 1) < 9;
        }

        bool isCount = Digits.TryRead(text, out uint count) && text[0] != '0';
        number = (int)count;
        return isCount;
    }

    /// <summary>A day CCYYMMDD. Lines of a claim mostly share one: the last is remembered.</summary>
    public bool TryDay(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        if (text.Length != DayLength)
        {
            return false;
        }

        ulong packed = Unsafe.ReadUnaligned<ulong>(ref MemoryMarshal.GetReference(text));
        if (packed == _lastText)
        {
            day = _lastDay;
            return true;
        }

        if (!Digits.TryRead(text, out uint digits) || !TryDate(digits, out DateOnly date))
        {
            return false;
        }

        (_lastText, _lastDay) = (packed, PlainFacts.Of(date));
        day = _lastDay;
        return true;
    }

    private static bool TryDate(uint digits, out DateOnly date)
    {
        (int year, int month, int day) = ((int)(digits / 10_000), (int)(digits / 100 % 100), (int)(digits % 100));
        bool isDate = year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month);
        date = isDate ? new DateOnly(year, month, day) : default;
        return isDate;
    }

    /// <summary>Days, and times where the format has them.</summary>
    public bool TryPeriod(ReadOnlySpan<byte> format, ReadOnlySpan<byte> value, out FastPeriod period)
    {
        period = default;
        if (format.SequenceEqual("D8"u8))
        {
            return TryDay(value, out period.From);
        }

        if (format.SequenceEqual("RD8"u8) && value.Length == RangeLength && value[DayLength] == '-')
        {
            return TryDay(value[..DayLength], out period.From) && TryDay(value[(DayLength + 1)..], out period.Through);
        }

        if (!SentPeriod.TryRead(format, value, out SentPeriod sent))
        {
            return false;
        }

        period = new FastPeriod { From = PlainFacts.Of(sent.From), Through = PlainFacts.Of(sent.Through), Start = sent.Start, End = sent.End };
        return true;
    }
}

/// <summary>A <see cref="SentPeriod"/> as rows keep it.</summary>
internal struct FastPeriod
{
    public int From;
    public int Through;
    public TimeOnly? Start;
    public TimeOnly? End;

    /// <summary>The last day.</summary>
    public readonly int Last => Through != 0 ? Through : From;
}
