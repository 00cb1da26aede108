namespace EditEngine.Evaluation.Steps;

/// <summary>The first or last day of the calendar period that holds a date.</summary>
/// <param name="period">Which period.</param>
/// <param name="isLast">The last day, else the first.</param>
/// <param name="date">The date.</param>
/// <param name="start">A day on which benefit years begin; null for other periods.</param>
public sealed class PeriodEdgeStep(CalendarPeriod period, bool isLast, Step<int> date, Step<int>? start) : Step<int>
{
    /// <inheritdoc/>
    public override int Run(Frame frame)
    {
        int day = date.Run(frame);
        int from = start?.Run(frame) ?? day;
        if (day == Day.None || from == Day.None)
        {
            return Day.None;
        }

        if (day == Day.Missing || from == Day.Missing)
        {
            return Day.Missing;
        }

        return (isLast ? CalendarMath.LastDayOf(period, day, from) : CalendarMath.FirstDayOf(period, day, from)) ?? Day.Missing;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) == Day.Missing)
        {
            date.Collect(frame, missing);
            start?.Collect(frame, missing);
        }
    }
}
