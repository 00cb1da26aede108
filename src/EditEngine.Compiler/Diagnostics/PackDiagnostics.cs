using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Packs, their folders and files: EDIT07nn.</summary>
internal static class PackDiagnostics
{
    private static readonly DiagnosticDescriptor ScopesMeetText = new(
        "EDIT0720", Severity.Error, "Two overrides meet", "@{1} of edit {0} is set here and at {2}, and both hold for a claim with {3}.", "Of two scopes, the one that names the higher level, or more levels, wins; these are equal.", "Make one of them more specific, or give both one value.");

    private static readonly DiagnosticDescriptor NotPinnedText = new(
        "EDIT0718", Severity.Warning, "Base edit not pinned", "The base edit {0} is changed here and not pinned.", null, "Run 'edits pin' and commit pack.lock, so that a changed base asks for review.");

    private static readonly DiagnosticDescriptor BaseChangedText = new(
        "EDIT0719", Severity.Error, "Base edit changed", "The base edit {0} does not mean what it meant when it was pinned.", null, "Review what changed, then run 'edits pin' and commit pack.lock.");

    private static readonly DiagnosticDescriptor PathNotFoundText = new(
        "EDIT0701", Severity.Error, "Nothing there", "There is no folder or file '{0}'.", null, "Did you mean '{1}'?");

    private static readonly DiagnosticDescriptor NotARuleFileText = new(
        "EDIT0702", Severity.Error, "Not a rule file", "'{0}' is no rule file.", "Rules are read from a folder or from a '.edit' file.");

    private static readonly DiagnosticDescriptor NoRuleFilesText = new(
        "EDIT0703", Severity.Error, "No rule files", "The folder '{0}' holds no '.edit' file.", "A pack is a folder with its rules in '.edit' files.");

    private static readonly DiagnosticDescriptor UnreadableText = new(
        "EDIT0704", Severity.Error, "File cannot be read", "The file cannot be read: {0}");

    private static readonly DiagnosticDescriptor SeveralPacksText = new(
        "EDIT0705", Severity.Error, "A folder of packs", "The folder '{0}' has no pack clause of its own; in it lie {1}.", null, "Name the folder of one of them.");

    private static readonly DiagnosticDescriptor TwoPackClausesText = new(
        "EDIT0706", Severity.Error, "Two pack clauses", "A second pack clause stands here; the first is at {0}.", "A pack is a folder with one pack clause.",
        "Move one of the packs into a folder of its own.");

    private static readonly DiagnosticDescriptor BaseNotFoundText = new(
        "EDIT0707", Severity.Error, "Unknown pack", "No pack below '{1}' is called '{0}'.", "Packs found there: {2}.", "Did you mean '{3}'?");

    private static readonly DiagnosticDescriptor NoRootText = new(
        "EDIT0708", Severity.Error, "No root of packs", "To find the pack '{0}', a folder above this one must hold a file 'edits.json'; none does.", null,
        "Put a file 'edits.json' that holds {{}} into the folder in which all packs lie.");

    private static readonly DiagnosticDescriptor BaseTwiceText = new(
        "EDIT0709", Severity.Error, "Two packs of one name", "The pack '{0}' is found more than once: {1}.", "A name stands for one pack below the folder with 'edits.json'.");

    private static readonly DiagnosticDescriptor CircleText = new(
        "EDIT0710", Severity.Error, "Packs in a circle", "The packs extend one another in a circle: {0}.", "A pack may extend another that does not extend it.");

    private static readonly DiagnosticDescriptor Utf16Text = new(
        "EDIT0711", Severity.Error, "File in UTF-16", "The file is written in UTF-16.", "Files are read as UTF-8.", "Save it again with the encoding UTF-8.");

    private static readonly DiagnosticDescriptor NotUtf8Text = new(
        "EDIT0712", Severity.Error, "Character not in UTF-8", "The byte {0:X2} here is no part of a UTF-8 text.", "Files are read as UTF-8.",
        "Save the file again with the encoding UTF-8.");

    private static readonly DiagnosticDescriptor NotTextText = new(
        "EDIT0713", Severity.Error, "File without text", "The file holds a zero byte here: it is no text.");

    private static readonly DiagnosticDescriptor RaggedRowText = new(
        "EDIT0714", Severity.Error, "Row does not fit the header", "The row has {0} cells; the header has {1}.", "Rows of the file that do not fit: {2}.",
        "Put a cell that holds the separator into double quotes.");

    private static readonly DiagnosticDescriptor NotATableText = new(
        "EDIT0715", Severity.Error, "Not a table", "The file cannot be read as a table: {0}");

