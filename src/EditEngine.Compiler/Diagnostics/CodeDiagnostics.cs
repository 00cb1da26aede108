using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Codes and tables: EDIT04nn.</summary>
internal static class CodeDiagnostics
{
    private static readonly DiagnosticDescriptor NotOfSystemText = new(
        "EDIT0401", Severity.Error, "Not a code of this kind", "'{0}' is not a {1} code.", "{1} codes are {2}.", "{3}");

    private static readonly DiagnosticDescriptor BadRangeText = new(
        "EDIT0402", Severity.Error, "Not a range of codes", "'{0}' is no range of {1} codes.", "Both ends of a range have one pattern, and the first is the smaller.", "Write '{2}'.");

    private static readonly DiagnosticDescriptor TableFileText = new(
        "EDIT0403", Severity.Error, "Table file not found", "The file \"{0}\" was not found.", "File names are relative to the rule file's folder.", "Nearest there: \"{1}\".");

    private static readonly DiagnosticDescriptor HeaderMissingText = new(
        "EDIT0404", Severity.Error, "Column not in the file", "The file \"{0}\" has no column '{1}'.", "Its header has {2}.", "Did you mean '{3}'? Else write '{1} from \"HEADER\"'.");

    private static readonly DiagnosticDescriptor KeyCountText = new(
        "EDIT0405", Severity.Error, "Wrong number of keys", "Table @{0} is looked up by {1}; values given here: {2}.");

    private static readonly DiagnosticDescriptor NoDateText = new(
        "EDIT0406", Severity.Error, "No date for a look-up", "This look-up names no thing whose date it could use.", null, "Add 'on DATE'.");

    private static readonly DiagnosticDescriptor CellText = new(
        "EDIT0407", Severity.Error, "Cell does not fit", "'{0}' is not {1}.", null, "{2}");

    private static readonly DiagnosticDescriptor HiddenInCellText = new(
        "EDIT0298", Severity.Error, "Hidden character in a cell", "The cell holds the character {0} ({1}): it is not seen, or turns or hides the text around it.", null, "Remove it.");

    private static readonly DiagnosticDescriptor ErrorInCellText = new(
        "EDIT0457", Severity.Error, "Error of a formula in a cell", "The cell holds '{0}': its formula came to nothing.", null, "Put the value into the cell, or empty it, and save the file anew.");

    private static readonly DiagnosticDescriptor EmptyFileText = new(
        "EDIT0408", Severity.Error, "Empty table file", "The file \"{0}\" has no header line.");

    private static readonly DiagnosticDescriptor MixedSetText = new(
        "EDIT0409", Severity.Error, "Set does not fit", "'{0}' does not fit into a set of {1}.");

    private static readonly DiagnosticDescriptor NotASetText = new(
        "EDIT0410", Severity.Error, "Not a set", "This is no set.", "A set is codes in braces, an @name, or sets joined by + - &.");

    private static readonly DiagnosticDescriptor OtherSystemText = new(
        "EDIT0411", Severity.Error, "Codes of another kind", "@{0} holds {1} codes; {2} codes fit here.");

    private static readonly DiagnosticDescriptor KeyTypeText = new(
        "EDIT0412", Severity.Error, "Key of this type", "Key column '{0}' is {1}.", "A key is a code, a text, or a number, units or a percent.", "Put the column after the keys, or give it the type of its codes.");

    private static readonly DiagnosticDescriptor NotInTableText = new(
        "EDIT0413", Severity.Error, "Code not in the code table", "There is no {1} code {0} in the pack's code table.", null, "Nearest there: {2}.");

    private static readonly DiagnosticDescriptor NotValidThenText = new(
        "EDIT0414", Severity.Warning, "Code not valid then", "{0} is valid {1}, and never {2}.", "A code is of use on the days that it can be billed.");

    private static readonly DiagnosticDescriptor CategoryText = new(
        "EDIT0415", Severity.Warning, "Category where codes fit", "{0} is a category with codes below it, and no claim can bill it.", null, "Write {0}* for all that lies under it.");

