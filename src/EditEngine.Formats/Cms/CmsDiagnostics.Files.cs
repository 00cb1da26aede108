using EditEngine.Diagnostics;

namespace EditEngine.Formats.Cms;

/// <summary>What can be wrong with published files as wholes, and what spreadsheets make of their cells.</summary>
internal static partial class CmsDiagnostics
{
    private static readonly DiagnosticDescriptor OtherKindText = new("EDIT6022", Severity.Error,
        Title: "File of another kind",
        Seen: "The file is not {0}: it seems to be {1}.",
        Help: "Import it with 'edits import {2}'.");

    private static readonly DiagnosticDescriptor NotInArchiveText = new("EDIT6023", Severity.Error,
        Title: "No such file in the archive",
        Seen: "None of the files in the archive is named as one of this kind; it has {0}.",
        Help: "Unpack it and give the file itself.");

    private static readonly DiagnosticDescriptor SpreadsheetMadeText = new("EDIT6024", Severity.Error,
        Title: "Cell changed by a spreadsheet",
        Seen: "'{0}' looks like {1}: a spreadsheet has read the cell and saved another.",
        Fits: "{2}",
        Help: ExportAsText);

    private static readonly DiagnosticDescriptor ZerosPutBackText = new("EDIT6025", Severity.Warning,
        Title: "Leading zeros put back",
        Seen: "'{0}' is read as '{1}': a spreadsheet seems to have taken the zeros before it.",
        Help: ExportAsText);

    private static readonly DiagnosticDescriptor ReleaseMissingText = new("EDIT6026", Severity.Warning,
        Title: "Release missing",
        Seen: "No release holds from {0} to {1}, between '{2}' and '{3}'.",
        Fits: "{4}",
        Help: "Import the releases between with the others.");

    private static readonly DiagnosticDescriptor OtherRowsText = new("EDIT6027", Severity.Note,
        Title: "Rows of another table",
        Seen: "{0} rows are set aside: they are {1}.");

    private static readonly DiagnosticDescriptor NoteRowsText = new("EDIT6028", Severity.Note,
        Title: "Notes among the rows",
        Seen: "{0} rows are set aside: they are notes, or stand for no code.");

    private static readonly DiagnosticDescriptor OnlyYearText = new("EDIT6029", Severity.Warning,
        Title: "Only the year known",
        Seen: "{0} rows say no more of a date than the year.",
        Fits: "Each is taken to begin on 1 January; these rows are marked as assumed.",
        Help: "Import the publisher's own file, which has the dates.");

    private static readonly DiagnosticDescriptor ZerosLostText = new("EDIT6030", Severity.Error,
        Title: "Zeros lost without a trace",
        Seen: "'{0}' is too short, codes have {1} signs or more: a spreadsheet took the zeros before it, and those of longer codes without a trace.",
        Fits: "No table is made, for other codes would be taken for what they are not.",
        Help: ExportAsText);

    private static readonly DiagnosticDescriptor NothingKeptText = new("EDIT6031", Severity.Error,
        Title: "No row of the table",
        Seen: "All {0} rows are set aside, so no table is made.",
        Help: "Import the file that has the rows, or name the kind it is of.");

    private static readonly DiagnosticDescriptor LastLineOpenText = new("EDIT6032", Severity.Warning,
        Title: "Last line without an end",
        Seen: "The last line does not end with a line break, as those of publishers do: the file may be cut off, and rows or a part of the last may be missing.",
        Help: "Compare its end with the publisher's own file, or fetch it again.");

    private static readonly DiagnosticDescriptor OtherEffectiveDateText = new("EDIT6033", Severity.Error,
        Title: "Another effective date",
        Seen: "The file says that it holds from {0}, and --effective says {1}.",
        Fits: "--effective is for files that do not say from when they hold.",
        Help: "Leave it out; where the file is named wrongly, rename it.");

    private static readonly DiagnosticDescriptor OptionNotTakenText = new("EDIT6034", Severity.Error,
        Title: "Option that this import cannot take",
        Seen: "'{0}' would change nothing here: {1}.",
        Help: "Leave it out.");

    private static readonly DiagnosticDescriptor ErrorInCellText = new("EDIT6035", Severity.Error,
        Title: "Error of a formula in a cell",
        Seen: "The cell holds '{0}': its formula came to nothing.",
        Help: "Put the value into the cell, or empty it, and save the file anew.");

    private static readonly DiagnosticDescriptor PastBoundText = new("EDIT6070", Severity.Error,
        Title: "Larger than any published file",
        Seen: "{0}",
        Fits: "A file of a few kilobytes can unpack to endless rows: what no publisher's file comes near is not read.",
        Help: "Delete what lies far below or beside the rows, unpack the archive, or split the file.");

    public static Diagnostic PastBound(string file, string what) => PastBoundText.At(new TablePlace(file, 0, null), what);

    public static Diagnostic OtherKind(string file, string expected, string seeming, string kind) =>
        OtherKindText.At(new TablePlace(file, 0, null), expected, seeming, kind);

    public static Diagnostic NotInArchive(string file, string names) => NotInArchiveText.At(new TablePlace(file, 0, null), names);

    public static Diagnostic SpreadsheetMade(TablePlace place, string text, string trace) => SpreadsheetMadeText.At(place, text, trace, null);

    public static Diagnostic SpreadsheetMadeDay(TablePlace place, string text, string trace) => SpreadsheetMadeText.At(place, text, trace, "Dates are written as 20240401 or 2024-04-01.");

    public static Diagnostic ZerosPutBack(TablePlace place, string seen, string text) => ZerosPutBackText.At(place, seen, text);

    /// <summary>Days between two releases that neither speaks of; where rows say their own days, those that both releases have go on.</summary>
    public static Diagnostic ReleaseMissing(string from, string through, string before, string after, bool rowsAreDated) =>
        ReleaseMissingText.At(null, from, through, before, after, rowsAreDated
            ? "Rows hold as the later release says; those that it no longer has end with the release before."
            : "Nothing is known of these days: rows of the release before end with it.");

    public static Diagnostic OtherEffectiveDate(string file, string said, string given) => OtherEffectiveDateText.At(new TablePlace(file, 0, null), said, given);

    public static Diagnostic ErrorInCell(TablePlace place, string text) => ErrorInCellText.At(place, text);

    public static Diagnostic OptionNotTaken(string option, string why) => OptionNotTakenText.At(null, option, why);

    public static Diagnostic OtherRows(string file, long rows, string what) => OtherRowsText.At(new TablePlace(file, 0, null), rows, what);

    public static Diagnostic NoteRows(string file, long rows) => NoteRowsText.At(new TablePlace(file, 0, null), rows);

    public static Diagnostic ZerosLost(TablePlace place, string text, int shortest) => ZerosLostText.At(place, text, shortest);

    public static Diagnostic NothingKept(long rows) => NothingKeptText.At(null, rows);

    public static Diagnostic LastLineOpen(string file) => LastLineOpenText.At(new TablePlace(file, 0, null));

    public static Diagnostic OnlyYear(long rows) => OnlyYearText.At(null, rows);
}
