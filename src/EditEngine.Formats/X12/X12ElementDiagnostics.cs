using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>Faults of elements and components.</summary>
internal static class X12ElementDiagnostics
{
    private static readonly DiagnosticDescriptor TooManyElementsText = new("EDIT5040", Severity.Error,
        Title: "Too many elements",
        Seen: "The segment has more than {0} elements.",
        Fits: "{1} has at most {0}.");

    private static readonly DiagnosticDescriptor TooLongText = new("EDIT5041", Severity.Error,
        Title: "Element too long",
        Seen: "The element has {0} characters.",
        Fits: "At most {1} fit.");

    private static readonly DiagnosticDescriptor NotANumberText = new("EDIT5042", Severity.Error,
        Title: "Not a number",
        Seen: "'{0}' is not a number.",
        Fits: "A number has digits, at most one decimal point, and a minus sign before it where it is negative.");

    private static readonly DiagnosticDescriptor BadDateText = new("EDIT5043", Severity.Error,
        Title: "Not a date",
        Seen: "'{0}' is not a date of format {1}.",
        Fits: "Format {1} is {2}, and the day is in the calendar.");

    private static readonly DiagnosticDescriptor UnreadDateText = new("EDIT5044", Severity.Error,
        Title: "Date not read",
        Seen: "The element is not a date of format {0}, and is not read.",
        Fits: "Format {0} is {1}, and the day is in the calendar.");

    private static readonly DiagnosticDescriptor ControlCharacterText = new("EDIT5045", Severity.Error,
        Title: "Control character",
        Seen: "The element has a control character (hexadecimal {0:X2}).",
        Fits: "Elements have printable characters only.",
        Help: "Look for a lost or a wrong segment terminator.");

    private static readonly DiagnosticDescriptor CharacterSetText = new("EDIT5046", Severity.Warning,
        Title: "Character outside the X12 set",
        Seen: "The element has a character that is not in the extended character set of X12.",
        Fits: "Letters without accents, digits, and the signs of the extended set fit.");

    private static readonly DiagnosticDescriptor ElementMissingText = new("EDIT5047", Severity.Error,
        Title: "Element missing",
        Seen: "The element is empty.",
        Fits: "It must be there.");

    private static readonly DiagnosticDescriptor CodeMissingText = new("EDIT5054", Severity.Error,
        Title: "Code missing",
        Seen: "The qualifier has no code.",
        Fits: "The code is the second component of the same element.");

    private static readonly DiagnosticDescriptor CodeBesideText = new("EDIT5055", Severity.Warning,
        Title: "Code beside its qualifier",
        Seen: "The code stands in the element after that of its qualifier; it is read from there.",
        Fits: "The code is the second component of the same element.");

    private static readonly DiagnosticDescriptor WrongSeparatorText = new("EDIT5048", Severity.Error,
        Title: "Another component separator than declared",
        Seen: "The components are separated by '{0}', but ISA16 declares '{1}'.",
        Help: "Put the separator that is used into ISA16.");

    private static readonly DiagnosticDescriptor OtherSeparatorText = new("EDIT5056", Severity.Warning,
        Title: "Claim with another component separator",
        Seen: "The claim separates components by '{0}', but ISA16 declares '{1}'; it is read by '{0}'.",
        Help: "Put the separator that is used into ISA16.");

    private static readonly DiagnosticDescriptor PostOfficeBoxText = new("EDIT5057", Severity.Warning,
        Title: "Billing provider in a post office box",
        Seen: "The address of the billing provider is a post office box.",
        Fits: "Loop 2010AA has the street; a box for payments stands in loop 2010AB.");

    private static readonly DiagnosticDescriptor SignsInCodeText = new("EDIT5058", Severity.Warning,
        Title: "Code with signs",
        Seen: "'{0}' has points or hyphens; it is read without them.",
        Fits: "Codes are sent as letters and digits alone, an NDC as eleven digits.");

