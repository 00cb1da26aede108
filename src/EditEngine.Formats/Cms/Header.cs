using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace EditEngine.Formats.Cms;

/// <summary>Where the columns of a layout are in a file; -1 for one that is not there.</summary>
internal sealed record Header(Layout Layout, string[] Titles, ImmutableArray<int> Places, int From, int Through, int Choice, int Mark, int Text)
{
    /// <summary>How many rows of a sheet or text are looked through for the header.</summary>
    public const int Within = 40;

    /// <summary>The first column, other than an optional one, that the file has not; null where it has all.</summary>
    public string? Missing
    {
        get
        {
            int at = Enumerable.Range(0, Places.Length).FirstOrDefault(i => Places[i] < 0 && Layout.Columns[i].IsRequired, -1);
            return at >= 0 ? Layout.Columns[at].Column.Name
                : Layout.From?.IsRequired == true && From < 0 ? "first day"
                : null;
        }
    }

    /// <summary>The header a row is; null where a key column has no title in it.</summary>
    public static Header? Of(Layout layout, IReadOnlyList<SheetRow> above, SheetRow row)
    {
        if (layout.Notice is not null && !above.Any(line => line.Cells.Any(cell => layout.Notice.IsMatch(Cms.Titles.Plain(cell)))))
        {
            return null;
        }

        string[] titles = Cms.Titles.Stacked(above, row, row.Line == 0 ? 0 : layout.StackedTitles);
        var header = new Header(
            layout, titles, [.. layout.Columns.Select(column => PlaceOf(titles, column.Title))], PlaceOf(titles, layout.From?.Title),
            PlaceOf(titles, layout.Through?.Title), PlaceOf(titles, layout.Only?.Title), PlaceOf(titles, layout.Continued?.Title), PlaceOf(titles, layout.Continued?.Text));
        bool hasKeys = Enumerable.Range(0, header.Places.Length).All(i => header.Places[i] >= 0 || !layout.Columns[i].Column.IsKey || !layout.Columns[i].IsRequired);
        return hasKeys && header.Places.Any(place => place >= 0) ? header : null;
    }

    private static int PlaceOf(string[] titles, Regex? title) => title is null ? -1 : Array.FindIndex(titles, title.IsMatch);
}
