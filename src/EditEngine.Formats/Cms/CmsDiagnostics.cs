using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>What can be wrong with files of rows.</summary>
internal static partial class CmsDiagnostics
{
    private const string ExportAsText = "Export the column as text, or use the publisher's own file.";

    private static readonly DiagnosticDescriptor CannotReadText = new("EDIT6001", Severity.Error,
        Title: "File cannot be read",
        Seen: "The file cannot be read: {0}");

    private static readonly DiagnosticDescriptor EmptyText = new("EDIT6002", Severity.Error,
        Title: "File without rows",
        Seen: "The file has no rows.");

    private static readonly DiagnosticDescriptor WrongKindText = new("EDIT6003", Severity.Error,
        Title: "Not a text file",
        Seen: "The file is {0}.",
        Fits: "Rows are read from text files in UTF-8 or Windows-1252, plain or gzip, and published ones also from workbooks (.xlsx) and zip archives.",
        Help: "{1}");

    private static readonly DiagnosticDescriptor NoHeaderText = new("EDIT6004", Severity.Error,
        Title: "Header not found",
        Seen: "None of the first {0} lines is the header of {1}.",
        Fits: "It has the columns {2}.");

    private static readonly DiagnosticDescriptor ColumnMissingText = new("EDIT6005", Severity.Error,
        Title: "Column missing",
        Seen: "The header has no column '{0}'.",
        Fits: "Its columns are {1}.");

    private static readonly DiagnosticDescriptor CellCountText = new("EDIT6006", Severity.Error,
        Title: "Row of another length",
        Seen: "The row has {0} cells.",
        Fits: "The header has {1} columns.");

    private static readonly DiagnosticDescriptor NotACodeText = new("EDIT6007", Severity.Error,
        Title: "Not a code",
        Seen: "'{0}' is not a {1} code.");

    private static readonly DiagnosticDescriptor LostZerosText = new("EDIT6008", Severity.Error,
        Title: "Leading zeros lost",
        Seen: "'{0}' is too short for a {1} code and has only digits: zeros before it seem lost.",
        Help: ExportAsText);

    private static readonly DiagnosticDescriptor NotADateText = new("EDIT6009", Severity.Error,
        Title: "Not a date",
        Seen: "'{0}' is not a date.",
        Fits: "Dates are written as 20240401 or 2024-04-01{1}.");

    private static readonly DiagnosticDescriptor NotANumberText = new("EDIT6010", Severity.Error,
        Title: "Not a number",
        Seen: "'{0}' is not a number.",
        Fits: "{1}");

    private static readonly DiagnosticDescriptor NotYesNoText = new("EDIT6011", Severity.Error,
        Title: "Neither yes nor no",
        Seen: "'{0}' is neither yes nor no.",
        Fits: "Y, N, yes and no are.");

    private static readonly DiagnosticDescriptor DatesAssumedText = new("EDIT6012", Severity.Warning,
        Title: "Dates assumed",
        Seen: "{0} rows have no effective date.",
        Fits: "Each is taken to begin the day after the same pair's previous deletion, else on 1996-01-01, or on its deletion date where its indicator is 9; these rows are marked as assumed.",
        Help: "Import the publisher's own file, which has the dates.");

    private static readonly DiagnosticDescriptor ReleasesDifferText = new("EDIT6013", Severity.Error,
        Title: "Files of different releases",
        Seen: "The file is of {0}, others are of {1}.",
        Fits: "One import takes the files of one release and one kind.");

    private static readonly DiagnosticDescriptor PartMissingText = new("EDIT6014", Severity.Warning,
        Title: "Part missing",
        Seen: "Part {0} of the release is not among the files.");

    private static readonly DiagnosticDescriptor SameFileText = new("EDIT6015", Severity.Error,
        Title: "Same file twice",
        Seen: "The file is for the same {0} as '{1}'.",
        Fits: "Each release of a setting is given once.");

    private static readonly DiagnosticDescriptor NoEffectiveDateText = new("EDIT6016", Severity.Error,
        Title: "Effective date not found",
        Seen: "Neither the notice nor the name of the file says from when it holds.",
        Fits: "Such files are named as '{0}'.",
        Help: "Give the effective date with the import.");

