using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>Faults of segments and loops.</summary>
internal static class X12SegmentDiagnostics
{
    private static readonly DiagnosticDescriptor BadSegmentIdText = new("EDIT5020", Severity.Error,
        Title: "Unusable segment id",
        Seen: "A segment begins with something that is no segment id.",
        Fits: "A segment id has two or three letters and digits in upper case.",
        Help: "Look for a terminator inside of the segment before.");

    private static readonly DiagnosticDescriptor UnknownSegmentText = new("EDIT5021", Severity.Error,
        Title: "Unknown segment",
        Seen: "'{0}' is not a segment of claims.");

    private static readonly DiagnosticDescriptor OutOfOrderText = new("EDIT5022", Severity.Error,
        Title: "Segment out of order",
        Seen: "{0} stands in loop {1}.",
        Fits: "Its place is in loop {2}, before the loops within that.",
        Help: "Move it up.");

    private static readonly DiagnosticDescriptor UnexpectedSegmentText = new("EDIT5023", Severity.Error,
        Title: "Segment without a place",
        Seen: "{0} has no place in loop {1} and is not read.");

    private static readonly DiagnosticDescriptor UnknownLoopText = new("EDIT5024", Severity.Error,
        Title: "Unknown loop",
        Seen: "{0} with '{1}' opens no loop that fits within loop {2}; it is not read.",
        Help: "Check the qualifier, and that the loops around it are there and in order.");

    public const string SegmentMissingId = "EDIT5025";

    private static readonly DiagnosticDescriptor SegmentMissingText = new(SegmentMissingId, Severity.Error,
        Title: "Segment missing",
        Seen: "Loop {1} has no {0} segment.");

    private static readonly DiagnosticDescriptor PatientSegmentMissingText = new("EDIT5083", Severity.Error,
        Title: "Subscriber without what a patient needs",
        Seen: "The subscriber is the patient (SBR02 18), and loop 2010BA has no {0} segment.",
        Fits: "The address and the day of birth and sex of a patient are sent: N3, N4 and DMG.");

    private static readonly DiagnosticDescriptor LoopMissingText = new("EDIT5026", Severity.Error,
        Title: "Loop missing",
        Seen: "Loop {1} has no loop {0}.");

    private static readonly DiagnosticDescriptor PayerMissingText = new("EDIT5036", Severity.Error,
        Title: "Payer missing",
        Seen: "Loop {1} has no loop {0}: the payer of its claims is not known.");

    private static readonly DiagnosticDescriptor NoLinesText = new("EDIT5027", Severity.Error,
        Title: "Claim without lines",
        Seen: "The claim has no service line.",
        Fits: "A claim has at least one line, which begins with LX.");

    private static readonly DiagnosticDescriptor TooManyLoopsText = new("EDIT5028", Severity.Error,
        Title: "Loop too often",
        Seen: "Loop {0} stands more than {1} times.",
        Fits: "Its guide allows {1}.");

    private static readonly DiagnosticDescriptor NameRepeatedText = new("EDIT5029", Severity.Error,
        Title: "Provider named again",
        Seen: "Loop {0} stands more than {1} times; those beyond are not read.");

    private static readonly DiagnosticDescriptor LineNumberText = new("EDIT5030", Severity.Error,
        Title: "Line numbers out of sequence",
        Seen: "LX01 is '{0}'.",
        Fits: "Lines count by one: here stands {1}.");

    private static readonly DiagnosticDescriptor ParentText = new("EDIT5031", Severity.Error,
        Title: "Wrong parent",
        Seen: "HL02 is '{0}'.",
        Fits: "It is the HL01 of the level that this one belongs to: '{1}'.");

    private static readonly DiagnosticDescriptor HierarchyNumberText = new("EDIT5032", Severity.Error,
        Title: "Hierarchy numbers out of sequence",
        Seen: "HL01 is '{0}'.",
        Fits: "Within a transaction HL01 counts from 1 by one: here stands {1}.");

    private static readonly DiagnosticDescriptor LineHeaderMissingText = new("EDIT5033", Severity.Error,
        Title: "Line without LX",
        Seen: "{0} stands without an LX segment before it; it is read as line {1}.",
        Fits: "Each line begins with LX.");

