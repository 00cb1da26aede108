using System.Collections.Immutable;
using EditEngine.Tables;

namespace EditEngine.Analysis.Reference;

/// <summary>The releases that a table's rows come from.</summary>
internal static class TableReleases
{
    /// <summary>Their names, by the first day of any of their rows, then by name; rows that tell none add none.</summary>
    public static ImmutableArray<string> Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Dictionary<string, int> firstDays = new(StringComparer.Ordinal);
        for (int row = 0; row < table.RowCount; row++)
        {
            if (table.GetSource(row).Release is string release)
            {
                firstDays[release] = Math.Min(table.GetFrom(row), firstDays.GetValueOrDefault(release, int.MaxValue));
            }
        }

        return [.. firstDays.OrderBy(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key)];
    }
}
