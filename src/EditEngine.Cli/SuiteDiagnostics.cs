using EditEngine.Diagnostics;

namespace EditEngine.Cli;

/// <summary>What can be wrong with a command on suites of rules: EDIT802n and EDIT803n.</summary>
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
}