    private static readonly DiagnosticDescriptor LineNumberStartText = new("EDIT5037", Severity.Warning,
        Title: "Line numbers begin late",
        Seen: "The first LX01 of the claim is '{0}'.",
        Fits: "Lines count from 1 within each claim.");

    private static readonly DiagnosticDescriptor OtherServiceText = new("EDIT5038", Severity.Error,
        Title: "Service segment of another claim form",
        Seen: "{0} is not the service segment of this claim form; it is read as it stands.");

    private static readonly DiagnosticDescriptor SecondServiceText = new("EDIT5039", Severity.Error,
        Title: "Second service in a line",
        Seen: "{0} is the second service segment of its line.",
        Fits: "Each line has one; the next line begins with LX.");

    private static readonly DiagnosticDescriptor ClaimTooLongText = new("EDIT5034", Severity.Error,
        Title: "Claim too long",
        Seen: "The claim has more than {0} segments; the rest of it is not read.");

    private static readonly DiagnosticDescriptor EmptySegmentText = new("EDIT5035", Severity.Warning,
        Title: "Empty segment",
        Seen: "Two terminators follow each other.");

    private static readonly DiagnosticDescriptor ChildCodeText = new("EDIT5081", Severity.Error,
        Title: "Child code of a level",
        Seen: "{0}",
        Fits: "HL04 of a subscriber is 1 where levels of patients follow within it, else 0.");

    /// <summary>A subscriber that says of patients within, and none follows.</summary>
    public static Diagnostic ChildrenMissing(Place place) => ChildCodeText.At(place, "HL04 is 1, but no level follows within this one.");

    /// <summary>A patient within a subscriber that says of none.</summary>
    public static Diagnostic ChildrenDenied(Place place) => ChildCodeText.At(place, "HL04 of the level around this one is 0.");

    public static Diagnostic BadSegmentId(Place place) => BadSegmentIdText.At(place);

    public static Diagnostic UnknownSegment(Place place, string tag) => UnknownSegmentText.At(place, tag);

    public static Diagnostic OutOfOrder(Place place, string tag, string? loop, string? fits) =>
        OutOfOrderText.At(place, tag, loop ?? "ST", fits ?? "ST");

    public static Diagnostic UnexpectedSegment(Place place, string tag, string? loop) => UnexpectedSegmentText.At(place, tag, loop ?? "ST");

    public static Diagnostic UnknownLoop(Place place, string tag, string qualifier, string? loop) =>
        UnknownLoopText.At(place, tag, qualifier, loop ?? "ST");

    public static Diagnostic SegmentMissing(Place place, string tag, string? loop) => SegmentMissingText.At(place, tag, loop ?? "ST");

    public static Diagnostic PatientSegmentMissing(Place place, string tag) => PatientSegmentMissingText.At(place, tag);

    public static Diagnostic LoopMissing(Place place, string loop, string? within) => LoopMissingText.At(place, loop, within ?? "ST");

    public static Diagnostic PayerMissing(Place place, string loop, string? within) => PayerMissingText.At(place, loop, within ?? "ST");

    public static Diagnostic LineNumberStart(Place place, string seen) => LineNumberStartText.At(place, seen);

    public static Diagnostic OtherService(Place place, string tag) => OtherServiceText.At(place, tag);

    public static Diagnostic SecondService(Place place, string tag) => SecondServiceText.At(place, tag);

    public static Diagnostic NoLines(Place place) => NoLinesText.At(place);

    public static Diagnostic TooManyLoops(Place place, string loop, int most) => TooManyLoopsText.At(place, loop, most);

    public static Diagnostic NameRepeated(Place place, string loop, int most) => NameRepeatedText.At(place, loop, most);

    public static Diagnostic LineNumber(Place place, string seen, int expected) => LineNumberText.At(place, seen, expected);

    public static Diagnostic Parent(Place place, string seen, string expected) => ParentText.At(place, seen, expected);

    public static Diagnostic HierarchyNumber(Place place, string seen, int expected) => HierarchyNumberText.At(place, seen, expected);

    public static Diagnostic LineHeaderMissing(Place place, string tag, int number) => LineHeaderMissingText.At(place, tag, number);

    public static Diagnostic ClaimTooLong(Place place, int most) => ClaimTooLongText.At(place, most);

    public static Diagnostic EmptySegment(Place place) => EmptySegmentText.At(place);
}
