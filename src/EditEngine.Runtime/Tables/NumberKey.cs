using EditEngine.Numbers;

namespace EditEngine.Tables;

/// <summary>The number under which an exact decimal stands in a key column: its digits, with the decimals of the column.</summary>
/// <remarks>Moved by half of the range, so that keys are ordered as the numbers are, and 0 is the empty cell as in columns of codes. No key is <see cref="ulong.MaxValue"/>.</remarks>
internal static class NumberKey
{
    private const ulong Zero = 1UL << 63;

    /// <summary>The key of digits; of <see cref="long.MinValue"/>, the empty cell, 0.</summary>
    public static ulong Of(long digits) => unchecked((ulong)digits) ^ Zero;

    /// <summary>The digits of a key.</summary>
    public static long Digits(ulong key) => unchecked((long)(key ^ Zero));

    /// <summary>The key of a number in a column of so many decimals; <see cref="ulong.MaxValue"/>, which no row has, of one with more of them.</summary>
    public static ulong Of(Rational number, int scale)
    {
        Rational digits = number * PowerOfTen(scale);
        return digits.IsWhole && Rational.Compare(digits, Rational.From(long.MaxValue)) < 0 && Rational.Compare(digits, Rational.From(long.MinValue)) > 0
            ? Of((long)(digits.Numerator / digits.Denominator))
            : ulong.MaxValue;
    }

    private static Rational PowerOfTen(int scale)
    {
        long power = 1;
        for (int i = 0; i < scale; i++)
        {
            power *= 10;
        }

        return Rational.From(power);
    }
}
