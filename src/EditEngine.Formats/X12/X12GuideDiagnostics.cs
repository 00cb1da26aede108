using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>What a guide refuses although it can be read.</summary>
internal static class X12GuideDiagnostics
{
    private static readonly DiagnosticDescriptor ElementNotUsedText = new("EDIT5070", Severity.Error,
        Title: "Element not used",
        Seen: "The element holds something.",
        Fits: "The guide does not use it here: it is empty.");

    private static readonly DiagnosticDescriptor TooShortText = new("EDIT5071", Severity.Error,
        Title: "Element too short",
        Seen: "The element has {0} characters.",
        Fits: "At least {1} fit.");

    private static readonly DiagnosticDescriptor BadTimeText = new("EDIT5072", Severity.Error,
        Title: "Not a time",
        Seen: "The element is not a time of day.",
        Fits: "A time is HHMM, also with seconds and their parts.");

    private static readonly DiagnosticDescriptor TooManyComponentsText = new("EDIT5073", Severity.Error,
        Title: "Too many components",
        Seen: "The element has more than {0} components.",
        Fits: "It has at most {0}.");

    private static readonly DiagnosticDescriptor ElementAskedText = new("EDIT5074", Severity.Error,
        Title: "Element missing beside another",
        Seen: "The element is empty, but {0} holds something.",
        Fits: "One asks for the other: both are there, or neither.");

    private static readonly DiagnosticDescriptor OneOfElementsText = new("EDIT5075", Severity.Error,
        Title: "None of several elements",
        Seen: "{0} are empty.",
        Fits: "At least one of them is there.");

    private static readonly DiagnosticDescriptor ElementExcludedText = new("EDIT5076", Severity.Error,
        Title: "Two elements of which one fits",
        Seen: "The element holds something, and so does {0}.",
        Fits: "Only one of them is there.");

    private static readonly DiagnosticDescriptor SegmentTooOftenText = new("EDIT5077", Severity.Error,
        Title: "Segment too often",
        Seen: "{0} stands more than {1} times.",
        Fits: "The guide allows {1} of its kind in loop {2}.");

    private static readonly DiagnosticDescriptor OutOfSequenceText = new("EDIT5078", Severity.Error,
        Title: "Segment behind its place",
        Seen: "{0} stands behind segments of loop {1} that come after it.",
        Fits: "The guide has an order of segments in each loop.",
        Help: "Move it up.");

    public static Diagnostic ElementNotUsed(Place place) => ElementNotUsedText.At(place);

    public static Diagnostic TooShort(Place place, int length, int least) => TooShortText.At(place, length, least);

    public static Diagnostic BadTime(Place place) => BadTimeText.At(place);

    public static Diagnostic TooManyComponents(Place place, int most) => TooManyComponentsText.At(place, most);

    public static Diagnostic ElementAsked(Place place, string tag, int by) => ElementAskedText.At(place, Name(tag, by));

    public static Diagnostic OneOfElements(Place place, string tag, IEnumerable<int> elements) =>
        OneOfElementsText.At(place, string.Join(" and ", elements.Select(position => Name(tag, position))));

    public static Diagnostic ElementExcluded(Place place, string tag, int other) => ElementExcludedText.At(place, Name(tag, other));

    public static Diagnostic SegmentTooOften(Place place, string tag, int most, string? loop) => SegmentTooOftenText.At(place, tag, most, loop ?? "ST");

    public static Diagnostic OutOfSequence(Place place, string tag, string? loop) => OutOfSequenceText.At(place, tag, loop ?? "ST");

    private static string Name(string tag, int position) => $"{tag}{position:00}";
}
