using EditEngine.Diagnostics;

namespace EditEngine.Cli;

/// <summary>What can be wrong with a command: EDIT80nn, and EDIT99nn for our own faults.</summary>
internal static class CommandDiagnostics
{
    private static readonly DiagnosticDescriptor OutputClosedText = new("EDIT8001", Severity.Error,
        Title: "Output cannot be opened",
        Seen: "'{0}' cannot be written: {1}",
        Help: "Choose another file with --out.");

    private static readonly DiagnosticDescriptor NoSuchClaimText = new("EDIT8002", Severity.Error,
        Title: "No such claim",
        Seen: "None of the {0} claims read has the id '{1}'.");

    private static readonly DiagnosticDescriptor NoSuchEditText = new("EDIT8003", Severity.Error,
        Title: "No such edit",
        Seen: "The pack {0} has no edit '{1}'.",
        Fits: "Its edits are {2}.");

    private static readonly DiagnosticDescriptor NotFormattedText = new("EDIT8004", Severity.Error,
        Title: "File not formatted",
        Seen: "The file is not laid out as 'edits fmt' would.",
        Help: "Run 'edits fmt' on it.");

    private static readonly DiagnosticDescriptor NoSuchTestText = new("EDIT8005", Severity.Error,
        Title: "No such test",
        Seen: "No test of the pack fits the filter '{0}'.");

    private static readonly DiagnosticDescriptor FileNotWrittenText = new("EDIT8006", Severity.Error,
        Title: "File cannot be written",
        Seen: "The file cannot be written: {0}");

    private static readonly DiagnosticDescriptor NoRuleFilesInText = new("EDIT8007", Severity.Error,
        Title: "A pack file where rule files are changed",
        Seen: "'{0}' is a pack file: '{1}' changes rule files, and its own are never changed.",
        Fits: "A folder or a '.edit' file fits.",
        Help: "Run it on the folder that the pack file was written from, and write the pack file anew.");

    private static readonly DiagnosticDescriptor CodeMadeAnewText = new("EDIT8008", Severity.Note,
        Title: "Compiled code made anew",
        Seen: "The compiled code beside the pack file is {0}.",
        Fits: "It is not used: the code is made anew and kept in its place.");

    private static readonly DiagnosticDescriptor NoFileDateText = new("EDIT8009", Severity.Error,
        Title: "No date of a file",
        Seen: "'{0}' is no ordinary file, and has no date that its claims could be received on.",
        Help: "Give the day with --received.");

    private static readonly DiagnosticDescriptor FolderNotEmptyText = new("EDIT8010", Severity.Error,
        Title: "Not a new folder",
        Seen: "'{0}' is {1}.",
        Fits: "A folder that is new or empty fits; nothing was written.",
        Help: "Choose another name.");

    private static readonly DiagnosticDescriptor NoTestTitledText = new("EDIT8011", Severity.Error,
        Title: "No test of such a title",
        Seen: "None of the pack's {0} has '{1}' in its title.",
        Fits: "Likely ones are {2}.");

    private static readonly DiagnosticDescriptor SeveralTestsText = new("EDIT8012", Severity.Error,
        Title: "Several tests of such a title",
        Seen: "{0} tests have '{1}' in their titles.",
        Fits: "Among them are {2}.",
        Help: "Give more of the title, or its edit with --edit.");

    private static readonly DiagnosticDescriptor TestWithoutClaimText = new("EDIT8013", Severity.Error,
        Title: "Test without a claim",
        Seen: "The test {0} has a mistake: there is no claim to explain.",
        Help: "Mend what 'edits check' tells of it first.");

    private static readonly DiagnosticDescriptor NoFolderAtText = new("EDIT8014", Severity.Error,
        Title: "No folder to work on",
        Seen: "There is no folder '{0}'.",
        Fits: "A folder with a pack, or one of its files, fits.",
        Help: "'edits new' makes a folder with a first pack.");

    private static readonly DiagnosticDescriptor NoPortFreeText = new("EDIT8015", Severity.Error,
        Title: "No free port",
        Seen: "The page cannot be served: {0}",
        Help: "Choose another port with --port, or 0 for any.");

    private static readonly DiagnosticDescriptor OutputInUseText = new("EDIT8060", Severity.Error,
        Title: "Output in use",
        Seen: "'{0}' is being written by another run.",
        Fits: "Nothing was read or written.",
        Help: "Wait until the other run has ended, or choose another file.");

    private static readonly DiagnosticDescriptor OutputIsInputText = new("EDIT8061", Severity.Error,
        Title: "Output is an input",
        Seen: "The output '{0}' and the input '{1}' are one file.",
        Fits: "Nothing was written.",
        Help: "Write to another file.");

    private static readonly DiagnosticDescriptor OutputTwiceText = new("EDIT8062", Severity.Error,
        Title: "Two outputs in one file",
        Seen: "The outputs '{0}' and '{1}' are one file.",
        Fits: "Nothing was written.",
        Help: "Write each to a file of its own.");

    private static readonly DiagnosticDescriptor StandardOutputLostText = new("EDIT8063", Severity.Error,
        Title: "Standard output lost",
        Seen: "The standard output cannot be written: {0}",
        Fits: "What was printed is not complete.");

