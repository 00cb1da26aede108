using System.Globalization;
using EditEngine.Analysis.Reference;
using EditEngine.Formats;
using EditEngine.Tables;

namespace EditEngine.Cli.Output;

/// <summary>What changed from one table to another, for people.</summary>
internal static class TableDifferenceText
{
    public static void Write(TextWriter output, TableDifferences differences, int most)
    {
        AlignedRows.Write(output, [Head("old", differences.Old, differences.OldKeys), Head("new", differences.New, differences.NewKeys)]);
        foreach ((DifferenceKind kind, string word) in new[] { (DifferenceKind.Added, "added"), (DifferenceKind.Ended, "ended"), (DifferenceKind.Reactivated, "re-activated"), (DifferenceKind.Changed, "changed") })
        {
            KeyDifference[] all = [.. differences.Of(kind)];
            output.WriteLine(Number($"{word}: {all.Length:#,0}") + (kind == DifferenceKind.Changed ? Columns(differences) : ""));
            foreach (string line in all.Take(most).SelectMany(one => Lines(differences, one)))
            {
                output.WriteLine("  " + EscapedText.Of(line));
            }

            if (all.Length > most)
            {
                output.WriteLine(Number($"  … and {all.Length - most:#,0} more"));
            }
        }

        output.WriteLine(Number($"same: {differences.Same:#,0}"));
    }

    private static string[] Head(string which, Table table, long keys)
    {
        string days = TableDays.Of(table).Cover?.ToString() ?? "never in force";
        string releases = string.Join(", ", TableReleases.Of(table));
        return [which, EscapedText.Of(table.Name), Number($"{table.RowCount:#,0} rows"), Number($"{keys:#,0} keys"), days, EscapedText.Of(releases.Length == 0 ? "no release told" : releases)];
    }

    private static IEnumerable<string> Lines(TableDifferences all, KeyDifference one)
    {
        string key = all.KeyText(one).TrimEnd(' ', ','); // empty parts at its end
        return one.Kind switch
        {
            DifferenceKind.Added => [$"{key}  {string.Join(", ", one.Days.Select(day => day.Days))}"],
            DifferenceKind.Ended => [$"{key}  not in force from {DaySpan.Text(one.Days[0].Days.From)}"],
            DifferenceKind.Reactivated => [$"{key}  {one.Days[0].Days}, had ended {DaySpan.Text(all.Old.GetThrough(one.OldRow))}"],
            _ => one.Days.Select(day => $"{key}  {day.Days}  {What(all, day)}"),
        };
    }

    private static string What(TableDifferences all, DayDifference day) =>
        day.OldRow < 0 ? "now in force" : day.NewRow < 0 ? "no longer in force" : string.Join(", ", all.ValueTexts(day));

    // A column that changes everywhere, as a conversion factor, would hide the others.
    private static string Columns(TableDifferences all)
    {
        string[] counts =
        [
            .. all.CountByColumn().Where(one => one.Count > 0).Select(one => Number($"{one.Column.Name} {one.Count:#,0}")),
        ];
        return counts.Length == 0 ? "" : $" ({string.Join(", ", counts)})";
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
