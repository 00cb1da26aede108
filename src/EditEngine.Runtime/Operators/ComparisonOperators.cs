using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Operators;

/// <summary>Comparisons.</summary>
internal static class ComparisonOperators
{
    /// <summary>Equal.</summary>
    public static readonly ComparisonOperator Equal = new("=", Relation.Equal, "Both are the same value.");

    /// <summary>Not equal.</summary>
    public static readonly ComparisonOperator NotEqual = new("<>", Relation.NotEqual, "They are different values.");

    /// <summary>Less.</summary>
    public static readonly ComparisonOperator Less = new("<", Relation.Less, "The first comes before the second.");

    /// <summary>Less or equal.</summary>
    public static readonly ComparisonOperator LessOrEqual = new("<=", Relation.LessOrEqual, "The first does not come after the second.");

    /// <summary>Greater.</summary>
    public static readonly ComparisonOperator Greater = new(">", Relation.Greater, "The first comes after the second.");

    /// <summary>Greater or equal.</summary>
    public static readonly ComparisonOperator GreaterOrEqual = new(">=", Relation.GreaterOrEqual, "The first does not come before the second.");

    /// <summary>The rows.</summary>
    public static ImmutableArray<Operator> All { get; } = [Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual];
}
