using System.Collections.Immutable;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Steps;

/// <summary>The days of a window, both ends of it.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last.</param>
public readonly record struct DayWindow(int From, int To)
{
    /// <summary>The window of an access for the things in the slots now.</summary>
    public static DayWindow Of(Frame frame, Access access)
    {
        switch (access)
        {
            case HistoryOnDay on:
                int day = on.Day.Run(frame);
                return Day.IsKnown(day) ? new DayWindow(day, day) : new DayWindow(int.MinValue, int.MaxValue);
            case HistoryBetween between:
                return new DayWindow(Latest(frame, between.From), Earliest(frame, between.To));
            default:
                return new DayWindow(int.MinValue, int.MaxValue);
        }
    }

    private static int Latest(Frame frame, ImmutableArray<DayBound> bounds)
    {
        int latest = int.MinValue;
        foreach (DayBound bound in bounds)
        {
            int weakest = int.MaxValue;
            foreach (Step<int> one in bound.OneOf)
            {
                // What is not known is less than every day: no limit.
                weakest = Math.Min(weakest, one.Run(frame));
            }

            latest = Day.IsKnown(weakest) ? Math.Max(latest, weakest) : latest;
        }

        return latest;
    }

    private static int Earliest(Frame frame, ImmutableArray<DayBound> bounds)
    {
        int earliest = int.MaxValue;
        foreach (DayBound bound in bounds)
        {
            int weakest = int.MinValue;
            foreach (Step<int> one in bound.OneOf)
            {
                int day = one.Run(frame);
                weakest = Day.IsKnown(day) ? Math.Max(weakest, day) : int.MaxValue;
                if (weakest == int.MaxValue)
                {
                    break;
                }
            }

            earliest = Math.Min(earliest, weakest);
        }

        return earliest;
    }
}
