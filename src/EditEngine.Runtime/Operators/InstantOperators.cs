using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Operators;

/// <summary>Operators on points in time.</summary>
internal static class InstantOperators
{
    /// <summary>Minutes from one point in time to another.</summary>
    public static readonly BinaryOperator<Instant, Instant, Number> MinutesBetween = new(
        "minutes between", "minutes from a to b", ValueKind.Instant, ValueKind.Instant, ValueKind.Number,
        "Minutes from the first point in time to the second, seconds as parts of one; below zero where it is before.", Instant.Minutes);

    /// <summary>The rows.</summary>
    public static ImmutableArray<Operator> All { get; } = [MinutesBetween];
}
