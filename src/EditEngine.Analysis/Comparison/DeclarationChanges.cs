using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Analysis.Comparison;

/// <summary>What packs declare differently: sets, tables, parameters and reasons. A set that has only another name is no difference.</summary>
internal static class DeclarationChanges
{
    private const int MostNamed = 8;

    /// <summary>Sentences, by kind and name.</summary>
    public static IEnumerable<string> Of(BoundPack old, BoundPack now) =>
    [
        .. Of("codes", old.CodeSets, now.CodeSets, set => set.Name, set => set.Set.ContentHash, (was, set) => Members(was.Set, set.Set)),
        .. Of("table", old.Tables, now.Tables, table => table.Name, table => table.Table?.ContentHash ?? "", (was, table) => FormattableString.Invariant($"{was.Table?.RowCount ?? 0} rows before, {table.Table?.RowCount ?? 0} now")),
        .. Of("parameter", Parameters(old), Parameters(now), one => one.Name, TextOf, (was, one) => $"{TextOf(was)} before, {TextOf(one)} now"),
        .. Of("reason", Reasons(old), Reasons(now), one => one.Name, one => one.Text, (was, one) => $"{was.Text} before, {one.Text} now"),
    ];

    private static IEnumerable<string> Of<T>(string kind, IEnumerable<T> old, IEnumerable<T> now, Func<T, string> name, Func<T, string> content, Func<T, T, string> change)
    {
        string sign = kind == "reason" ? "" : "@";
        Dictionary<string, T> before = old.GroupBy(name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        Dictionary<string, T> after = now.GroupBy(name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        HashSet<string> gone = [.. before.Where(one => !after.ContainsKey(one.Key)).Select(one => content(one.Value))];
        HashSet<string> come = [.. after.Where(one => !before.ContainsKey(one.Key)).Select(one => content(one.Value))];
        foreach (string id in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            if (!before.TryGetValue(id, out T? was))
            {
                if (!gone.Contains(content(after[id])))
                {
                    yield return $"{kind} {sign}{id} added";
                }
            }
            else if (!after.TryGetValue(id, out T? present))
            {
                if (!come.Contains(content(was)))
                {
                    yield return $"{kind} {sign}{id} removed";
                }
            }
            else if (content(was) != content(present))
            {
                yield return $"{kind} {sign}{id} changed: {change(was, present)}";
            }
        }
    }

    private static string Members(CodeSet was, CodeSet now)
    {
        string[] parts = [.. new[] { Named("without", was.Except(now)), Named("with", now.Except(was)) }.Where(part => part.Length > 0)];
        return parts.Length == 0 ? "its days" : string.Join(", ", parts);
    }

    private static string Named(string word, CodeSet codes)
    {
        ImmutableArray<string> ranges = codes.ToRanges();
        string more = ranges.Length > MostNamed ? FormattableString.Invariant($" and {ranges.Length - MostNamed} more") : "";
        return ranges.IsEmpty ? "" : $"{word} {string.Join(", ", ranges.Take(MostNamed))}{more}";
    }

    private static IEnumerable<ParameterSymbol> Parameters(BoundPack pack) =>
        pack.Edits.SelectMany(BoundTree.All).OfType<BoundParameter>().Select(used => used.Parameter).DistinctBy(one => one.Name, StringComparer.Ordinal);

    private static string TextOf(ParameterSymbol parameter) =>
        string.Join(" then ", parameter.Values.Select((value, at) => ConstantText.Of(value.Value) + (at == 0 ? "" : FormattableString.Invariant($" from {DateOnly.FromDayNumber(value.FromDay):yyyy-MM-dd}"))));

    private static IEnumerable<(string Name, string Text)> Reasons(BoundPack pack) =>
        pack.Reasons.GroupBy(reason => reason.Name, StringComparer.Ordinal).Select(rows => (rows.Key, string.Join("; ", rows.Select(TextOf))));

    private static string TextOf(ReasonSymbol reason)
    {
        string days = reason.FromDay > 0 || reason.ThroughDay < DateOnly.MaxValue.DayNumber ? FormattableString.Invariant($" {DayText(reason.FromDay)}..{DayText(reason.ThroughDay)}") : "";
        return $"{reason.GroupCode} {reason.Carc}{(reason.Rarc.IsEmpty ? "" : " remark " + string.Join(", ", reason.Rarc))}{days}{(reason.LineOfBusiness.IsEmpty ? "" : " for " + string.Join(", ", reason.LineOfBusiness))}";
    }

    private static string DayText(int day) => day <= 0 || day >= DateOnly.MaxValue.DayNumber ? "" : FormattableString.Invariant($"{DateOnly.FromDayNumber(day):yyyy-MM-dd}");
}
