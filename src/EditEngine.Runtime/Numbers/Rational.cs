using System.Globalization;

namespace EditEngine.Numbers;

/// <summary>An exact fraction of two 128-bit integers, the denominator positive. Sums, products and quotients stay exact.</summary>
/// <remarks>What does not fit gives <see cref="IsOverflow"/>, which no comparison decides: an edit's target is then not evaluated.</remarks>
internal readonly struct Rational : IEquatable<Rational>
{
    /// <summary>Zero.</summary>
    public static readonly Rational Zero = new(0, 1);

    /// <summary>One.</summary>
    public static readonly Rational One = new(1, 1);

    /// <summary>The result of an operation that did not fit, or a division by zero.</summary>
    public static readonly Rational Overflow = new(0, 0);

    private readonly Int128 _denominator;

    private Rational(Int128 numerator, Int128 denominator)
    {
        Numerator = numerator;
        _denominator = denominator;
    }

    /// <summary>The numerator; its sign is the fraction's.</summary>
    public Int128 Numerator { get; }

    /// <summary>The denominator, 1 or more; 0 for an overflow.</summary>
    public Int128 Denominator => _denominator;

    /// <summary>True where an operation did not fit.</summary>
    public bool IsOverflow => _denominator == 0;

    /// <summary>True where the denominator is 1 after reduction.</summary>
    public bool IsWhole => !IsOverflow && Numerator % _denominator == 0;

    /// <summary>A whole number.</summary>
    public static Rational From(long value) => new(value, 1);

    /// <summary>A decimal, exactly.</summary>
    public static Rational From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (bits is [>= 0, 0, 0, 0])
        {
            return new Rational(bits[0], 1); // Nearly all units are so.
        }

        UInt128 magnitude = ((UInt128)(uint)bits[2] << 64) | ((UInt128)(uint)bits[1] << 32) | (uint)bits[0];
        int scale = (bits[3] >> 16) & 0xFF;
        Int128 numerator = bits[3] < 0 ? -(Int128)magnitude : (Int128)magnitude;
        return scale == 0 ? new Rational(numerator, 1) : Reduced(numerator, PowerOfTen(scale));
    }

    /// <summary>A scaled number: <paramref name="value"/> over ten to the <paramref name="scale"/>.</summary>
    public static Rational Scaled(long value, int scale) => scale == 0 ? new Rational(value, 1) : Reduced(value, PowerOfTen(scale));

    /// <summary>Exact equality.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Exact inequality.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Exact sum.</summary>
    public static Rational operator +(Rational left, Rational right) =>
        left._denominator == 1 && right._denominator == 1 && Fits(left.Numerator) && Fits(right.Numerator)
            ? new Rational(left.Numerator + right.Numerator, 1)
            : Checked(left, right, static (a, b) => Reduced(
                checked((a.Numerator * b._denominator) + (b.Numerator * a._denominator)), checked(a._denominator * b._denominator)));

    /// <summary>Exact difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>Negation.</summary>
    public static Rational operator -(Rational value) => new(-value.Numerator, value._denominator);

    /// <summary>Exact product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        Checked(left, right, static (a, b) => Reduced(checked(a.Numerator * b.Numerator), checked(a._denominator * b._denominator)));

    /// <summary>Exact quotient; by zero: overflow.</summary>
    public static Rational operator /(Rational left, Rational right) =>
        right.Numerator == 0
            ? Overflow
            : Checked(left, right, static (a, b) =>
            {
                Int128 numerator = checked(a.Numerator * b._denominator);
                Int128 denominator = checked(a._denominator * b.Numerator);
                return denominator < 0 ? Reduced(checked(-numerator), checked(-denominator)) : Reduced(numerator, denominator);
            });

    /// <summary>Order of two numbers neither of which overflowed: negative, zero or positive.</summary>
    /// <returns>null where a cross product does not fit or an operand overflowed.</returns>
    public static int? Compare(Rational left, Rational right)
    {
        if (left.IsOverflow || right.IsOverflow)
        {
            return null;
        }

        if (left._denominator == right._denominator)
        {
            return left.Numerator.CompareTo(right.Numerator);
        }

        try
        {
            return checked(left.Numerator * right._denominator).CompareTo(checked(right.Numerator * left._denominator));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The nearest multiple of <paramref name="unit"/>, halves away from zero.</summary>
    public Rational RoundedHalfUp(Rational unit) => Round(unit, static (whole, rest, divisor) => rest * 2 >= divisor ? whole + 1 : whole);

    /// <summary>The next multiple of <paramref name="unit"/> away from zero.</summary>
    public Rational RoundedUp(Rational unit) => Round(unit, static (whole, rest, _) => rest > 0 ? whole + 1 : whole);

    /// <summary>The next multiple of <paramref name="unit"/> towards zero.</summary>
    public Rational RoundedDown(Rational unit) => Round(unit, static (whole, _, _) => whole);

    /// <summary>The value as a decimal where it is one exactly and fits.</summary>
    public bool TryToDecimal(out decimal value)
    {
        value = 0;
        if (IsOverflow)
        {
            return false;
        }

        Rational reduced = Reduced(Numerator, _denominator);
        Int128 scaled = reduced.Numerator;
        Int128 denominator = reduced._denominator;
        for (int scale = 0; scale <= 20; scale++)
        {
            if (scaled % denominator == 0)
            {
                Int128 digits = scaled / denominator;
                Int128 limit = (Int128)decimal.MaxValue;
                if (digits > limit || digits < -limit)
                {
                    return false;
                }

                value = (decimal)digits;
                for (int i = 0; i < scale; i++)
                {
                    value /= 10m;
                }

                return true;
            }

            if (scaled > Int128.MaxValue / 10 || scaled < Int128.MinValue / 10)
            {
                return false;
            }

            scaled *= 10;
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Equals(Rational other) => Compare(this, other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        Rational reduced = IsOverflow ? this : Reduced(Numerator, _denominator);
        return HashCode.Combine(reduced.Numerator, reduced._denominator);
    }

    /// <summary>The value as it is printed: a decimal without trailing zeros, else numerator/denominator.</summary>
    public override string ToString()
    {
        if (IsOverflow)
        {
            return "overflow";
        }

        if (TryToDecimal(out decimal value))
        {
            return value.ToString("0.####################", CultureInfo.InvariantCulture);
        }

        Rational reduced = Reduced(Numerator, _denominator);
        return string.Create(CultureInfo.InvariantCulture, $"{reduced.Numerator}/{reduced._denominator}");
    }

    /// <summary>The number as whole numbers, <c>7</c> or <c>7/2</c>: a text that <see cref="TryParse"/> reads back exactly.</summary>
    public string ToExactText() => _denominator == 1
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{_denominator}");

    /// <summary>Reads what <see cref="ToExactText"/> wrote.</summary>
    public static bool TryParse(string? text, out Rational value)
    {
        value = default;
        string[] parts = text?.Split('/') ?? [];
        Int128 denominator = 1;
        if (parts.Length is not (1 or 2)
            || !Int128.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 numerator)
            || (parts.Length == 2 && (!Int128.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out denominator) || denominator <= 0)))
        {
            return false;
        }

        value = Reduced(numerator, denominator);
        return !value.IsOverflow;
    }

    private static bool Fits(Int128 value) => value > long.MinValue && value < long.MaxValue;

    private static Rational Checked(Rational left, Rational right, Func<Rational, Rational, Rational> operation)
    {
        if (left.IsOverflow || right.IsOverflow)
        {
            return Overflow;
        }

        try
        {
            return operation(left, right);
        }
        catch (OverflowException)
        {
            return Overflow;
        }
    }

    private static Rational Reduced(Int128 numerator, Int128 denominator)
    {
        if (denominator == 1)
        {
            return new Rational(numerator, 1);
        }

        Int128 a = Int128.Abs(numerator);
        Int128 b = denominator;
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a <= 1 ? new Rational(numerator, denominator) : new Rational(numerator / a, denominator / a);
    }

    private static Int128 PowerOfTen(int scale)
    {
        Int128 power = 1;
        for (int i = 0; i < scale; i++)
        {
            power *= 10;
        }

        return power;
    }

    private Rational Round(Rational unit, Func<Int128, Int128, Int128, Int128> choose)
    {
        Rational steps = this / unit;
        if (steps.IsOverflow)
        {
            return Overflow;
        }

        Int128 magnitude = Int128.Abs(steps.Numerator);
        Int128 whole = magnitude / steps._denominator;
        Int128 rest = magnitude % steps._denominator;
        Int128 rounded = choose(whole, rest, steps._denominator);
        return new Rational(steps.Numerator < 0 ? -rounded : rounded, 1) * unit;
    }
}
