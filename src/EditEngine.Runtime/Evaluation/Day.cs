namespace EditEngine.Evaluation;

/// <summary>Dates as day numbers while steps run.</summary>
public static class Day
{
    /// <summary>A date that was not given.</summary>
    public const int Missing = int.MinValue;

    /// <summary>There is no date.</summary>
    public const int None = int.MinValue + 1;

    /// <summary>The day number of a date; null: what its absence means.</summary>
    public static int Of(DateOnly? date, Presence absent = Presence.Missing) => date?.DayNumber ?? (absent == Presence.None ? None : Missing);

    /// <summary>True for a day number.</summary>
    public static bool IsKnown(int day) => day > None;

    /// <summary>A comparison of two days.</summary>
    public static Truth Compare(Relation relation, int left, int right)
    {
        if (left == Missing || right == Missing)
        {
            return Truth.Unknown;
        }

        return left == None || right == None ? NumMath.OfNone(relation, left == right) : NumMath.Holds(relation, left.CompareTo(right));
    }
}
