using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Operators;

/// <summary>Operators on dates and periods. Months are moved before days, and cut to the month's end; what leaves the calendar is missing.</summary>
internal static class DateOperators
{
    /// <summary>A later date.</summary>
    public static readonly BinaryOperator<Day, Period, Day> Later = new(
        "add", "date + 30 days", ValueKind.Day, ValueKind.Period, ValueKind.Day, "The date so much later.", (day, period) => day.Plus(period, 1));

    /// <summary>An earlier date.</summary>
    public static readonly BinaryOperator<Day, Period, Day> Earlier = new(
        "subtract", "date - 30 days", ValueKind.Day, ValueKind.Period, ValueKind.Day, "The date so much earlier.", (day, period) => day.Plus(period, -1));

    /// <summary>The sum of two periods.</summary>
    public static readonly BinaryOperator<Period, Period, Period> Longer = new(
        "add", "30 days + 7 days", ValueKind.Period, ValueKind.Period, ValueKind.Period, "Both together.", (left, right) => left.Plus(right, 1));

    /// <summary>The difference of two periods.</summary>
    public static readonly BinaryOperator<Period, Period, Period> Shorter = new(
        "subtract", "30 days - 7 days", ValueKind.Period, ValueKind.Period, ValueKind.Period, "The first less the second.", (left, right) => left.Plus(right, -1));

    /// <summary>Days from one date to another.</summary>
    public static readonly BinaryOperator<Day, Day, Number> DaysBetween = Counted("days between", "days from a to b", "Days from the first to the second; below zero where it is before.", Between.Days);

    /// <summary>Full months from one date to another.</summary>
    public static readonly BinaryOperator<Day, Day, Number> FullMonthsBetween =
        Counted("full months between", "full calendar months from a to b", "Calendar months that lie whole between them.", Between.FullMonths);

    /// <summary>Age in completed years.</summary>
    public static readonly BinaryOperator<Day, Day, Number> Age = Counted("age", "age of patient on date", "Completed years of a person born on the first.", Between.Age);

    /// <summary>The earliest.</summary>
    public static readonly FoldOperator<Day> Least = new("least", "least of (a, b)", ValueKind.Day, "The earliest.", (least, next) => Extreme(least, next, isGreatest: false));

    /// <summary>The latest.</summary>
    public static readonly FoldOperator<Day> Greatest = new("greatest", "greatest of (a, b)", ValueKind.Day, "The latest.", (greatest, next) => Extreme(greatest, next, isGreatest: true));

    /// <summary>The rows.</summary>
    public static ImmutableArray<Operator> All { get; } =
    [
        Later, Earlier, Longer, Shorter, DaysBetween, FullMonthsBetween, Age, Least, Greatest,
        .. Edges("month", CalendarPeriod.Month), .. Edges("quarter", CalendarPeriod.Quarter), .. Edges("year", CalendarPeriod.Year),
        BenefitYearEdge(isLast: false), BenefitYearEdge(isLast: true),
    ];

    /// <summary>Name of the row that gives the first or last day of a calendar period.</summary>
    public static string EdgeOf(CalendarPeriod period, bool isLast) => $"{(isLast ? "last" : "first")} day of " + period switch
    {
        CalendarPeriod.Month => "month",
        CalendarPeriod.Quarter => "quarter",
        CalendarPeriod.Year => "year",
        _ => "benefit year",
    };

    private static BinaryOperator<Day, Day, Number> Counted(string name, string written, string description, Between unit) =>
        new(name, written, ValueKind.Day, ValueKind.Day, ValueKind.Number, description, (from, to) => Day.Count(unit, from, to));

    private static Day Extreme(Day extreme, Day next, bool isGreatest) => !extreme.IsKnown ? extreme : !next.IsKnown || (next > extreme) == isGreatest ? next : extreme;

    private static IEnumerable<UnaryOperator<Day, Day>> Edges(string word, CalendarPeriod period)
    {
        foreach (bool isLast in (bool[])[false, true])
        {
            string name = EdgeOf(period, isLast);
            yield return new(name, $"{(isLast ? "last" : "first")} day of calendar {word} of date", ValueKind.Day, ValueKind.Day, $"The {(isLast ? "last" : "first")} day of the calendar {word} that holds the date.", day => day.EdgeOf(period, isLast, day));
        }
    }

    private static BinaryOperator<Day, Day, Day> BenefitYearEdge(bool isLast)
    {
        string name = EdgeOf(CalendarPeriod.BenefitYear, isLast);
        return new(
            name, $"{name} of date from start", ValueKind.Day, ValueKind.Day, ValueKind.Day, $"The {(isLast ? "last" : "first")} day of the benefit year that holds the date; years begin on the day and month of the second.",
            (day, start) => day.EdgeOf(CalendarPeriod.BenefitYear, isLast, start));
    }
}