    private static readonly DiagnosticDescriptor AccidentText = new("EDIT5059", Severity.Warning,
        Title: "Accident without its details",
        Seen: "The claim tells of an accident, but not of its {0}.",
        Fits: "{1}");

    private static readonly DiagnosticDescriptor DateAheadText = new("EDIT5060", Severity.Warning,
        Title: "Date of service after the transaction was made",
        Seen: "The date of service '{0}' is after {1:yyyy-MM-dd}, on which the transaction was made (BHT04).",
        Fits: "Services are billed once they were given.",
        Help: "Check the date; where it is right, BHT04 is not.");

    private static readonly DiagnosticDescriptor WrongCodeText = new("EDIT5049", Severity.Error,
        Title: "Code does not fit",
        Seen: "'{0}' does not fit here.",
        Fits: "{1}");

    private static readonly DiagnosticDescriptor DoubtfulCodeText = new("EDIT5050", Severity.Warning,
        Title: "Unusual code",
        Seen: "'{0}' is unusual here.",
        Fits: "{1}");

    private static readonly DiagnosticDescriptor NoPrincipalText = new("EDIT5051", Severity.Error,
        Title: "No principal diagnosis",
        Seen: "The first diagnosis has qualifier '{0}', and none is principal.",
        Fits: "One diagnosis has qualifier ABK (ICD-10) or BK (ICD-9).");

    private static readonly DiagnosticDescriptor NotKeptText = new("EDIT5052", Severity.Warning,
        Title: "Value not read",
        Seen: "{0}");

    private static readonly DiagnosticDescriptor LostZerosText = new("EDIT5061", Severity.Warning,
        Title: "Code with lost zeros",
        Seen: "'{0}' is read as {1}.",
        Fits: "A code is sent with all of its signs, zeros before it too, and with none besides.");

    private static readonly DiagnosticDescriptor SecondReferenceText = new("EDIT5062", Severity.Warning,
        Title: "Second number of one kind",
        Seen: "The second reference of qualifier {0} has another number, and is not read.",
        Fits: "A claim and a line keep one of each kind: the first.");

    private static readonly DiagnosticDescriptor PartOfCentText = new("EDIT5053", Severity.Error,
        Title: "Not an amount in cents",
        Seen: "'{0}' is not an amount of whole cents.",
        Fits: "An amount has at most two decimals and twelve digits before them.");

    private static readonly DiagnosticDescriptor NegativeText = new("EDIT5082", Severity.Warning,
        Title: "Negative charge or quantity",
        Seen: "'{0}' is less than nothing.",
        Fits: "What is billed is zero or more.",
        Help: "To take a claim back, send it with frequency 8.");

    public static Diagnostic Negative(Place place, string seen) => NegativeText.At(place, seen);

    public static Diagnostic TooManyElements(Place place, int most, string tag) => TooManyElementsText.At(place, most, tag);

    public static Diagnostic TooLong(Place place, int length, int most) => TooLongText.At(place, length, most);

    public static Diagnostic NotANumber(Place place, string seen) => NotANumberText.At(place, seen);

    public static Diagnostic PartOfCent(Place place, string seen) => PartOfCentText.At(place, seen);

    public static Diagnostic BadDate(Place place, string seen, string format) => BadDateText.At(place, seen, format, Layout(format));

    public static Diagnostic UnreadDate(Place place, string format) => UnreadDateText.At(place, format, Layout(format));

    public static Diagnostic ControlCharacter(Place place, byte character) => ControlCharacterText.At(place, character);

    public static Diagnostic CharacterSet(Place place) => CharacterSetText.At(place);

    public static Diagnostic ElementMissing(Place place) => ElementMissingText.At(place);

    public static Diagnostic CodeMissing(Place place) => CodeMissingText.At(place);

    public static Diagnostic CodeBeside(Place place) => CodeBesideText.At(place);

    public static Diagnostic WrongSeparator(Place place, char used, char declared) => WrongSeparatorText.At(place, used, declared);

