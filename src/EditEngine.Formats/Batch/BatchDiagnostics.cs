using EditEngine.Diagnostics;

namespace EditEngine.Formats.Batch;

/// <summary>What can be wrong with a batch as a whole: EDIT5301 to EDIT5319.</summary>
internal static class BatchDiagnostics
{
    private static readonly DiagnosticDescriptor NotFoundText = new("EDIT5301", Severity.Error,
        Title: "No such file or folder",
        Seen: "There is no file or folder '{0}'.",
        Help: "Did you mean '{1}'?");

    private static readonly DiagnosticDescriptor NoClaimFilesText = new("EDIT5302", Severity.Error,
        Title: "Folder without claims",
        Seen: "The folder '{0}' holds no claim files.",
        Fits: "Names of claim files end in {1}, or in one of these and .gz.",
        Help: "Name the file itself if its name ends otherwise.");

    private static readonly DiagnosticDescriptor EmptyText = new("EDIT5303", Severity.Error,
        Title: "Empty file",
        Seen: "The file is empty.",
        Help: "See whether its export was complete.");

    private static readonly DiagnosticDescriptor UnreadableText = new("EDIT5304", Severity.Error,
        Title: "File cannot be opened",
        Seen: "The file cannot be read: {0}");

    private static readonly DiagnosticDescriptor NotClaimsText = new("EDIT5305", Severity.Error,
        Title: "No claims in the file",
        Seen: "The file holds no claims: it {0}, and begins with {1}.",
        Fits: "Claims are JSON, one object a line, or an X12 837 interchange that begins with ISA.",
        Help: "{2}");

    private static readonly DiagnosticDescriptor RepeatedIdText = new("EDIT5306", Severity.Warning,
        Title: "Claim id given twice",
        Seen: "The claim id '{0}' stands on an earlier claim of this batch too.",
        Fits: "Both are decided.",
        Help: "Take one out if it was sent twice.");

    private static readonly DiagnosticDescriptor MoreRepeatedIdsText = new("EDIT5307", Severity.Warning,
        Title: "More claim ids given twice",
        Seen: "{0} claims have an id that stands on an earlier claim of this batch; the first {1} were named.");

    private static readonly DiagnosticDescriptor IdsNotComparedText = new("EDIT5308", Severity.Note,
        Title: "Claim ids not compared",
        Seen: "Claim ids were compared for the first {0} claims only.");

    private static readonly DiagnosticDescriptor OutputFailedText = new("EDIT5309", Severity.Error,
        Title: "Results cannot be written",
        Seen: "Results cannot be written: {0}",
        Help: "Make room or choose another place, and run again; what is written is no complete result.");

    private static readonly DiagnosticDescriptor NoDateText = new("EDIT5310", Severity.Error,
        Title: "Claim without a date to decide it on",
        Seen: "The claim has neither a processed nor a received date, no date of service, and came in no transaction that says when it was made.",
        Help: "Give the date with --as-of.");

    private static readonly DiagnosticDescriptor PassedOverText = new("EDIT5311", Severity.Warning,
        Title: "Interchange passed over",
        Seen: "The file begins as an X12 interchange does, and is not read: its name is no claim file's.",
        Fits: "Of a folder, files are read whose names end in {0}, or in one of these and .gz.",
        Help: "Name the file itself, or rename it.");

    private static readonly DiagnosticDescriptor EnvelopeRefusedText = new("EDIT5312", Severity.Error,
        Title: "Claim in a refused envelope",
        Seen: "The claim stands in a transaction, group or interchange that is rejected as a whole.",
        Fits: "What is wrong with the envelope is told with the file.");

    /// <summary>A path that leads nowhere.</summary>
    public static Diagnostic NotFound(string path, string? nearest) => NotFoundText.At(new FilePlace(path), path, nearest);

    /// <summary>A folder in which no name is a claim file's.</summary>
    public static Diagnostic NoClaimFiles(string folder, ReadOnlySpan<string> endings) =>
        NoClaimFilesText.At(new FilePlace(folder), folder, string.Join(", ", endings));

    /// <summary>A file of X12 in a folder, by another name.</summary>
    public static Diagnostic PassedOver(string file, ReadOnlySpan<string> endings) => PassedOverText.At(new FilePlace(file), string.Join(", ", endings));

    /// <summary>A file of no bytes, or blanks only.</summary>
    public static Diagnostic Empty(string file) => EmptyText.At(Beginning(file));

    /// <summary>A file that cannot be opened, or whose compression is broken at once.</summary>
    public static Diagnostic Unreadable(string file, string reason) => UnreadableText.At(new FilePlace(file), reason);

    /// <summary>A file of something else.</summary>
    public static Diagnostic NotClaims(string file, string seen, string beginning, string? help) => NotClaimsText.At(Beginning(file), seen, beginning, help);

    /// <summary>A claim whose id another had before.</summary>
    public static Diagnostic RepeatedId(Place place, string id) => RepeatedIdText.At(place, SentText.Name(id));

    /// <summary>How many repeated ids there were in all.</summary>
    public static Diagnostic MoreRepeatedIds(long all, int named) => MoreRepeatedIdsText.At(null, all, named);

    /// <summary>More claims than ids are kept of.</summary>
    public static Diagnostic IdsNotCompared(int kept) => IdsNotComparedText.At(null, kept);

    /// <summary>Disk full, pipe closed, no right to write.</summary>
    public static Diagnostic OutputFailed(string reason) => OutputFailedText.At(null, reason);

    /// <summary>A claim without any date, in a run that has none either.</summary>
    public static Diagnostic NoDate(Place place) => NoDateText.At(place);

    /// <summary>Whether a problem is of who runs the claims, and not of who sent them.</summary>
    public static bool IsOfHost(Diagnostic problem) => problem.Id == NoDateText.Id;

    /// <summary>A claim whose envelope is rejected, in a run that decides no such claim.</summary>
    public static Diagnostic EnvelopeRefused(Place place) => EnvelopeRefusedText.At(place);

    private static FilePlace Beginning(string file) => new(file) { Offset = 0 };
}
