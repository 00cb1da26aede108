using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>What can be wrong with an X12 claim file. Values of elements that may name a person are never part of a text.</summary>
internal static class X12Diagnostics
{
    private static readonly DiagnosticDescriptor NotX12Text = new("EDIT5001", Severity.Error,
        Title: "Not an X12 file",
        Seen: "The file does not begin with an ISA segment: it is {0}.",
        Fits: "An X12 file begins with the letters ISA, in ASCII or UTF-8.",
        Help: "Send the interchange itself, unpacked, from its ISA segment on.");

    private static readonly DiagnosticDescriptor BadInterchangeText = new("EDIT5002", Severity.Error,
        Title: "Unusable ISA segment",
        Seen: "The delimiters cannot be read from the ISA segment.",
        Fits: "An ISA segment has 106 bytes: byte 4 is the element separator, byte 105 the component separator, byte 106 the terminator, all different and no letters or digits.",
        Help: "Send the interchange again with each ISA element at its full width.");

    private static readonly DiagnosticDescriptor SegmentTooLongText = new("EDIT5003", Severity.Error,
        Title: "Segment too long",
        Seen: "A segment has more than {0} bytes.",
        Fits: "Segments of a claim have a few hundred bytes.",
        Help: "Check that the segment terminator is the one that the ISA segment declares.");

    private static readonly DiagnosticDescriptor UnsupportedVersionText = new("EDIT5004", Severity.Error,
        Title: "Unsupported version",
        Seen: "The transaction is in version '{0}' and was not read: {1} claims.",
        Fits: "Read are 005010X222 (professional), 005010X223 (institutional) and 005010X224 (dental), with their addenda A1 to A3.",
        Help: "Send it in version 005010, and name that version in GS08 and ST03.");

    private static readonly DiagnosticDescriptor NotClaimsText = new("EDIT5005", Severity.Error,
        Title: "No claim transaction",
        Seen: "The transaction set is '{0}' and was not read.",
        Fits: "Claims are in transaction set 837.");

    private static readonly DiagnosticDescriptor OldInterchangeText = new("EDIT5006", Severity.Error,
        Title: "Interchange of another version",
        Seen: "ISA12 names version '{0}'; the transactions are read by GS08 and ST03.",
        Fits: "It is 00501.");

    private static readonly DiagnosticDescriptor VersionsDifferText = new("EDIT5007", Severity.Error,
        Title: "Two versions for one transaction",
        Seen: "ST03 names version '{0}', GS08 names '{1}'; the transaction was not read: {2} claims.",
        Fits: "Both name the same version.",
        Help: "Put transactions of one version only into a group.");

    private static readonly DiagnosticDescriptor AddendaDifferText = new("EDIT5008", Severity.Warning,
        Title: "Two addenda for one transaction",
        Seen: "ST03 names version '{0}', GS08 names '{1}'.",
        Fits: "Both name the same version with the same addendum.");

    private static readonly DiagnosticDescriptor ControlNumberText = new("EDIT5009", Severity.Error,
        Title: "Control numbers differ",
        Seen: "{0} is '{1}', but {2} is '{3}'.",
        Fits: "A trailer repeats the control number of its header.");

    private static readonly DiagnosticDescriptor CountText = new("EDIT5010", Severity.Error,
        Title: "Count differs",
        Seen: "{0} says '{1}', but there are {2} {3}.",
        Fits: "The trailer counts what was sent.",
        Help: "Ask the sender whether something was lost.");

    private static readonly DiagnosticDescriptor TrailerMissingText = new("EDIT5011", Severity.Error,
        Title: "Trailer missing",
        Seen: "The {0} segment that closes {1} '{2}' is missing.",
        Fits: "Each ISA, GS and ST has its IEA, GE and SE.",
        Help: "The file may have been cut off: ask the sender for the whole of it.");

    private static readonly DiagnosticDescriptor HeaderMissingText = new("EDIT5012", Severity.Error,
        Title: "Header missing",
        Seen: "{0} stands here without {1} before it.",
        Fits: "Interchange (ISA to IEA), group (GS to GE) and transaction (ST to SE) stand one within the other.");

    private static readonly DiagnosticDescriptor StraySegmentText = new("EDIT5013", Severity.Error,
        Title: "Segment outside of a transaction",
        Seen: "A segment stands outside of any transaction.",
        Fits: "Between SE and the next ST stand only GE, GS, IEA and ISA.");

    private static readonly DiagnosticDescriptor CutOffText = new("EDIT5014", Severity.Error,
        Title: "Claim cut off",
        Seen: "The transaction ends within this claim, without its SE segment.",
        Help: "Ask the sender for the whole file: lines may be missing.");

