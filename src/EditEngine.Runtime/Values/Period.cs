namespace EditEngine.Values;

/// <summary>Days or months, or their absence.</summary>
/// <param name="Presence">Known, missing or none.</param>
/// <param name="Days">Days.</param>
/// <param name="Months">Months.</param>
internal readonly record struct Period(Presence Presence, int Days, int Months) : IAbsence<Period>
{
    /// <inheritdoc/>
    public static Period Missing => default;

    /// <inheritdoc/>
    public static Period None => new(Presence.None, 0, 0);

    /// <summary>Days.</summary>
    public static Period OfDays(int days) => new(Presence.Known, days, 0);

    /// <summary>Months.</summary>
    public static Period OfMonths(int months) => new(Presence.Known, 0, months);

    /// <inheritdoc/>
    public static int Order(in Period left, in Period right) =>
        left.Months != right.Months ? left.Months.CompareTo(right.Months) : left.Days.CompareTo(right.Days);

    /// <summary>The sum with a period, or the difference.</summary>
    public Period Plus(in Period other, int sign)
    {
        Presence presence = Presence.With(other.Presence);
        return presence == Presence.Known ? new Period(presence, Days + (sign * other.Days), Months + (sign * other.Months)) : new Period(presence, 0, 0);
    }
}
