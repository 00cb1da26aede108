namespace EditEngine.Evaluation;

/// <summary>Calendar arithmetic on day numbers (<see cref="DateOnly.DayNumber"/>).</summary>
public static class CalendarMath
{
    /// <summary>The same day of the month some months away, or that month's last day where it has no such day.</summary>
    public static int? AddMonths(int day, int months)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        int index = (date.Year * 12) + date.Month - 1 + months;
        return index is < 12 or >= 120_000 ? null : date.AddMonths(months).DayNumber;
    }

    /// <summary>A day some days away, or null past the calendar's ends.</summary>
    public static int? AddDays(int day, int days)
    {
        long sum = (long)day + days;
        return sum < 0 || sum > DateOnly.MaxValue.DayNumber ? null : (int)sum;
    }

    /// <summary>Completed years: a birthday counts; one of 29 February completes a year on 1 March of a year without that day. Negative before birth.</summary>
    public static int Age(int birth, int on)
    {
        DateOnly born = DateOnly.FromDayNumber(birth);
        DateOnly day = DateOnly.FromDayNumber(on);
        int years = day.Year - born.Year;
        bool before = day.Month < born.Month || (day.Month == born.Month && day.Day < born.Day);
        return before ? years - 1 : years;
    }

    /// <summary>Months strictly between those of two dates: March 2023 to March 2024 are eleven; within a month or to the next, none. Negative backwards.</summary>
    public static int FullMonthsBetween(int from, int to)
    {
        DateOnly a = DateOnly.FromDayNumber(from);
        DateOnly b = DateOnly.FromDayNumber(to);
        int months = ((b.Year - a.Year) * 12) + b.Month - a.Month;
        return Math.Sign(months) * Math.Max(0, Math.Abs(months) - 1);
    }
}