    private static readonly DiagnosticDescriptor NoSettingText = new("EDIT6017", Severity.Error,
        Title: "Setting not found",
        Seen: "Neither the header nor the name of the file says for which setting the values are.",
        Fits: "Settings are practitioner services, outpatient hospital services and DME supplier services.");

    private static readonly DiagnosticDescriptor TooManyRefusedText = new("EDIT6018", Severity.Error,
        Title: "Too many rows refused",
        Seen: "{0} of {1} rows were refused, so no table is made.",
        Fits: "At most one row in a hundred may be refused.");

    private static readonly DiagnosticDescriptor ColumnReadAsText = new("EDIT6019", Severity.Note,
        Title: "Column type inferred",
        Seen: "Column '{0}' is read as {1}: {2}.");

    private static readonly DiagnosticDescriptor BadColumnsText = new("EDIT6020", Severity.Error,
        Title: "Columns do not make a table",
        Seen: "{0}");

    private static readonly DiagnosticDescriptor KeyMissingText = new("EDIT6021", Severity.Error,
        Title: "Key missing",
        Seen: "The first key cell of the row is empty.");

    public static Diagnostic CannotRead(string file, string reason) => CannotReadText.At(new TablePlace(file, 0, null), reason);

    public static Diagnostic Empty(string file) => EmptyText.At(new TablePlace(file, 0, null));

    public static Diagnostic WrongKind(string file, string kind, string? help) => WrongKindText.At(new TablePlace(file, 0, null), kind, help);

    public static Diagnostic NoHeader(string file, int lines, string layout, string columns) =>
        NoHeaderText.At(new TablePlace(file, 0, null), lines, layout, columns);

    public static Diagnostic ColumnMissing(string file, long row, string column, string columns) =>
        ColumnMissingText.At(new TablePlace(file, row, null), column, columns);

    public static Diagnostic CellCount(string file, long row, int cells, int columns) => CellCountText.At(new TablePlace(file, row, null), cells, columns);

    public static Diagnostic NotADate(TablePlace place, string text, bool starAllowed = false) =>
        NotADateText.At(place, text, starAllowed ? ", a row still in force has *" : "");

    public static Diagnostic NotANumber(TablePlace place, string text, string? fits) => NotANumberText.At(place, text, fits);

    public static Diagnostic DatesAssumed(long rows) => DatesAssumedText.At(null, rows);

    public static Diagnostic ReleasesDiffer(string file, string release, string other) =>
        ReleasesDifferText.At(new TablePlace(file, 0, null), release, other);

    public static Diagnostic PartMissing(string part) => PartMissingText.At(null, part);

    public static Diagnostic SameFile(string file, string of, string other) => SameFileText.At(new TablePlace(file, 0, null), of, other);

    public static Diagnostic NoEffectiveDate(string file, string example) => NoEffectiveDateText.At(new TablePlace(file, 0, null), example);

    public static Diagnostic NoSetting(string file) => NoSettingText.At(new TablePlace(file, 0, null));

    public static Diagnostic TooManyRefused(long refused, long read) => TooManyRefusedText.At(null, refused, read);

    public static Diagnostic ColumnReadAs(string file, string column, string type, string reason) =>
        ColumnReadAsText.At(new TablePlace(file, 0, column), column, type, reason);

    public static Diagnostic BadColumns(string file, string reason) => BadColumnsText.At(new TablePlace(file, 0, null), reason);

    public static Diagnostic NotACode(TablePlace place, string text, string system) => NotACodeText.At(place, text, system);

    public static Diagnostic KeyMissing(TablePlace place) => KeyMissingText.At(place);

    /// <summary>A cell that is none of its column.</summary>
    public static Diagnostic Misfit(TablePlace place, CellMisfit misfit, string text, CodeSystem system) => misfit switch
    {
        CellMisfit.LostZeros => LostZerosText.At(place, text, SystemNames.Of(system)),
        CellMisfit.Number => NotANumber(place, text, "Numbers have digits and at most one point, without thousands separators, eighteen digits in all."),
        CellMisfit.Date => NotADate(place, text),
        CellMisfit.YesNo => NotYesNoText.At(place, text),
        _ => NotACodeText.At(place, text, SystemNames.Of(system)),
    };
}
