using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Binding;

/// <summary>The reasons of a pack in the form that its fingerprint is taken of.</summary>
internal static class ReasonFingerprint
{
    /// <summary>A line a row, by key. Rows that could both hold keep their order, for the first of them wins; the order of others says nothing, so it is that of their texts.</summary>
    public static IEnumerable<string> Of(ImmutableArray<ReasonSymbol> reasons)
    {
        foreach (IGrouping<string, ReasonSymbol> key in reasons.GroupBy(reason => reason.Name, StringComparer.Ordinal).OrderBy(key => key.Key, StringComparer.Ordinal))
        {
            List<(ReasonSymbol Row, string Line)> left = [.. key.Select(row => (row, LineOf(row)))];
            while (left.Count > 0)
            {
                (ReasonSymbol Row, string Line) next = left.Where((one, i) => !left.Take(i).Any(before => CouldBothHold(before.Row, one.Row))).MinBy(one => one.Line, StringComparer.Ordinal);
                left.Remove(next);
                yield return next.Line;
            }
        }
    }

    // A row of a line of business and one of all are never asked against each other.
    private static bool CouldBothHold(ReasonSymbol one, ReasonSymbol other) =>
        one.FromDay <= other.ThroughDay && other.FromDay <= one.ThroughDay
        && (one.LineOfBusiness.IsEmpty ? other.LineOfBusiness.IsEmpty : one.LineOfBusiness.Intersect(other.LineOfBusiness, StringComparer.Ordinal).Any());

    private static string LineOf(ReasonSymbol row) =>
        $"reason {FingerprintText.Quoted(row.Name)} {FingerprintText.Quoted(row.GroupCode)} {FingerprintText.Quoted(row.Carc)} [{FingerprintText.Quoted(row.Rarc)}] "
        + $"{FingerprintText.Day(row.FromDay)} {FingerprintText.Day(row.ThroughDay)} [{FingerprintText.Quoted(row.LineOfBusiness.Order(StringComparer.Ordinal))}]\n";
}
