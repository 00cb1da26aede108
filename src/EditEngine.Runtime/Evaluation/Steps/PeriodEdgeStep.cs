using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>The first or last day of the calendar period that holds a date.</summary>
/// <param name="period">Which period.</param>
/// <param name="isLast">The last day, else the first.</param>
/// <param name="date">The date.</param>
/// <param name="start">A day on which benefit years begin; null for other periods.</param>
public sealed class PeriodEdgeStep(CalendarPeriod period, bool isLast, Step<Day> date, Step<Day>? start) : Step<Day>
{
    /// <inheritdoc/>
    public override Day Run(Frame frame)
    {
        Day day = date.Run(frame);
        return day.EdgeOf(period, isLast, start?.Run(frame) ?? day);
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).IsMissing)
        {
            date.Collect(frame, missing);
            start?.Collect(frame, missing);
        }
    }
}
