using EditEngine.Numbers;

namespace EditEngine.Values;

/// <summary>An exact number: known, missing, none, or a range with bounds that may be open.</summary>
internal readonly record struct Number : IKey<Number>
{
    private Number(Presence presence, Rational low, Rational high, bool hasLow, bool hasHigh)
    {
        Presence = presence;
        Low = low;
        High = high;
        HasLow = hasLow;
        HasHigh = hasHigh;
    }

    /// <inheritdoc/>
    public static Number Missing => default;

    /// <inheritdoc/>
    public static Number None => new(Presence.None, default, default, false, false);

    /// <inheritdoc/>
    public Presence Presence { get; }

    /// <summary>The number, or its lower bound.</summary>
    public Rational Low { get; }

    /// <summary>The number, or its upper bound.</summary>
    public Rational High { get; }

    /// <summary>The lower bound is known.</summary>
    public bool HasLow { get; }

    /// <summary>The upper bound is known.</summary>
    public bool HasHigh { get; }

    /// <inheritdoc/>
    public KeptKey Kept => new(Presence, 0, null, this);

    /// <summary>A known number; an overflow is missing.</summary>
    public static Number Of(Rational value) => value.IsOverflow ? Missing : new Number(Presence.Known, value, value, true, true);

    /// <summary>A whole number.</summary>
    public static Number Of(long value) => Of(Rational.From(value));

    /// <summary>A decimal; null: what its absence means.</summary>
    public static Number Of(decimal? value, Presence absent) => value is decimal number ? Of(Rational.From(number)) : Absent(absent);

    /// <summary>A whole number, as cents; null: what its absence means.</summary>
    public static Number Of(long? value, Presence absent) => value is long number ? Of(number) : Absent(absent);

    /// <summary>Yes and no as numbers, 1 and 0: unlike a condition, a number can be none.</summary>
    public static Number OfYesNo(bool yes) => Of(yes ? Rational.One : Rational.Zero);

    /// <summary>A condition as a number: unknown is missing.</summary>
    public static Number OfTruth(Truth truth) => truth == Truth.Unknown ? Missing : OfYesNo(truth == Truth.True);

    /// <summary>Missing or none.</summary>
    public static Number Absent(Presence presence) => presence == Presence.None ? None : Missing;

    /// <summary>A range; a null bound is open. Equal bounds are still a range unless said to be known.</summary>
    public static Number Between(Rational? low, Rational? high) =>
        new(Presence.Range, low ?? default, high ?? default, low is not null, high is not null);

    /// <inheritdoc/>
    public static Number From(in KeptKey kept) => kept.Number;

    /// <inheritdoc/>
    public static int Order(in Number left, in Number right) => Rational.Compare(left.Low, right.Low) ?? 0;

    /// <summary>A comparison: unknown with a missing side; none equals only itself; a range decides where the whole range agrees.</summary>
    public static Truth Compare(Relation relation, in Number left, in Number right) => NumberMath.Compare(relation, left, right);

    /// <summary>Exact decimal of a known number.</summary>
    public decimal? ToDecimal() => Presence == Presence.Known && Low.TryToDecimal(out decimal value) ? value : null;

    /// <summary>Same presence, same bounds.</summary>
    public bool Equals(Number other) =>
        Presence == other.Presence && HasLow == other.HasLow && HasHigh == other.HasHigh && (!HasLow || Low == other.Low) && (!HasHigh || High == other.High);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Presence, HasLow ? Low : default, HasHigh ? High : default);

    /// <summary>What is known of it: the number may be of a person.</summary>
    public override string ToString() => Presence.ToString();
}
