using EditEngine.Diagnostics;

namespace EditEngine.Cli;

/// <summary>What can be wrong with a command on suites of rules: EDIT802n to EDIT807n.</summary>
internal static class SuiteDiagnostics
{
    private static readonly DiagnosticDescriptor NoSuchRevisionText = new("EDIT8020", Severity.Error,
        Title: "No such revision",
        Seen: "The pack cannot be read in the revision '{0}': {1}.",
        Fits: "A branch, a tag or a commit of the repository that holds the pack fits.");

    private static readonly DiagnosticDescriptor RevisionHasErrorsText = new("EDIT8021", Severity.Error,
        Title: "The pack does not compile in the revision",
        Seen: "In the revision '{0}' the pack has errors, so what changed since cannot be told: {1}",
        Help: "Name a revision in which 'edits check' passes.");

    private static readonly DiagnosticDescriptor TestsFailText = new("EDIT8022", Severity.Error,
        Title: "Tests fail",
        Seen: "{0} of the pack as it is, the first is \"{2}\" of {1}.",
        Fits: "What a failing test would notice cannot be told.",
        Help: "Run 'edits test', and mend them first.");

    private static readonly DiagnosticDescriptor NothingToRunText = new("EDIT8023", Severity.Error,
        Title: "Nothing to run",
        Seen: "{0}: nothing can be told of what is reached.",
        Help: "Write tests beside the edits, or name files of claims.");

    private static readonly DiagnosticDescriptor NoSnapshotText = new("EDIT8040", Severity.Error,
        Title: "No snapshot",
        Seen: "'{0}' cannot be read as a snapshot: {1}.",
        Fits: "A file that 'edits snapshot … --out' wrote fits.");

    private static readonly DiagnosticDescriptor SnapshotOfAnotherText = new("EDIT8041", Severity.Error,
        Title: "Snapshot of another pack",
        Seen: "'{0}' is a snapshot of the pack {1}, not of {2}.",
        Help: "Compare it with its own pack, or write one of this pack with --out.");

    private static readonly DiagnosticDescriptor NoRecordText = new("EDIT8042", Severity.Error,
        Title: "No record of a run",
        Seen: "'{0}' cannot be read: {1}.",
        Fits: "A file that 'edits run … --record' wrote fits, and the results beside it.");

    private static readonly DiagnosticDescriptor NoResultsText = new("EDIT8070", Severity.Error,
        Title: "No results",
        Seen: "'{0}' cannot be read: {1}",
        Fits: "A file that 'edits run … --format jsonl --out' wrote fits.");

    private static readonly DiagnosticDescriptor OtherClaimsText = new("EDIT8071", Severity.Error,
        Title: "Claims of another run",
        Seen: "None of the claims that are left is the one of the result of claim '{0}'.",
        Fits: "The claims of the run, in its order, fit.",
        Help: "Name the files of the run as it named them. From here on the report has no providers, months and places.");

    /// <summary>A revision that is not there, or does not hold the pack.</summary>
    public static Diagnostic NoSuchRevision(string revision, string why) => NoSuchRevisionText.At(null, revision, why);

    /// <summary>A revision in which the pack has errors.</summary>
    public static Diagnostic RevisionHasErrors(string revision, string first) => RevisionHasErrorsText.At(null, revision, first);

    /// <summary>Tests that must pass and do not.</summary>
    public static Diagnostic TestsFail(int count, string edit, string title) => TestsFailText.At(null, count == 1 ? "A test fails" : FormattableString.Invariant($"{count} tests fail"), edit, title);

    /// <summary>Neither tests nor claims.</summary>
    public static Diagnostic NothingToRun(string what) => NothingToRunText.At(null, what);

    /// <summary>A file that is no snapshot.</summary>
    public static Diagnostic NoSnapshot(string file, string why) => NoSnapshotText.At(null, file, why);

    /// <summary>A snapshot of a pack that is not asked.</summary>
    public static Diagnostic SnapshotOfAnother(string file, string of, string pack) => SnapshotOfAnotherText.At(null, file, of, pack);

    /// <summary>A file that is no record of a run, or its results.</summary>
    public static Diagnostic NoRecord(string file, string why) => NoRecordText.At(null, file, why);

    /// <summary>A file of no results.</summary>
    public static Diagnostic NoResults(string file, string why) => NoResultsText.At(null, file, why);

    /// <summary>A result whose claim is not among the claims.</summary>
    public static Diagnostic OtherClaims(string claim) => OtherClaimsText.At(null, Formats.EscapedText.Of(claim));
}
