namespace EditEngine.Outcomes;

/// <summary>What a calculated amount is held to: no line is paid less than nothing, or more than was billed, unless a policy says so.</summary>
internal static class PayLimits
{
    /// <summary>A hundred percent: all that was billed.</summary>
    public const decimal AllOfIt = 100m;

    /// <summary>A percent of what was billed.</summary>
    /// <param name="percent">As calculated.</param>
    /// <param name="most">The most that the policy says, in percent; null: all.</param>
    public static decimal Percent(decimal percent, decimal? most) => Math.Clamp(percent, 0m, most ?? AllOfIt);

    /// <summary>Units; those that were billed are the most in any case.</summary>
    public static decimal Units(decimal units) => Math.Max(units, 0m);
}