    public static Diagnostic OtherSeparator(Place place, char used, char declared) => OtherSeparatorText.At(place, used, declared);

    public static Diagnostic PostOfficeBox(Place place) => PostOfficeBoxText.At(place);

    public static Diagnostic DateAhead(Place place, string seen, DateOnly made) => DateAheadText.At(place, seen, made);

    public static Diagnostic SignsInCode(Place place, string seen) => SignsInCodeText.At(place, seen);

    /// <summary>An accident by car or of another kind, without DTP*439. SOURCE: TR3 005010X222A1, Date - Accident.</summary>
    public static Diagnostic AccidentDate(Place place) => AccidentText.At(place, "date", "With related cause AA or OA stands DTP with qualifier 439.");

    /// <summary>An accident by car, without CLM11-4. SOURCE: TR3 005010X222A1, CLM11-4.</summary>
    public static Diagnostic AccidentState(Place place) => AccidentText.At(place, "state", "With related cause AA stands the state in the fourth component.");

    /// <summary>A claim whose facility code is said to be of the other form's code set.</summary>
    public static Diagnostic WrongFacilityQualifier(Place place, string seen, char fits) =>
        WrongCodeText.At(place, seen, $"Facility codes of this form have qualifier {fits}.");

    /// <summary>A claim whose facility code is of no known code set, or of one that is read all the same.</summary>
    public static Diagnostic DoubtfulFacilityQualifier(Place place, string? seen, char fits) =>
        DoubtfulCodeText.At(place, seen ?? "", $"Facility codes of this form have qualifier {fits}.");

    /// <summary>A code that is none of those that the guide lists.</summary>
    public static Diagnostic CodeNotInList(Place place, string seen, ulong[] codes) => WrongCodeText.At(place, seen, CodesNamed.Fits(codes));

    /// <summary>A hierarchy level that claims do not have.</summary>
    public static Diagnostic UnknownLevel(Place place, string seen) =>
        WrongCodeText.At(place, seen, "HL03 is 20 (billing provider), 22 (subscriber) or 23 (patient).");

    /// <summary>An HI qualifier that claims do not have.</summary>
    public static Diagnostic UnknownHealthCode(Place place, string seen) =>
        DoubtfulCodeText.At(place, seen, "Its codes are not read: claims do not have this qualifier.");

    /// <summary>A pointer written 1.00.</summary>
    public static Diagnostic PointerWithDecimals(Place place, string seen) => DoubtfulCodeText.At(place, seen, "Pointers to diagnoses are whole numbers without decimals.");

    public static Diagnostic NoPrincipal(Place place, string seen) => NoPrincipalText.At(place, seen);

    /// <summary>A basis of measurement that lines do not have.</summary>
    public static Diagnostic UnitBasisNotKept(Place place) => NotKeptText.At(place, "The basis of measurement is none of UN, MJ and DA.");

    /// <summary>A sex that is none of F, M and U.</summary>
    public static Diagnostic SexNotKept(Place place) => NotKeptText.At(place, "The sex is none of F, M and U.");

    /// <summary>ICD-9 procedures, which have no place on a claim.</summary>
    public static Diagnostic Icd9ProcedureNotKept(Place place) => NotKeptText.At(place, "ICD-9 procedure codes are not read.");

    /// <summary>A code that lost its leading zeros, or has one too many.</summary>
    public static Diagnostic LostZeros(Place place, string seen, string meant) => LostZerosText.At(place, seen, meant);

    /// <summary>A second authorization, referral or the like.</summary>
    public static Diagnostic SecondReference(Place place, string qualifier) => SecondReferenceText.At(place, qualifier);

    private static string? Layout(string format) => format switch
    {
        "D8" => "CCYYMMDD",
        "RD8" => "CCYYMMDD-CCYYMMDD",
        "DT" => "CCYYMMDDHHMM",
        "TM" => "HHMM",
        _ => null,
    };
}
