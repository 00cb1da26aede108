using EditEngine.Diagnostics;

namespace EditEngine.Packs;

/// <summary>What can be wrong with a pack file: EDIT7001 to EDIT7019.</summary>
internal static class PackFileDiagnostics
{
    private static readonly DiagnosticDescriptor CannotOpenText = new("EDIT7001", Severity.Error,
        Title: "Pack file cannot be opened",
        Seen: "The pack file cannot be opened: {0}");

    private static readonly DiagnosticDescriptor NotAPackText = new("EDIT7002", Severity.Error,
        Title: "Not a pack file",
        Seen: "The file is not a pack file.",
        Fits: "Pack files are made by 'edits pack PACK --out FILE'.");

    private static readonly DiagnosticDescriptor OtherVersionText = new("EDIT7003", Severity.Error,
        Title: "Pack file of another version",
        Seen: "The pack file has form {0}.",
        Fits: "This program reads form {1}.",
        Help: "Make the pack file again with this program, or run it with the program that made it.");

    private static readonly DiagnosticDescriptor CutOffText = new("EDIT7004", Severity.Error,
        Title: "Pack file cut off",
        Seen: "The pack file has {0} bytes where {1} are due.",
        Help: "Copy it again from where it was made.");

    private static readonly DiagnosticDescriptor ChangedText = new("EDIT7005", Severity.Error,
        Title: "Pack file changed",
        Seen: "The pack file is not as it was made: {0}.",
        Fits: "A pack file is used only if every byte of it is as it was written.",
        Help: "Copy it again from where it was made, or make it again with 'edits pack PACK --out FILE'.");

    private static readonly DiagnosticDescriptor MalformedText = new("EDIT7006", Severity.Error,
        Title: "Pack file says what cannot be run",
        Seen: "The pack file says what this program cannot run: {0}.",
        Fits: "A plan says only what 'edits pack' writes.",
        Help: "Make the pack file again with this program.");

    private static readonly DiagnosticDescriptor NoTableText = new("EDIT7007", Severity.Error,
        Title: "Table of a pack file missing",
        Seen: "The pack file lacks the table {0}.",
        Help: "Make the pack file again with 'edits pack PACK --out FILE'.");

    private static readonly DiagnosticDescriptor NoRulesText = new("EDIT7008", Severity.Error,
        Title: "Pack file without its rules",
        Seen: "The pack file does not hold the rules that it was made of.",
        Fits: "It can be run; to be checked, tested and explained it needs them.",
        Help: "Make the pack file again with 'edits pack PACK --out FILE', or name the folder of its rules.");

    /// <summary>It does not exist, may not be read, or is no ordinary file.</summary>
    public static Diagnostic CannotOpen(string path, string why) => CannotOpenText.At(new FilePlace(path), why);

    /// <summary>It begins otherwise.</summary>
    public static Diagnostic NotAPack(string path) => NotAPackText.At(new FilePlace(path));

    /// <summary>An older or newer form.</summary>
    public static Diagnostic OtherVersion(string path, uint version) => OtherVersionText.At(new FilePlace(path), version, PackFileForm.Version);

    /// <summary>It ends too soon, or goes on.</summary>
    public static Diagnostic CutOff(string path, long length, ulong due) => CutOffText.At(new FilePlace(path), length, due);

    /// <summary>Bytes differ from what was written.</summary>
    public static Diagnostic Changed(string path, string where) => ChangedText.At(new FilePlace(path), where);

    /// <summary>Its bytes are as written, but no lowering writes such a plan.</summary>
    public static Diagnostic Malformed(string path, string what) => MalformedText.At(new FilePlace(path), what);

    /// <summary>The rules are asked for, and were not kept.</summary>
    public static Diagnostic NoRules(string path) => NoRulesText.At(new FilePlace(path));

    /// <summary>A plan names a table that is not in the file.</summary>
    public static Diagnostic NoTable(string path, string hash) => NoTableText.At(new FilePlace(path), hash);
}
