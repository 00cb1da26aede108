using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Formats;

namespace EditEngine.Cli.Records;

/// <summary>What is another than when a run was recorded: pack, edits, tables, engine, claims, results.</summary>
internal static class RecordDifferences
{
    /// <summary>A sentence each; none where all is the same.</summary>
    /// <param name="record">What was recorded.</param>
    /// <param name="pack">The pack now.</param>
    /// <param name="label">Its label now.</param>
    /// <param name="results">The file of results.</param>
    /// <param name="claims">The files of claims, in order.</param>
    public static IEnumerable<string> Of(RunRecord record, BoundPack pack, string label, string results, ImmutableArray<string> claims)
    {
        if (RunRecord.ThisEngine != record.Engine)
        {
            yield return $"the engine is {RunRecord.ThisEngine}; it was {record.Engine}";
        }

        if (label != record.Label)
        {
            yield return $"the pack is {label}; it was {record.Label}";
        }

        foreach (string difference in Of("edit", record.Edits, RunRecord.EditsOf(pack)).Concat(Of("table", record.Tables, RunRecord.TablesOf(pack))))
        {
            yield return difference;
        }

        foreach (string difference in OfClaims(record, claims))
        {
            yield return difference;
        }

        if (RunRecord.HashOf(results) != record.Results)
        {
            yield return "the results are not those that were recorded";
        }
    }

    private static IEnumerable<string> Of(string what, ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> now) =>
        before.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(name => before.GetValueOrDefault(name) != now.GetValueOrDefault(name))
            .Select(name => $"{what} {name} {(!before.ContainsKey(name) ? "was not there" : !now.ContainsKey(name) ? "is not there any more" : "means something else")}");

    private static IEnumerable<string> OfClaims(RunRecord record, ImmutableArray<string> files)
    {
        if (files.Length != record.Claims.Length)
        {
            yield return FormattableString.Invariant($"there are {files.Length} files of claims; there were {record.Claims.Length}");
        }

        for (int i = 0; i < Math.Min(files.Length, record.Claims.Length); i++)
        {
            if (File.Exists(files[i]) && RunRecord.HashOf(files[i]) != record.Claims[i].Hash)
            {
                yield return $"the claims of '{EscapedText.Of(files[i])}' are not those of '{EscapedText.Of(record.Claims[i].File)}'";
            }
        }
    }
}
