using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>Which lines of history a source looks at.</summary>
internal abstract class AccessSteps
{
    /// <summary>The days, for the things in the slots now.</summary>
    public abstract DayWindow WindowIn(EvaluationContext context);
}

/// <summary>Lines of one day; of all where it is not known.</summary>
internal sealed class OnDaySteps(Step<Day> day) : AccessSteps
{
    /// <inheritdoc/>
    public override DayWindow WindowIn(EvaluationContext context)
    {
        Day known = day.Run(context);
        return known.IsKnown ? new DayWindow(known, known) : DayWindow.Open;
    }
}

/// <summary>Lines between the latest of some days and the earliest of others; each is the weakest of some, and no limit where one of those is not known.</summary>
internal sealed class BetweenSteps(ImmutableArray<ImmutableArray<Step<Day>>> from, ImmutableArray<ImmutableArray<Step<Day>>> to) : AccessSteps
{
    /// <inheritdoc/>
    public override DayWindow WindowIn(EvaluationContext context)
    {
        Day latest = DayWindow.Open.From;
        foreach (ImmutableArray<Step<Day>> bound in from)
        {
            Day weakest = Weakest(context, bound, isUpper: false);
            latest = weakest.IsKnown && weakest > latest ? weakest : latest;
        }

        Day earliest = DayWindow.Open.To;
        foreach (ImmutableArray<Step<Day>> bound in to)
        {
            Day weakest = Weakest(context, bound, isUpper: true);
            earliest = weakest.IsKnown && weakest < earliest ? weakest : earliest;
        }

        return new DayWindow(latest, earliest);
    }

    private static Day Weakest(EvaluationContext context, ImmutableArray<Step<Day>> bound, bool isUpper)
    {
        Day weakest = bound[0].Run(context);
        for (int i = 1; i < bound.Length && weakest.IsKnown; i++)
        {
            Day day = bound[i].Run(context);
            weakest = !day.IsKnown || (isUpper ? day > weakest : day < weakest) ? day : weakest;
        }

        return weakest;
    }
}

/// <summary>The days of a window, both ends of it.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last.</param>
internal readonly record struct DayWindow(Day From, Day To)
{
    /// <summary>Every day.</summary>
    public static DayWindow Open { get; } = new(Day.Of(DateOnly.MinValue), Day.Of(DateOnly.MaxValue));
}