    private static readonly DiagnosticDescriptor AbsoluteNameText = new(
        "EDIT0716", Severity.Error, "File name from the root", "The file name \"{0}\" starts at the root of this computer.", "File names are relative to the rule file's folder.");

    private static readonly DiagnosticDescriptor UnclosedQuoteText = new(
        "EDIT0717", Severity.Error, "Quote never closed", "The double quote of this row is never closed.", null, "Close it, or write a quote inside of a cell twice.");

    private static readonly DiagnosticDescriptor NotSettingsText = new(
        "EDIT0721", Severity.Error, "Settings cannot be read", "The settings of the packs cannot be read: {0}.", "edits.json is one JSON object, as {{}} or {{ \"freshWithin\": {{ \"fees.table\": \"4 months\" }} }}.");

    private static readonly DiagnosticDescriptor UnknownSettingText = new(
        "EDIT0722", Severity.Error, "Unknown setting", "There is no setting '{0}'.", "Settings are {1}.", "Did you mean '{2}'?");

    private static readonly DiagnosticDescriptor NotAnAgeText = new(
        "EDIT0723", Severity.Error, "No age of a table", "'{0}' is no age of a table.", "It is a number and days, weeks, months or years, as \"4 months\".");

    private static readonly DiagnosticDescriptor NoTableFileText = new(
        "EDIT0724", Severity.Error, "No such table file", "No file '{0}' lies below the folder with 'edits.json'.", "Tables are named by their files, without folders.", "Did you mean '{1}'?");

    private static readonly DiagnosticDescriptor OutsideOfPacksText = new(
        "EDIT0790", Severity.Error, "File outside of the packs", "The file \"{0}\" lies outside of the packs' folder, or a link leads out of it.",
        "A pack reads files below the folder with 'edits.json', or without one below its own folder.", "Put the file there.");

    private static readonly DiagnosticDescriptor NotAnOrdinaryFileText = new(
        "EDIT0791", Severity.Error, "Not an ordinary file", "\"{0}\" is {1}.", "Rules and tables are read from ordinary files.");

    private static readonly DiagnosticDescriptor FileTooLongText = new(
        "EDIT0792", Severity.Error, "File longer than its kind may be", "The file \"{0}\" has {1} bytes.", "At most {2} are read of a file of its kind.",
        "Import a long list as a table ('edits import'), or split the file.");

    private static readonly DiagnosticDescriptor RowsChangedText = new(
        "EDIT0793", Severity.Note, "Rows changed since the pin", "The rows of {0} changed since the pin.", "Base edits that are changed here look them up; their text is what it was.",
        "Look at what changed ('edits tables diff'), and run 'edits pin' when it is reviewed.");

    private static readonly DiagnosticDescriptor OldLockText = new(
        "EDIT0794", Severity.Warning, "Pins of an older form", "pack.lock is of an older form, or of none: its pins are not compared.", "Its first line says the number of its form.",
        "Run 'edits pin', review it as a diff and commit pack.lock.");

    private static readonly DiagnosticDescriptor NewLockText = new(
        "EDIT0795", Severity.Warning, "Pins of a later form", "pack.lock is of form {0}: its pins are not compared.", "This version reads form {1}.",
        "Use the version of 'edits' that wrote it.");

    /// <summary>Neither a folder nor a file.</summary>
    public static Diagnostic PathNotFound(string path, string? nearest) => PathNotFoundText.At(new FilePlace(path), path, nearest);

    /// <summary>A file of another kind.</summary>
    public static Diagnostic NotARuleFile(string path) => NotARuleFileText.At(new FilePlace(path), path);

    /// <summary>A folder without rules.</summary>
    public static Diagnostic NoRuleFiles(string path) => NoRuleFilesText.At(new FilePlace(path), path);

    /// <summary>The system refuses to read a file or folder.</summary>
    public static Diagnostic Unreadable(string file, string reason) => UnreadableText.At(new FilePlace(file), reason);

    /// <summary>A folder in which packs lie, and that is none.</summary>
    public static Diagnostic SeveralPacks(string path, IEnumerable<string> packs) => SeveralPacksText.At(new FilePlace(path), path, string.Join(", ", packs));

    /// <summary>Two pack clauses in one folder.</summary>
    public static Diagnostic TwoPackClauses(SourceSpan place, SourceSpan first) => TwoPackClausesText.At(place, first);

    /// <summary>The pack after extends is not there.</summary>
    public static Diagnostic BaseNotFound(SourceSpan place, string name, string root, IReadOnlyCollection<string> found) =>
        BaseNotFoundText.At(place, name, root, found.Count == 0 ? "none" : string.Join(", ", found), NearestName.Of(name, found));

