using System.Collections.Frozen;
using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Operators;

/// <summary>Every operator on values, once.</summary>
internal static class OperatorTable
{
    /// <summary>All rows, family by family.</summary>
    public static ImmutableArray<Operator> All { get; } = [.. ComparisonOperators.All, .. NumberOperators.All, .. DateOperators.All, .. InstantOperators.All, .. ListOperators.All];

    private static readonly FrozenDictionary<(string Name, ValueKind Result), Operator> ByName = All.ToFrozenDictionary(row => (row.Name, row.Result));

    /// <summary>The operator of a name that gives a type; null where there is none.</summary>
    public static Operator? Find(string name, ValueKind result) => ByName.GetValueOrDefault((name, result));
}