    private static readonly DiagnosticDescriptor NoCodeTableText = new(
        "EDIT0416", Severity.Error, "No code table", "The pack has no code table of {0} codes that 'is valid' could ask.", null, "Declare 'codes of {0} from \"FILE.table\"'.");

    private static readonly DiagnosticDescriptor FamilyUntoldText = new(
        "EDIT0417", Severity.Note, "No code table of this family", "The pack has no code table of {0}: every code with their pattern counts as valid here.");

    private static readonly DiagnosticDescriptor DatesDifferText = new(
        "EDIT0418", Severity.Error, "Which date a look-up uses", "This look-up's key names {0}, whose dates may differ.", "The rows of @{1} change with the date.", "Add 'on {2}.date', or ask for the same date before.");

    private static readonly DiagnosticDescriptor WorkbookText = new(
        "EDIT0422", Severity.Error, "Workbook of another form", "The file \"{0}\" is a workbook of a form that is not read.", "Files of codes and tables are CSV, '.xlsx', or '.table' made by 'edits import'.", "Save it as '.xlsx', or the sheet as CSV (UTF-8), and name that file.");

    private static readonly DiagnosticDescriptor NoRowsText = new(
        "EDIT0421", Severity.Warning, "File without rows", "The file \"{0}\" has a header line and no rows.", "What asks for its codes or rows finds none.");

    private static readonly DiagnosticDescriptor BlankCodeText = new(
        "EDIT0419", Severity.Error, "No code", "{0} is no code.", "What was not given is missing, and equals nothing.", "Write 'is missing' or 'is present'.");

    private static readonly DiagnosticDescriptor HeaderOrCodeText = new(
        "EDIT0430", Severity.Error, "Header or code", "The first line of the file begins with '{0}': is it the name of the column, or a {1} code?", "The first line of a list names its columns.", "Put a line 'code' above it, or name the column otherwise.");

    private static readonly DiagnosticDescriptor OtherKeyText = new(
        "EDIT0431", Severity.Error, "Key other than stored", "Table @{0} has the key {1} here, and {2} in its file.", "A '.table' file holds its own key.", "Leave 'key …' out, or write 'key' with the columns {2} in that order.");

    private static readonly DiagnosticDescriptor StoredOtherwiseText = new(
        "EDIT0432", Severity.Error, "Column other than stored", "Column '{0}' is {1} here, and {2} in its file.", "{3}", "{4}");

    private static readonly DiagnosticDescriptor NoKeyText = new(
        "EDIT0433", Severity.Error, "Table without key", "Table @{0} has no key.", "Only a '.table' file holds its own.", "Write 'key COLUMN : TYPE' for what its rows are looked up by.");

    /// <summary>A code that does not have its system's pattern.</summary>
    public static Diagnostic NotOfSystem(SourceSpan place, string text, string system, string pattern, string? mend = null) => NotOfSystemText.At(place, text, system, pattern, mend);

    /// <summary>A file of a spreadsheet program.</summary>
    public static Diagnostic Workbook(Place place, string file) => WorkbookText.At(place, file);

    /// <summary>A file of codes or a table that has nothing but its header.</summary>
    public static Diagnostic NoRows(Place place, string file) => NoRowsText.At(place, file);

    /// <summary>A blank or null where a code fits.</summary>
    public static Diagnostic BlankCode(SourceSpan place, string written) => BlankCodeText.At(place, written);

    /// <summary>A range whose ends differ in pattern or order.</summary>
    public static Diagnostic BadRange(SourceSpan place, string text, string system, string? meant = null) =>
        BadRangeText.At(place, text, system, meant) with { Fix = meant is null ? null : new Fix($"Write '{meant}'", place, meant) };

    /// <summary>A table or code file is not there.</summary>
    public static Diagnostic TableFile(Place place, string file, string? nearest) => TableFileText.At(place, file, nearest);

    /// <summary>A column has no header in the file.</summary>
    public static Diagnostic HeaderMissing(Place place, string file, string column, IEnumerable<string> headers) =>
        HeaderMissingText.At(place, file, column, string.Join(", ", headers), NearestName.Of(column, headers));

