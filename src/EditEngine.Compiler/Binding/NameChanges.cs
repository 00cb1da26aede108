using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Binding;

/// <summary>Which names mean another thing in a pack than in the same pack before a change. In doubt, they do.</summary>
internal sealed class NameChanges
{
    private readonly HashSet<(NameKind Kind, string Name)> _changed = [];

    public NameChanges(PackSymbols before, PackSymbols now)
    {
        AreForAll = !before.Phases.SequenceEqual(now.Phases, StringComparer.Ordinal) || !before.UnreadCodeTables.SetEquals(now.UnreadCodeTables)
            || before.CodeTables.Count != now.CodeTables.Count || !now.CodeTables.All(one => before.CodeTables.TryGetValue(one.Key, out CodeTableSymbol? other) && AreSame(one.Value, other));
        now.CodeSets.AddChanged(before.CodeSets, (_, one, other) => one.System == other.System && AreSame(one.Set, other.Set), _changed);
        now.Tables.AddChanged(before.Tables, (_, one, other) => AreSame(one, other), _changed);
        now.Parameters.AddChanged(before.Parameters, (_, one, other) => one.Type == other.Type && one.Values.SequenceEqual(other.Values), _changed);
        now.Facts.AddChanged(before.Facts, (_, one, other) => one.Member == other.Member && one.Type == other.Type, _changed);
        now.Kinds.AddChanged(
            before.Kinds, (name, one, other) => IsAsLarge(name) && one.Source.Slice(one.Syntax.Span) == other.Source.Slice(other.Syntax.Span), _changed);
        now.Values.AddChanged(
            before.Values, (name, one, other) => IsAsLarge(name) && one.Source.Slice(one.Syntax.Span) == other.Source.Slice(other.Syntax.Span), _changed);
        HashSet<string> reasons = new(before.Reasons.Select(reason => reason.Name), StringComparer.Ordinal);
        reasons.SymmetricExceptWith(now.Reasons.Select(reason => reason.Name).ToHashSet(StringComparer.Ordinal));
        _changed.UnionWith(reasons.Select(name => (NameKind.Reason, name)));

        bool IsAsLarge(string name) => before.TooLarge.Contains(name) == now.TooLarge.Contains(name);
    }

    /// <summary>What no edit names and each may ask has changed.</summary>
    public bool AreForAll { get; }

    /// <summary>Whether what an edit has asked has changed.</summary>
    public bool Concern(NameReads reads) => AreForAll || reads.AreListed || (_changed.Count > 0 && reads.HaveAsked(_changed.Contains));

    private static bool AreSame(CodeTableSymbol one, CodeTableSymbol other) =>
        AreSame(one.Codes, other.Codes) && AreSame(one.Categories, other.Categories) && one.Untold.SequenceEqual(other.Untold, StringComparer.Ordinal);

    private static bool AreSame(CodeSet one, CodeSet other) => one.Intervals.AsSpan().SequenceEqual(other.Intervals.AsSpan());

    private static bool AreSame(TableSymbol one, TableSymbol other) =>
        one.IsDated == other.IsDated && one.KeyCount == other.KeyCount && one.Columns.SequenceEqual(other.Columns)
        && (ReferenceEquals(one.Table, other.Table) || (one.Table is not null && other.Table is not null && one.Table.ContentHash == other.Table.ContentHash));
}
