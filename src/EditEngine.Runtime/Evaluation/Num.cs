using EditEngine.Numbers;

namespace EditEngine.Evaluation;

/// <summary>What is known of a value.</summary>
public enum Presence : byte
{
    /// <summary>A fact that was not given.</summary>
    Missing = 0,

    /// <summary>There is no such thing.</summary>
    None = 1,

    /// <summary>Known.</summary>
    Known = 2,

    /// <summary>A number of which bounds are known.</summary>
    Range = 3,
}

/// <summary>A number while steps run: known, missing, none, or a range with bounds that may be open.</summary>
public readonly struct Num
{
    /// <summary>A missing number.</summary>
    public static readonly Num Missing = new(Presence.Missing, default, default, false, false);

    /// <summary>None.</summary>
    public static readonly Num None = new(Presence.None, default, default, false, false);

    private Num(Presence presence, Rational low, Rational high, bool hasLow, bool hasHigh)
    {
        Presence = presence;
        Low = low;
        High = high;
        HasLow = hasLow;
        HasHigh = hasHigh;
    }

    /// <summary>What is known.</summary>
    public Presence Presence { get; }

    /// <summary>The number, or its lower bound.</summary>
    public Rational Low { get; }

    /// <summary>The number, or its upper bound.</summary>
    public Rational High { get; }

    /// <summary>The lower bound is known.</summary>
    public bool HasLow { get; }

    /// <summary>The upper bound is known.</summary>
    public bool HasHigh { get; }

    /// <summary>A known number; an overflow is missing.</summary>
    public static Num Of(Rational value) => value.IsOverflow ? Missing : new Num(Presence.Known, value, value, true, true);

    /// <summary>A whole number.</summary>
    public static Num Of(long value) => Of(Rational.From(value));

    /// <summary>A decimal; null: what its absence means.</summary>
    public static Num Of(decimal? value, Presence absent) => value is decimal number ? Of(Rational.From(number)) : absent == Presence.None ? None : Missing;

    /// <summary>A range; a null bound is open. Equal bounds are still a range unless said to be known.</summary>
    public static Num Between(Rational? low, Rational? high) =>
        new(Presence.Range, low ?? default, high ?? default, low is not null, high is not null);

    /// <summary>Exact decimal of a known number.</summary>
    public decimal? ToDecimal() => Presence == Presence.Known && Low.TryToDecimal(out decimal value) ? value : null;
}
