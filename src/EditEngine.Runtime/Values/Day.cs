namespace EditEngine.Values;

/// <summary>A date, or its absence, as one number.</summary>
internal readonly record struct Day : IKey<Day>, IComparable<Day>
{
    // Known days come after both, in the order of the calendar; a day that nobody set is missing.
    private const int MissingValue = 0;
    private const int NoneValue = 1;
    private const int FirstValue = 2;

    private readonly int _value;

    private Day(int value)
    {
        _value = value;
    }

    /// <inheritdoc/>
    public static Day Missing => new(MissingValue);

    /// <inheritdoc/>
    public static Day None => new(NoneValue);

    /// <inheritdoc/>
    public Presence Presence => _value >= FirstValue ? Presence.Known : (Presence)_value;

    /// <summary>It is a date.</summary>
    public bool IsKnown => _value >= FirstValue;

    /// <summary>It was not given.</summary>
    public bool IsMissing => _value == MissingValue;

    /// <summary>The day number (<see cref="DateOnly.DayNumber"/>) of a known day.</summary>
    public int DayNumber => _value - FirstValue;

    /// <summary>As compiled code keeps it: 0 missing, 1 none, else the day number and two.</summary>
    internal int Packed => _value;

    /// <inheritdoc/>
    public KeptKey Kept => new(Presence, (ulong)_value, null, default);

    /// <summary>A date; null: what its absence means.</summary>
    public static Day Of(DateOnly? date, Presence absent = Presence.Missing) => date is DateOnly known ? FromNumber(known.DayNumber) : new Day((int)absent);

    /// <summary>A known day by its number; null: missing.</summary>
    public static Day FromNumber(int? number) => number is int known ? FromNumber(known) : Missing;

    /// <summary>A known day by its number.</summary>
    public static Day FromNumber(int number) => new(number + FirstValue);

    /// <summary>A day as compiled code keeps it.</summary>
    internal static Day FromPacked(int packed) => new(packed);

    /// <summary>The first day of an interval by its number, or, where it is open, of the calendar.</summary>
    public static Day Since(int number) => FromNumber(Math.Max(number, 0));

    /// <inheritdoc/>
    public static Day From(in KeptKey kept) => new((int)kept.Bits);

    /// <inheritdoc/>
    public static int Order(in Day left, in Day right) => left._value.CompareTo(right._value);

    /// <inheritdoc/>
    public static Truth Compare(Relation relation, in Day left, in Day right) =>
        left.IsKnown && right.IsKnown ? relation.Holds(left._value.CompareTo(right._value)) : relation.OfAbsent(left.Presence, right.Presence);

    /// <summary>Whether a known day is before another.</summary>
    public static bool operator <(Day left, Day right) => left._value < right._value;

    /// <summary>Whether a known day is after another.</summary>
    public static bool operator >(Day left, Day right) => left._value > right._value;

    /// <summary>Whether a known day is not after another.</summary>
    public static bool operator <=(Day left, Day right) => left._value <= right._value;

    /// <summary>Whether a known day is not before another.</summary>
    public static bool operator >=(Day left, Day right) => left._value >= right._value;

    /// <summary>A date moved forward by a period, or back; missing past the calendar's ends.</summary>
    public Day Plus(in Period period, int sign)
    {
        Presence presence = Presence.With(period.Presence);
        if (presence != Presence.Known)
        {
            return new Day((int)presence);
        }

        return FromNumber(CalendarMath.AddMonths(DayNumber, sign * period.Months) is int month ? CalendarMath.AddDays(month, sign * period.Days) : null);
    }

    /// <summary>The first or last day of the calendar period that holds the day; missing past the calendar's ends.</summary>
    /// <param name="period">Which period.</param>
    /// <param name="isLast">The last day, else the first.</param>
    /// <param name="start">A day on which benefit years begin; of other periods the day itself.</param>
    public Day EdgeOf(CalendarPeriod period, bool isLast, Day start)
    {
        Presence presence = Presence.With(start.Presence);
        if (presence != Presence.Known)
        {
            return new Day((int)presence);
        }

        return FromNumber(isLast ? CalendarMath.LastDayOf(period, DayNumber, start.DayNumber) : CalendarMath.FirstDayOf(period, DayNumber, start.DayNumber));
    }

    /// <summary>How many days, months or years lie between two days.</summary>
    public static Number Count(Between unit, Day from, Day to)
    {
        Presence presence = from.Presence.With(to.Presence);
        return presence != Presence.Known ? Number.Absent(presence) : Number.Of(unit switch
        {
            Between.Days => to.DayNumber - from.DayNumber,
            Between.FullMonths => CalendarMath.FullMonthsBetween(from.DayNumber, to.DayNumber),
            _ => CalendarMath.Age(from.DayNumber, to.DayNumber),
        });
    }

    /// <summary>The date of a known day.</summary>
    public DateOnly ToDate() => DateOnly.FromDayNumber(DayNumber);

    /// <inheritdoc/>
    public int CompareTo(Day other) => _value.CompareTo(other._value);

    /// <summary>What is known of it: the date may be of a person.</summary>
    public override string ToString() => Presence.ToString();
}