    private static readonly DiagnosticDescriptor UnterminatedText = new("EDIT5015", Severity.Warning,
        Title: "Terminator missing",
        Seen: "The last segment has no terminator.",
        Fits: "Each segment ends with the terminator that the ISA segment declares.");

    private static readonly DiagnosticDescriptor BadStructureText = new("EDIT5016", Severity.Error,
        Title: "Unknown hierarchy",
        Seen: "BHT01 is '{0}'.",
        Fits: "A claim transaction has hierarchical structure code 0019.");

    private static readonly DiagnosticDescriptor MoreProblemsText = new("EDIT5017", Severity.Note,
        Title: "More problems",
        Seen: "The file has {0} problems; the first {1} of them are listed.");

    public const string MoreOfClaimId = "EDIT5019";

    private static readonly DiagnosticDescriptor MoreOfClaimText = new(MoreOfClaimId, Severity.Note,
        Title: "More problems of a claim",
        Seen: "The claim and the levels above it have more than {0} problems; the rest is not listed.");

    private static readonly DiagnosticDescriptor UnreadableText = new("EDIT5018", Severity.Error,
        Title: "Interchange cannot be read to its end",
        Seen: "Reading stopped: {0}",
        Fits: "Claims before this place are read.",
        Help: "Send the file again.");

    private static readonly DiagnosticDescriptor SetNotNamedText = new("EDIT5079", Severity.Warning,
        Title: "Transaction set not named",
        Seen: "ST01 is '{0}' and names no transaction set; it is read as claims, whose version '{1}' it has.",
        Fits: "Claims are in transaction set 837.");

    private static readonly DiagnosticDescriptor ControlNumberRepeatedText = new("EDIT5080", Severity.Error,
        Title: "Control number used before",
        Seen: "{0}{1:00} is '{2}', as that of an earlier {3}.",
        Fits: "A control number is used once: of interchanges between the same two in a file, of groups in an interchange, of transactions in a group.",
        Help: "Check whether the same was sent twice.");

    public static Diagnostic SetNotNamed(Place place, string seen, string version) => SetNotNamedText.At(place, seen, version);

    public static Diagnostic ControlNumberRepeated(Place place, string tag, int element, string seen) =>
        ControlNumberRepeatedText.At(place, tag, element, seen, tag switch { "ISA" => "interchange", "GS" => "group", _ => "transaction" });

    public static Diagnostic NotX12(Place place, string appearance) => NotX12Text.At(place, appearance);

    public static Diagnostic BadInterchange(Place place) => BadInterchangeText.At(place);

    public static Diagnostic SegmentTooLong(Place place, int most) => SegmentTooLongText.At(place, most);

    public static Diagnostic UnsupportedVersion(Place place, string version, int claims) => UnsupportedVersionText.At(place, version, claims);

    public static Diagnostic NotClaims(Place place, string set) => NotClaimsText.At(place, set);

    public static Diagnostic OldInterchange(Place place, string version) => OldInterchangeText.At(place, version);

    public static Diagnostic VersionsDiffer(Place place, string ofTransaction, string ofGroup, int claims) =>
        VersionsDifferText.At(place, ofTransaction, ofGroup, claims);

    public static Diagnostic AddendaDiffer(Place place, string ofTransaction, string ofGroup) => AddendaDifferText.At(place, ofTransaction, ofGroup);

    public static Diagnostic ControlNumber(Place place, string trailer, string seen, string header, string expected) =>
        ControlNumberText.At(place, trailer, seen, header, expected);

    public static Diagnostic Count(Place place, string trailer, string seen, int counted, string things) =>
        CountText.At(place, trailer, seen, counted, things);

    public static Diagnostic TrailerMissing(Place place, string trailer, string header, string controlNumber) =>
        TrailerMissingText.At(place, trailer, header, controlNumber);

    public static Diagnostic HeaderMissing(Place place, string tag, string header) => HeaderMissingText.At(place, tag, header);

    public static Diagnostic StraySegment(Place place) => StraySegmentText.At(place);

    public static Diagnostic CutOff(Place place) => CutOffText.At(place);

    public static Diagnostic Unterminated(Place place) => UnterminatedText.At(place);

    public static Diagnostic BadStructure(Place place, string seen) => BadStructureText.At(place, seen);

    public static Diagnostic MoreProblems(Place? place, long all, int most) => MoreProblemsText.At(place, all, most);

    public static Diagnostic MoreOfClaim(Place? place, int most) => MoreOfClaimText.At(place, most);

    public static Diagnostic Unreadable(Place place, string reason) => UnreadableText.At(place, reason);
}
