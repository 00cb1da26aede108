namespace EditEngine.Formats.Json;

/// <summary>Reads a JSON number exactly.</summary>
internal static class JsonNumber
{
    private const int MostSmall = 18;
    private const long MostUsual = 10_000_000_000_000;

    // A tenth of the largest decimal: below it, one more digit still fits.
    private static readonly UInt128 MaxMantissa = UInt128.Parse("7922816251426433759354395033", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The value, without zeros behind its last decimal.</summary>
    /// <param name="text">A number as JSON writes it; its form was checked before.</param>
    /// <param name="value">The value.</param>
    /// <returns>False where a decimal cannot hold it exactly.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
    {
        if (TrySmall(text, out long small, out int decimals))
        {
            value = new decimal((int)Math.Abs(small), (int)(Math.Abs(small) >> 32), 0, small < 0, (byte)decimals);
            return true;
        }

        value = 0;
        bool negative = text[0] == '-';
        UInt128 mantissa = 0;
        int scale = 0;
        int zeros = 0; // not yet in the mantissa: they count only before another digit
        bool behindPoint = false;
        int at = negative ? 1 : 0;
        for (; at < text.Length; at++)
        {
            byte sign = text[at];
            if (sign == '.')
            {
                behindPoint = true;
                continue;
            }

            if (sign is (byte)'e' or (byte)'E')
            {
                break;
            }

            scale += behindPoint ? 1 : 0;
            if (sign == '0')
            {
                zeros += mantissa == 0 ? 0 : 1;
                continue;
            }

            if (!TryShift(ref mantissa, zeros + 1))
            {
                return false;
            }

            mantissa += (UInt128)(sign - '0');
            zeros = 0;
        }

        if (mantissa == 0)
        {
            return true;
        }

        scale -= zeros + Exponent(text[at..]);
        if (scale < 0)
        {
            if (!TryShift(ref mantissa, -scale))
            {
                return false;
            }

            scale = 0;
        }

        if (scale > 28)
        {
            return false;
        }

        value = new decimal((int)(uint)mantissa, (int)(uint)(mantissa >> 32), (int)(uint)(mantissa >> 64), negative, (byte)scale);
        return true;
    }

    /// <summary>As nearly all numbers of claims are: at most seventeen digits, no exponent.</summary>
    /// <param name="text">A number as JSON writes it.</param>
    /// <param name="digits">The number without its point.</param>
    /// <param name="scale">How many of the digits stand behind the point; the last is no zero.</param>
    public static bool TrySmall(ReadOnlySpan<byte> text, out long digits, out int scale)
    {
        (digits, scale) = (0, 0);
        if (text.Length > MostSmall)
        {
            return false;
        }

        bool isBehindPoint = false;
        foreach (byte sign in text)
        {
            uint digit = (uint)(sign - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                scale += isBehindPoint ? 1 : 0;
            }
            else if (sign == '.')
            {
                isBehindPoint = true;
            }
            else if (sign != '-')
            {
                return false;
            }
        }

        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        digits = text[0] == '-' ? -digits : digits;
        return true;
    }

    /// <summary>Whole cents of dollars, for amounts as claims have them: below ten trillion.</summary>
    /// <returns>False for any other number: it is to be looked at more closely.</returns>
    public static bool TryCents(ReadOnlySpan<byte> text, out long cents)
    {
        bool isUsual = TrySmall(text, out cents, out int scale) && scale <= 2 && Math.Abs(cents) < MostUsual;
        cents *= scale switch { 0 => 100, 1 => 10, _ => 1 };
        return isUsual;
    }

    private static bool TryShift(ref UInt128 mantissa, int digits)
    {
        if (mantissa == 0)
        {
            return true;
        }

        for (int i = 0; i < digits; i++)
        {
            if (mantissa >= MaxMantissa)
            {
                return false;
            }

            mantissa *= 10;
        }

        return true;
    }

    private static int Exponent(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        int exponent = 0;
        bool negative = text[1] == '-';
        foreach (byte sign in text[(text[1] is (byte)'-' or (byte)'+' ? 2 : 1)..])
        {
            exponent = Math.Min((exponent * 10) + sign - '0', 100_000_000);
        }

        return negative ? -exponent : exponent;
    }
}
