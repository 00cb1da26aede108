using EditEngine.Diagnostics;

namespace EditEngine.Tables;

/// <summary>What can be wrong with the rows of a table, and with a table file.</summary>
internal static class TableDiagnostics
{
    private static readonly DiagnosticDescriptor OverlapText = new("EDIT0451", Severity.Error,
        Title: "Rows overlap",
        Seen: "'{0}' has two rows in force on {1:yyyy-MM-dd}: this one and the one at {2}.",
        Fits: "A key has at most one row on any day.",
        Help: "End the earlier row the day before the later one begins.");

    private static readonly DiagnosticDescriptor KeyTwiceText = new("EDIT0456", Severity.Error,
        Title: "Key twice",
        Seen: "'{0}' has two rows that differ: this one and the one at {1}.",
        Fits: "A table without dates has one row a key.",
        Help: "Keep one of the two, or say on which days each holds, as in 'dated effective .. deleted'.");

    private static readonly DiagnosticDescriptor EndsBeforeItBeginsText = new("EDIT0452", Severity.Error,
        Title: "Row ends before it begins",
        Seen: "The row of '{0}' begins on {1:yyyy-MM-dd} and ends on {2:yyyy-MM-dd}.",
        Fits: "A row ends on the day it begins or later; one that was never in force may end the day before it begins.");

    private static readonly DiagnosticDescriptor DuplicateText = new("EDIT0453", Severity.Warning,
        Title: "Row repeated",
        Seen: "This row of '{0}' is the same as the one at {1} and is left out.");

    private static readonly DiagnosticDescriptor CodeDoesNotFitText = new("EDIT0454", Severity.Error,
        Title: "Not a code",
        Seen: "'{0}' cannot be a code.",
        Fits: "A code has at most eleven letters and digits, without blanks and signs.");

    private static readonly DiagnosticDescriptor NumberTooLongText = new("EDIT0455", Severity.Error,
        Title: "Number too long",
        Seen: "The number {0} needs more than eighteen digits beside the {1} decimals of its column.");

    private static readonly DiagnosticDescriptor MoreText = new("EDIT0459", Severity.Note,
        Title: "More of the same",
        Seen: "{0} more problems of the kind {1} are counted and not listed.");

    private static readonly DiagnosticDescriptor CannotOpenText = new("EDIT0461", Severity.Error,
        Title: "Table file cannot be opened",
        Seen: "The table file cannot be opened: {0}");

    private static readonly DiagnosticDescriptor NotATableText = new("EDIT0462", Severity.Error,
        Title: "Not a table file",
        Seen: "The file is not a '.table' file.",
        Fits: "Table files are made by 'edits import'.");

    private static readonly DiagnosticDescriptor OtherVersionText = new("EDIT0463", Severity.Error,
        Title: "Table file of another version",
        Seen: "The table file has version {0}.",
        Fits: "This program reads version {1}.",
        Help: "Import the table again.");

    private static readonly DiagnosticDescriptor CutOffText = new("EDIT0464", Severity.Error,
        Title: "Table file cut off",
        Seen: "The table file has {0} bytes.",
        Fits: "It was written with {1}.",
        Help: "Copy the file again, or import the table again.");

    private static readonly DiagnosticDescriptor DamagedText = new("EDIT0465", Severity.Error,
        Title: "Table file damaged",
        Seen: "The content of the table file is not what was written: {0}.",
        Help: "Copy the file again, or import the table again.");

    private static readonly DiagnosticDescriptor NoPrivateCopyText = new("EDIT0490", Severity.Error,
        Title: "No room for a private copy",
        Seen: "The table file needs a private copy in '{0}', which cannot be made: {1}",
        Fits: "A long table file is copied once into the temporary folder, so that nothing that is written to it later changes the table.",
        Help: "Make room there, name another folder in TMPDIR, or map files that are only ever replaced by renaming in place.");

    public static Diagnostic Overlap(TablePlace place, string key, int day, TablePlace other) =>
        OverlapText.At(place, key, Shown(day), other);

    public static Diagnostic KeyTwice(TablePlace place, string key, TablePlace other) => KeyTwiceText.At(place, key, other);

    public static Diagnostic EndsBeforeItBegins(TablePlace place, string key, int from, int through) =>
        EndsBeforeItBeginsText.At(place, key, Shown(from), Shown(through));

    public static Diagnostic Duplicate(TablePlace place, string key, TablePlace other) => DuplicateText.At(place, key, other);

    public static Diagnostic CodeDoesNotFit(TablePlace place, string text) => CodeDoesNotFitText.At(place, text);

    public static Diagnostic NumberTooLong(TablePlace place, string number, int scale) => NumberTooLongText.At(place, number, scale);

    public static Diagnostic More(long count, string id) => MoreText.At(null, count, id);

    public static Diagnostic CannotOpen(string file, string reason) => CannotOpenText.At(new FilePlace(file), reason);

    public static Diagnostic NotATable(string file) => NotATableText.At(new FilePlace(file));

    public static Diagnostic OtherVersion(string file, uint version) => OtherVersionText.At(new FilePlace(file), version, TableImage.Version);

    public static Diagnostic CutOff(string file, long length, ulong expected) => CutOffText.At(new FilePlace(file), length, expected);

    public static Diagnostic Damaged(string file, string what) => DamagedText.At(new FilePlace(file), what);

    public static Diagnostic NoPrivateCopy(string file, string folder, string reason) => NoPrivateCopyText.At(new FilePlace(file), folder, reason);

    private static DateOnly Shown(int day) =>
        DateOnly.FromDayNumber(Math.Clamp(day, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
