namespace EditEngine.Evaluation;

/// <summary>
/// Days so near to the calendar's ends that a date there, shifted by as much as a century, may fall off it: such a comparison is unknown, whatever it is compared with.
/// No window passes over them.
/// </summary>
/// <remarks><c>h.date + 30 days &lt; v.date</c> is false of most h long after v, and unknown of one on 9999-12-15.</remarks>
internal static class EndsOfCalendar
{
    /// <summary>The most months that dates are shifted by where a window is read from it; days are at most thirty times as many.</summary>
    public const int MostMonths = 1_200;

    /// <summary>The last day at the beginning.</summary>
    public static readonly DateOnly First = new(101, 12, 31);

    /// <summary>The first day at the end.</summary>
    public static readonly DateOnly Last = new(9898, 1, 1);

    internal static readonly Values.Day FirstDay = Values.Day.Of(First);

    internal static readonly Values.Day LastDay = Values.Day.Of(Last);
}
