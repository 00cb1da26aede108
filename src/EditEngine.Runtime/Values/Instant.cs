using EditEngine.Numbers;

namespace EditEngine.Values;

/// <summary>An instant in UTC, or its absence, as one number.</summary>
internal readonly record struct Instant : IKey<Instant>
{
    // As of days: known instants come after both.
    private const long FirstValue = 2;

    private readonly long _value;

    private Instant(long value)
    {
        _value = value;
    }

    /// <inheritdoc/>
    public static Instant Missing => default;

    /// <inheritdoc/>
    public static Instant None => new((long)Presence.None);

    /// <inheritdoc/>
    public Presence Presence => _value >= FirstValue ? Presence.Known : (Presence)_value;

    /// <inheritdoc/>
    public KeptKey Kept => new(Presence, (ulong)_value, null, default);

    /// <summary>An instant; null: what its absence means.</summary>
    public static Instant Of(DateTimeOffset? instant, Presence absent = Presence.Missing) =>
        new(instant is DateTimeOffset known ? known.UtcTicks + FirstValue : (long)absent);

    /// <summary>An instant by its ticks in UTC.</summary>
    public static Instant OfTicks(long ticks) => new(ticks + FirstValue);

    /// <summary>Minutes from one to another, seconds as parts of one; below zero where the second is before.</summary>
    public static Number Minutes(Instant from, Instant to) =>
        from.Presence == Presence.None || to.Presence == Presence.None ? Number.None
        : from.Presence == Presence.Missing || to.Presence == Presence.Missing ? Number.Missing
        : Number.Of(Rational.From(to._value - from._value) / Rational.From(TimeSpan.TicksPerMinute));

    /// <inheritdoc/>
    public static Instant From(in KeptKey kept) => new((long)kept.Bits);

    /// <inheritdoc/>
    public static int Order(in Instant left, in Instant right) => left._value.CompareTo(right._value);

    /// <summary>The time of a known instant.</summary>
    public DateTime ToUtc() => new(_value - FirstValue, DateTimeKind.Utc);

    /// <summary>What is known of it: the time may be of a person.</summary>
    public override string ToString() => Presence.ToString();
}
