using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Compiler.Restrictions;

/// <summary>Sets of days of which the weakest counts.</summary>
internal static class DayWindows
{
    // A month has 28 to 31 days; what is cut to a month's end adds at most three.
    private const int ShortMonth = 28;
    private const int LongMonth = 31;
    private const int CutAtMonthEnd = 3;

    /// <summary>One day an anchor: the latest for what is on or before, the earliest for what is on or after.</summary>
    public static ImmutableArray<DayTerm> Weakest(ImmutableArray<DayTerm> days, bool isUpper) =>
    [
        .. days.GroupBy(day => day.Anchor).Select(group => group.Aggregate((first, second) => isUpper ? Later(first, second) : Earlier(first, second))),
    ];

    /// <summary>A day shifted again: what it can be, since months are counted before days.</summary>
    public static ImmutableArray<DayTerm> Shifted(DayTerm day, int months, int days) =>
        months == 0 ? [day.Plus(0, days)]
            : day.Days == 0 && Math.Sign(day.Months) * Math.Sign(months) >= 0 ? [day.Plus(months, days)]
            : [day.Plus(months, days - CutAtMonthEnd), day.Plus(months, days + CutAtMonthEnd)];

    /// <summary>The day of which a shifted day is the result, seen from the other side: <c>h + 3 months &lt;= d</c> is <c>h &lt;= d - 3 months</c> and the days that a month's end may cut.</summary>
    public static DayTerm Unshifted(DayTerm day, int months, int days, bool isUpper) =>
        months == 0 ? day.Plus(0, -days)
            : day.Plus(-months, -days + ((days != 0 || day.Days != 0 || day.Months != 0 ? CutAtMonthEnd : 0) * (isUpper ? 1 : -1)) + (isUpper ? CutAtMonthEnd : 0));

    /// <summary>How many days there are from one day to another at most; null where they hang on different things.</summary>
    public static int? LengthOf(DayTerm first, DayTerm last) => (first.Anchor, last.Anchor) switch
    {
        (EdgeAnchor { IsLast: false } begin, EdgeAnchor { IsLast: true } end) when begin with { IsLast = true } == end => Between(first, last) + LongestOf(begin.Period),
        _ => first.Anchor == last.Anchor ? Between(first, last) + 1 : null,
    };

    /// <summary>Whether one day comes before another for certain: nothing is in a window between them.</summary>
    public static bool IsEmpty(DayTerm first, DayTerm last) =>
        first.Anchor == last.Anchor && (first.Months == last.Months ? first.Days > last.Days : Least(first) > Most(last));

    private static int Between(DayTerm first, DayTerm last) =>
        first.Months == last.Months ? Math.Max(0, last.Days - first.Days) : Math.Max(0, Most(last) - Least(first));

    private static int LongestOf(CalendarPeriod period) => period switch
    {
        CalendarPeriod.Month => LongMonth,
        CalendarPeriod.Quarter => 92,
        _ => 366,
    };

    private static DayTerm Earlier(DayTerm first, DayTerm second) =>
        first.Months == second.Months ? (first.Days <= second.Days ? first : second)
            : Most(first) <= Least(second) ? first
            : Most(second) <= Least(first) ? second
            : new DayTerm(first.Anchor, 0, Math.Min(Least(first), Least(second)));

    private static DayTerm Later(DayTerm first, DayTerm second) =>
        first.Months == second.Months ? (first.Days >= second.Days ? first : second)
            : Least(first) >= Most(second) ? first
            : Least(second) >= Most(first) ? second
            : new DayTerm(first.Anchor, 0, Math.Max(Most(first), Most(second)));

    private static int Least(DayTerm day) => day.Days + (day.Months < 0 ? (day.Months * LongMonth) : Math.Max(0, (day.Months * ShortMonth) - CutAtMonthEnd));

    private static int Most(DayTerm day) => day.Days + (day.Months < 0 ? day.Months * ShortMonth + CutAtMonthEnd : day.Months * LongMonth);
}