    private static readonly DiagnosticDescriptor MemoryEndedText = new("EDIT8064", Severity.Error,
        Title: "Not enough memory",
        Seen: "The command needs more memory than the {0} that it may use.",
        Fits: "No output file was changed.",
        Help: "Give the process more memory, use fewer threads (DOTNET_PROCESSOR_COUNT=1), or split the file.");

    private static readonly DiagnosticDescriptor OwnFaultText = new("EDIT9901", Severity.Error,
        Title: "Our own fault",
        Seen: "The tool met something it did not expect ({0}: {1}).",
        Fits: "This is no mistake of the rules or claims.",
        Help: "Please report it with the lines below and the pack.");

    private static readonly DiagnosticDescriptor OwnFaultAtText = new("EDIT9902", Severity.Error,
        Title: "Our own fault on a claim",
        Seen: "The claim was not decided: the tool met something it did not expect ({0}: {1}).",
        Fits: "This is no mistake of the rules or the claim. The other claims are decided.",
        Help: "Please report it with the pack and, without anything about a person, the claim.");

    /// <summary>The file to write cannot be opened.</summary>
    public static Diagnostic OutputClosed(string file, string why) => OutputClosedText.At(new FilePlace(file), file, why);

    /// <summary>No claim read has the id asked for.</summary>
    public static Diagnostic NoSuchClaim(long read, string id) => NoSuchClaimText.At(null, read, id);

    /// <summary>The pack has no such edit.</summary>
    public static Diagnostic NoSuchEdit(string pack, string id, IEnumerable<string> known) =>
        NoSuchEditText.At(null, pack, id, string.Join(", ", known));

    /// <summary>A rule file that formatting would change.</summary>
    public static Diagnostic NotFormatted(string file) => NotFormattedText.At(new FilePlace(file));

    /// <summary>A filter that no test fits.</summary>
    public static Diagnostic NoSuchTest(string filter) => NoSuchTestText.At(null, filter);

    /// <summary>A file that was to be written.</summary>
    public static Diagnostic FileNotWritten(string file, string why) => FileNotWrittenText.At(new FilePlace(file), why);

    /// <summary>A pack file, given to a command that changes rule files.</summary>
    public static Diagnostic NoRuleFilesIn(string file, string command) => NoRuleFilesInText.At(new FilePlace(file), file, command);

    /// <summary>Compiled code that was kept and cannot be used.</summary>
    public static Diagnostic CodeMadeAnew(string file, bool isOfAnother) =>
        CodeMadeAnewText.At(new FilePlace(file), isOfAnother ? "of other rules or another version of the tool" : "damaged, or not made by this user");

    /// <summary>Claims whose day of receipt is to be that of a file, where there is none.</summary>
    public static Diagnostic NoFileDate(string file) => NoFileDateText.At(new FilePlace(file), file);

    /// <summary>A pack is to be begun where something lies.</summary>
    public static Diagnostic FolderNotEmpty(string folder, bool isFolder) => FolderNotEmptyText.At(null, folder, isFolder ? "a folder that is not empty" : "a file");

    /// <summary>A title that no test has.</summary>
    public static Diagnostic NoTestTitled(string title, int tests, IEnumerable<string> likely) =>
        NoTestTitledText.At(null, Output.Counts.Of(tests, "test"), title, string.Join(", ", likely) is { Length: > 0 } names ? names : null);

    /// <summary>A title that several tests have.</summary>
    public static Diagnostic SeveralTests(string title, int count, IEnumerable<string> some) => SeveralTestsText.At(null, count, title, string.Join(", ", some));

    /// <summary>A test that cannot be read has no claim.</summary>
    public static Diagnostic NoFolderAt(string path) => NoFolderAtText.At(null, path);

    public static Diagnostic NoPortFree(string why) => NoPortFreeText.At(null, why);

    public static Diagnostic TestWithoutClaim(string test) => TestWithoutClaimText.At(null, test);

    /// <summary>Another run holds the file.</summary>
    public static Diagnostic OutputInUse(string file) => OutputInUseText.At(new FilePlace(file), file);

    /// <summary>Writing would destroy what is read.</summary>
    public static Diagnostic OutputIsInput(string output, string input) => OutputIsInputText.At(null, output, input);

    /// <summary>Two outputs would destroy one another.</summary>
    public static Diagnostic OutputTwice(string first, string second) => OutputTwiceText.At(null, first, second);

    /// <summary>Its disk is full, or its reader is gone.</summary>
    public static Diagnostic StandardOutputLost(string why) => StandardOutputLostText.At(null, why);

    /// <summary>There is no more memory.</summary>
    public static Diagnostic MemoryEnded(string limit) => MemoryEndedText.At(null, limit);

    /// <summary>An exception that no one expected.</summary>
    public static Diagnostic OwnFault(string kind, string message) => OwnFaultText.At(null, kind, message);

    /// <summary>The same, of one claim of many.</summary>
    public static Diagnostic OwnFaultAt(Place claim, Exception unknown) => OwnFaultAtText.At(claim, unknown.GetType().Name, unknown.Message);
}
