using System.Globalization;

namespace EditEngine.Analysis.Reference;

/// <summary>Days from one through another, both included, as <see cref="DateOnly.DayNumber"/>.</summary>
/// <param name="From">First day; <see cref="int.MinValue"/>: no beginning.</param>
/// <param name="Through">Last day; <see cref="int.MaxValue"/>: no end.</param>
internal readonly record struct DaySpan(int From, int Through)
{
    /// <summary>It has no last day.</summary>
    public bool IsOpen => Through == int.MaxValue;

    /// <summary>The days of both; null where there is none.</summary>
    public DaySpan? And(DaySpan other)
    {
        DaySpan both = new(Math.Max(From, other.From), Math.Min(Through, other.Through));
        return both.From <= both.Through ? both : null;
    }

    /// <summary>As <c>2024-01-01 .. 2024-03-31</c>; an open end stands as <c>open</c>.</summary>
    public override string ToString() => $"{Text(From)} .. {Text(Through)}";

    /// <summary>A day as <c>2024-01-01</c>, or <c>open</c>.</summary>
    public static string Text(int day) =>
        day is int.MinValue or int.MaxValue ? "open" : DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
