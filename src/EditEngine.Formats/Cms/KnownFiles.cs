using System.Text.RegularExpressions;
using EditEngine.Diagnostics;
using EditEngine.Formats.Cms.Layouts;

namespace EditEngine.Formats.Cms;

/// <summary>Tells which known kind a file is that is not of the kind it was given as.</summary>
internal static partial class KnownFiles
{
    /// <summary>Why a file whose header was not found is refused.</summary>
    public static Diagnostic WithoutHeader(ImportRun run, TableSource source, Layout layout) =>
        OtherKind(run, source, layout) ?? NoHeader(source.Name, layout.Publication, string.Join(", ", layout.Columns.Where(column => column.IsRequired).Select(column => column.Column.Name)));

    /// <summary>That the file is of another known kind; null where it is not seen to be.</summary>
    public static Diagnostic? OtherKind(ImportRun run, TableSource source, Layout layout) => OtherKind(run, source, layout.Kind, layout.Publication);

    /// <summary>As the others, for the importers that have no layout.</summary>
    public static Diagnostic WithoutHeader(ImportRun run, TableSource source, string kind, string publication, string columns, int within) =>
        OtherKind(run, source, kind, publication) ?? CmsDiagnostics.NoHeader(source.Name, within, publication, columns);

    private static Diagnostic NoHeader(string file, string publication, string columns) => CmsDiagnostics.NoHeader(file, Header.Within, publication, columns);

    private static Diagnostic? OtherKind(ImportRun run, TableSource source, string kind, string publication)
    {
        (string Kind, string Publication)? seeming = null;
        run.ReadRows(source, null, rows => seeming = Seeming(rows, kind));
        seeming ??= SeemingFixed(run, source, kind);
        return seeming is (string other, string what) ? CmsDiagnostics.OtherKind(source.Name, publication, what, other) : null;
    }

    private static (string Kind, string Publication)? Seeming(IEnumerable<SheetRow> rows, string kind)
    {
        var above = new List<SheetRow>();
        foreach (SheetRow row in rows.Take(Header.Within))
        {
            string[] titles = [.. row.Cells.Select(Titles.Plain)];
            if (kind != "ncci-ptp" && titles is ["Column 1", "Column 2", ..])
            {
                return ("ncci-ptp", "the NCCI procedure-to-procedure edits");
            }

            if (kind != "ncci-mue" && titles.Any(MueValues().IsMatch))
            {
                return ("ncci-mue", "the medically unlikely edits");
            }

            Layout? fitting = PublishedLayouts.All.FirstOrDefault(layout => layout.IsTelling && layout.Kind != kind && Header.Of(layout, above, row) is { Missing: null });
            if (fitting is not null)
            {
                return (fitting.Kind, fitting.Publication);
            }

            above.Add(row);
        }

        return null;
    }

    private static (string Kind, string Publication)? SeemingFixed(ImportRun run, TableSource source, string kind)
    {
        string start = "";
        run.ReadStart(source, text => start = text);
        Layout? fitting = PublishedLayouts.All.FirstOrDefault(layout => layout.Kind != kind && layout.Fixed?.Fits(start) == true);
        return fitting is null ? null : (fitting.Kind, fitting.Publication);
    }

    [GeneratedRegex("MUE Values?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MueValues();
}