    /// <summary>A look-up with more or fewer keys than the table has.</summary>
    public static Diagnostic KeyCount(SourceSpan place, string table, string names, int given) => KeyCountText.At(place, table, names, given);

    /// <summary>A look-up without a date.</summary>
    public static Diagnostic NoDate(SourceSpan place) => NoDateText.At(place);

    /// <summary>A look-up by things that nothing holds to one date.</summary>
    public static Diagnostic DatesDiffer(SourceSpan place, IEnumerable<string> things, string table, string first) =>
        DatesDifferText.At(place, string.Join(" and ", things), table, first);

    /// <summary>A cell of a table that its column's type does not take.</summary>
    public static Diagnostic Cell(Place place, string text, string fits, string? mend = null) => CellText.At(place, text, fits, mend);

    /// <summary>A table file without a header.</summary>
    public static Diagnostic EmptyFile(Place place, string file) => EmptyFileText.At(place, file);

    /// <summary>A member that does not fit into its set.</summary>
    public static Diagnostic MixedSet(SourceSpan place, string text, string type) => MixedSetText.At(place, text, type);

    /// <summary>Something else where a set fits.</summary>
    public static Diagnostic NotASet(SourceSpan place) => NotASetText.At(place);

    /// <summary>A code set of another system.</summary>
    public static Diagnostic OtherSystem(SourceSpan place, string name, string system, string fits) => OtherSystemText.At(place, name, system, fits);

    /// <summary>A key column that is neither a code nor a text.</summary>
    public static Diagnostic KeyType(SourceSpan place, string column, string type) => KeyTypeText.At(place, column, type);

    /// <summary>A code of the right pattern that does not exist.</summary>
    public static Diagnostic NotInTable(SourceSpan place, string code, string system, IEnumerable<string> nearest) =>
        NotInTableText.At(place, code, system, string.Join(", ", nearest) is { Length: > 0 } codes ? codes : null);

    /// <summary>A code that is valid on none of the days asked for.</summary>
    public static Diagnostic NotValidThen(SourceSpan place, string code, string valid, string asked) => NotValidThenText.At(place, code, valid, asked);

    /// <summary>A heading of codes in the place of a code.</summary>
    public static Diagnostic Category(SourceSpan place, string code) => CategoryText.At(place, code);

    /// <summary><c>is valid</c> of a system without a code table.</summary>
    public static Diagnostic NoCodeTable(SourceSpan place, string system) => NoCodeTableText.At(place, system);

    /// <summary><c>is valid</c> of procedures where some families have no code table.</summary>
    public static Diagnostic FamilyUntold(SourceSpan place, IEnumerable<string> families) => FamilyUntoldText.At(place, string.Join(" and ", families));

    /// <summary>A list whose first line may be a header or a code.</summary>
    public static Diagnostic HeaderOrCode(TablePlace place, string text, string system) => HeaderOrCodeText.At(place, text, system);

    /// <summary>A key that is not that of the table's file.</summary>
    public static Diagnostic OtherKey(SourceSpan place, string table, IEnumerable<string> here, IEnumerable<string> stored) =>
        OtherKeyText.At(place, table, string.Join(", ", here), string.Join(", ", stored));

    /// <summary>A column whose type is not that of the table's file.</summary>
    public static Diagnostic StoredOtherwise(SourceSpan place, string column, string here, string stored, string type, bool isMoney) => StoredOtherwiseText.At(
        place, column, here, stored,
        type == "number" ? "A number may be declared as units, percent, days, months, years or number." : $"'{type}' fits.",
        isMoney ? $"Leave it a number, and write 'r.{column} * $1' where money fits." : $"Write '{column} : {type}', or leave the column out: without 'key' the file says what its columns are.");

    /// <summary>A table whose rows cannot be looked up.</summary>
    public static Diagnostic NoKey(SourceSpan place, string table) => NoKeyText.At(place, table);

    /// <summary>A character in a cell that is not seen, told by its code point.</summary>
    public static Diagnostic ErrorInCell(Place place, string text) => ErrorInCellText.At(place, text.Trim());

    public static Diagnostic HiddenInCell(TablePlace place, string codePoint, string name) => HiddenInCellText.At(place, codePoint, name);
}
