namespace EditEngine.Claims;

/// <summary>When a service began and ended. Times of day carry no zone: they are taken as of one, so that they compare with each other.</summary>
internal static class ServiceTimes
{
    /// <summary>Its time on its first day; null where either was not given.</summary>
    public static DateTimeOffset? Start(ServiceLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return At(line.From, line.StartTime);
    }

    /// <summary>Its time on its last day; on the next one where a service of one day ends before it begins. Null where either was not given.</summary>
    public static DateTimeOffset? End(ServiceLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        DateOnly? last = line.Through ?? line.From;
        bool isPastMidnight = last == line.From && line.EndTime < line.StartTime && last < DateOnly.MaxValue;
        return At(isPastMidnight ? last?.AddDays(1) : last, line.EndTime);
    }

    private static DateTimeOffset? At(DateOnly? day, TimeOnly? time) =>
        day is DateOnly date && time is TimeOnly hour ? new DateTimeOffset(date.ToDateTime(hour), TimeSpan.Zero) : null;
}
