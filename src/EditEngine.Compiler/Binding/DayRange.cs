using System.Globalization;

namespace EditEngine.Compiler.Binding;

/// <summary>Days from one through another; the ends of <see cref="int"/> are open.</summary>
internal readonly record struct DayRange(int From, int Through)
{
    public static readonly DayRange Always = new(int.MinValue, int.MaxValue);

    /// <summary>Days of both.</summary>
    public DayRange And(DayRange other) => new(Math.Max(From, other.From), Math.Min(Through, other.Through));

    public override string ToString() => (From, Through) switch
    {
        (int.MinValue, int.MaxValue) => "on any day",
        (int.MinValue, _) => $"until {Text(Through)}",
        (_, int.MaxValue) => $"from {Text(From)}",
        _ => $"from {Text(From)} until {Text(Through)}",
    };

    private static string Text(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
