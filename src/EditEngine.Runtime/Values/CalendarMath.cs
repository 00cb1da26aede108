namespace EditEngine.Values;

/// <summary>Calendar arithmetic on day numbers (<see cref="DateOnly.DayNumber"/>).</summary>
internal static class CalendarMath
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

    /// <summary>The first day of the period that holds a day; null past the calendar's ends.</summary>
    /// <param name="period">Which period.</param>
    /// <param name="day">The day.</param>
    /// <param name="start">A day on which a benefit year begins, of any year; not asked of other periods.</param>
    public static int? FirstDayOf(CalendarPeriod period, int day, int start)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return period switch
        {
            CalendarPeriod.Month => new DateOnly(date.Year, date.Month, 1).DayNumber,
            CalendarPeriod.Quarter => new DateOnly(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1).DayNumber,
            CalendarPeriod.Year => new DateOnly(date.Year, 1, 1).DayNumber,
            _ => AddMonths(start, 12 * BenefitYears(start, day)),
        };
    }

    /// <summary>The last day of the period that holds a day; null past the calendar's ends.</summary>
    /// <param name="period">Which period.</param>
    /// <param name="day">The day.</param>
    /// <param name="start">A day on which a benefit year begins, of any year; not asked of other periods.</param>
    public static int? LastDayOf(CalendarPeriod period, int day, int start)
    {
        int? next = period == CalendarPeriod.BenefitYear
            ? AddMonths(start, 12 * (BenefitYears(start, day) + 1))
            : AddMonths(FirstDayOf(period, day, start)!.Value, period switch { CalendarPeriod.Month => 1, CalendarPeriod.Quarter => 3, _ => 12 }); // the calendar begins with a period
        return next is int first ? first - 1 : DateOnly.MaxValue.DayNumber;
    }

    // The anniversaries of a start on 29 February are cut to 28 February, as months are everywhere.
    private static int BenefitYears(int start, int day)
    {
        int years = DateOnly.FromDayNumber(day).Year - DateOnly.FromDayNumber(start).Year;
        return AddMonths(start, 12 * years) is int anniversary && anniversary > day ? years - 1 : years;
    }
}
