namespace EditEngine.Values;

/// <summary>A stretch of the calendar that limits count by.</summary>
public enum CalendarPeriod : byte
{
    /// <summary>From the first of a month to its last day.</summary>
    Month,

    /// <summary>January to March, April to June, July to September, October to December.</summary>
    Quarter,

    /// <summary>1 January to 31 December.</summary>
    Year,

    /// <summary>Twelve months from the day and month on which a plan's or member's year begins.</summary>
    BenefitYear,
}
