using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Analysis.Reference;

/// <summary>What can be wrong with reference tables over time: EDIT21nn.</summary>
internal static class ReferenceDiagnostics
{
    private static readonly DiagnosticDescriptor StaleText = new("EDIT2101", Severity.Error,
        Title: "Table out of date",
        Seen: "No row of {0} (\"{1}\") is in force on {2:yyyy-MM-dd}: {3}.",
        Fits: "Every table that the pack reads has rows on the day asked for.",
        Help: "Import the release that holds on that day.");

    private static readonly DiagnosticDescriptor OtherKeysText = new("EDIT2102", Severity.Error,
        Title: "Tables of other keys",
        Seen: "The key columns of '{0}' are {1}; those of '{2}' are {3}.",
        Fits: "Tables are compared key by key.",
        Help: "Import both with the same columns as keys.");

    private static readonly DiagnosticDescriptor MissingText = new("EDIT2103", Severity.Warning,
        Title: "Release missing",
        Seen: "No row is in force from {0} through {1}, {2}.",
        Help: "Import the release of those days too; what it changed is not seen here.");

    private static readonly DiagnosticDescriptor OrderText = new("EDIT2104", Severity.Warning,
        Title: "Tables out of order",
        Seen: "The newest row of the new table begins on {0}, before that of the old one on {1}.",
        Help: "Name the older file first.");

    private static readonly DiagnosticDescriptor OtherColumnsText = new("EDIT2105", Severity.Warning,
        Title: "Columns not compared",
        Seen: "Only the {0} table has the columns {1}.",
        Fits: "Columns of one name and type are compared.");

    private static readonly DiagnosticDescriptor EndsSoonerText = new("EDIT2106", Severity.Warning,
        Title: "New table ends sooner",
        Seen: "The last day of the new table is {0}; of the old one it is {1}.",
        Help: "See whether the file is whole, and whether the order is right.");

    private static readonly DiagnosticDescriptor NotReadText = new("EDIT2107", Severity.Warning,
        Title: "Table not read by the pack",
        Seen: "No table or code set of the pack {0} is read from '{1}' or '{2}'.",
        Fits: "A table of a pack is known by the name of its file, or its own name.");

    private static readonly DiagnosticDescriptor NotFreshText = new("EDIT2108", Severity.Error,
        Title: "Table not fresh",
        Seen: "The newest row of {0} (\"{1}\") {2}.",
        Fits: "edits.json wants it fresh within {3}.",
        Help: "Import the newest release.");

    internal static Diagnostic NotFresh(ReferenceTable table, string why, string age) => NotFreshText.At(table.Place, table.Name, table.File, why, age);

    internal static Diagnostic Stale(ReferenceTable table, DateOnly date, string why) =>
        StaleText.At(table.Place, table.Name, table.File ?? "rows in the rules", date, why);

    internal static Diagnostic OtherKeys(Table old, Table latest) => OtherKeysText.At(null, old.Name, KeysOf(old), latest.Name, KeysOf(latest));

    internal static Diagnostic Missing(DaySpan days, string where) => MissingText.At(null, DaySpan.Text(days.From), DaySpan.Text(days.Through), where);

    internal static Diagnostic Order(int newest, int newestBefore) => OrderText.At(null, DaySpan.Text(newest), DaySpan.Text(newestBefore));

    internal static Diagnostic OtherColumns(string which, IEnumerable<string> columns) => OtherColumnsText.At(null, which, string.Join(", ", columns));

    internal static Diagnostic EndsSooner(int through, int before) => EndsSoonerText.At(null, DaySpan.Text(through), DaySpan.Text(before));

    /// <summary>A pack that reads neither of two files.</summary>
    public static Diagnostic NotRead(string pack, string old, string latest) => NotReadText.At(null, pack, old, latest);

    private static string KeysOf(Table table) =>
        string.Join(", ", table.Columns.Where(column => column.IsKey).Select(column => $"{column.Name} ({(column.Type == ColumnType.Code ? column.System.ToString() : column.Type.ToString())})"));
}
