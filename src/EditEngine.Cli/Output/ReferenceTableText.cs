using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Analysis.Reference;
using EditEngine.Compiler.Packs;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>The tables of a pack for people: a row each.</summary>
internal static class ReferenceTableText
{
    private const int MostReleases = 4;

    public static void Write(TextWriter output, ImmutableArray<ReferenceTable> tables, DateOnly? on, PackSettings settings)
    {
        if (tables.IsEmpty)
        {
            output.WriteLine("The pack reads no table.");
            return;
        }

        string[] header = ["name", "file", "rows", "first day", "last day", "newest", "releases", "remarks"];
        AlignedRows.Write(output, [header, .. tables.Select(table => Row(table, on, settings))]);
    }

    private static string[] Row(ReferenceTable table, DateOnly? on, PackSettings settings)
    {
        TableDays days = table.Days;
        return
        [
            table.Name,
            EscapedText.Of(table.File ?? "(in the rules)"),
            table.Rows.ToString("#,0", CultureInfo.InvariantCulture),
            days.Cover is DaySpan first ? DaySpan.Text(first.From) : "-",
            days.Cover is DaySpan last ? DaySpan.Text(last.Through) : "-",
            days.NewestFrom == int.MinValue ? "-" : DaySpan.Text(days.NewestFrom),
            EscapedText.Of(Releases(table.Releases)),
            string.Join("; ", Remarks(table, on, settings)),
        ];
    }

    // The oldest and the newest say most.
    private static string Releases(ImmutableArray<string> releases) => releases.Length switch
    {
        0 => "-",
        <= MostReleases => string.Join(", ", releases),
        int count => string.Create(CultureInfo.InvariantCulture, $"{releases[0]} … {releases[^1]} ({count})"),
    };

    private static IEnumerable<string> Remarks(ReferenceTable table, DateOnly? on, PackSettings settings)
    {
        TableDays days = table.Days;
        if (on is DateOnly day && days.Cover is DaySpan cover)
        {
            if (cover.Through < day.DayNumber)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"past its end on {day:yyyy-MM-dd}");
            }
            else if (cover.From > day.DayNumber)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"not begun on {day:yyyy-MM-dd}");
            }
            else if (!StaleTables.IsFresh(table, day, settings))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"not fresh on {day:yyyy-MM-dd}");
            }
        }

        foreach (DaySpan gap in days.Gaps)
        {
            yield return $"no row {gap}";
        }
    }
}