    /// <summary>There is no tree of packs to look in.</summary>
    public static Diagnostic NoRoot(SourceSpan place, string name) => NoRootText.At(place, name);

    /// <summary>The pack after extends is there twice.</summary>
    public static Diagnostic BaseTwice(SourceSpan place, string name, IEnumerable<string> files) => BaseTwiceText.At(place, name, string.Join(", ", files));

    /// <summary>Packs that extend one another.</summary>
    public static Diagnostic Circle(SourceSpan place, IEnumerable<string> names) => CircleText.At(place, string.Join(" → ", names));

    /// <summary>A file in UTF-16.</summary>
    public static Diagnostic Utf16(Place place) => Utf16Text.At(place);

    /// <summary>A byte that is not UTF-8.</summary>
    public static Diagnostic NotUtf8(Place place, byte value) => NotUtf8Text.At(place, value);

    /// <summary>A file that is no text.</summary>
    public static Diagnostic NotText(Place place) => NotTextText.At(place);

    /// <summary>A row of more or fewer cells than the header.</summary>
    public static Diagnostic RaggedRow(TablePlace place, int cells, int header, int rows) => RaggedRowText.At(place, cells, header, rows > 1 ? rows : null);

    /// <summary>A file that the reader of tables gives up on.</summary>
    public static Diagnostic NotATable(TablePlace place, string reason) => NotATableText.At(place, reason);

    /// <summary>A file name that is not relative.</summary>
    public static Diagnostic AbsoluteName(SourceSpan place, string name) => AbsoluteNameText.At(place, name);

    /// <summary>A quote that runs to the end of the file.</summary>
    public static Diagnostic UnclosedQuote(TablePlace place) => UnclosedQuoteText.At(place);

    /// <summary>A base edit that a pack changes and has not pinned.</summary>
    public static Diagnostic NotPinned(SourceSpan place, string edit) => NotPinnedText.At(place, edit);

    /// <summary>A base edit that means something else than when it was pinned.</summary>
    public static Diagnostic BaseChanged(SourceSpan place, string edit) => BaseChangedText.At(place, edit);

    /// <summary>Two overrides of equal rank whose scopes meet and whose values differ.</summary>
    public static Diagnostic ScopesMeet(SourceSpan place, string edit, string parameter, SourceSpan other, string claim) =>
        ScopesMeetText.At(place, edit, parameter.TrimStart('@'), other, claim);

    /// <summary>An edits.json that is something else.</summary>
    public static Diagnostic NotSettings(SourceSpan place, string what) => NotSettingsText.At(place, what);

    /// <summary>A member of edits.json that says nothing.</summary>
    public static Diagnostic UnknownSetting(SourceSpan place, string name, IReadOnlyCollection<string> known) =>
        UnknownSettingText.At(place, name, string.Join(", ", known), NearestName.Of(name, known));

    /// <summary>A value that is no number of days, weeks, months or years.</summary>
    public static Diagnostic NotAnAge(SourceSpan place, string value) => NotAnAgeText.At(place, value);

    /// <summary>A setting for a file that is not there.</summary>
    public static Diagnostic NoTableFile(SourceSpan place, string file, string? nearest) => NoTableFileText.At(place, file, nearest);

    /// <summary>Rows that pinned edits look up are others than when they were pinned.</summary>
    public static Diagnostic RowsChanged(string file, string table) => RowsChangedText.At(new FilePlace(file), table);

    /// <summary>A lock without a form, or with an older one.</summary>
    public static Diagnostic OldLock(string file) => OldLockText.At(new FilePlace(file));

    /// <summary>A lock that a later version wrote.</summary>
    public static Diagnostic NewLock(string file, int form, int current) => NewLockText.At(new FilePlace(file), form, current);

    /// <summary>A file that no pack may read. What it holds is not said, nor whether it is there.</summary>
    public static Diagnostic OutsideOfPacks(Place place, string name) => OutsideOfPacksText.At(place, name);

    /// <summary>A folder, a pipe, a socket or a device.</summary>
    public static Diagnostic NotAnOrdinaryFile(Place place, string name, string kind) => NotAnOrdinaryFileText.At(place, name, kind);

    /// <summary>A file that is longer than any of its kind is.</summary>
    public static Diagnostic FileTooLong(Place place, string name, long length, long most) => FileTooLongText.At(place, name, Grouped(length), Grouped(most));

    private static string Grouped(long number) => number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
}
