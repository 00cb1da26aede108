using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>What can be wrong with claims in JSON, and with results read back: EDIT5201 to EDIT5239, EDIT5270 to EDIT5299.</summary>
internal static class JsonDiagnostics
{
    private static readonly DiagnosticDescriptor NotJsonText = new("EDIT5201", Severity.Error,
        Title: "Not JSON",
        Seen: "The JSON breaks at '{0}'.",
        Fits: "A {1} is one complete JSON object.",
        Help: "Look at the quotes, commas and brackets just before this place.");

    private static readonly DiagnosticDescriptor CutOffText = new("EDIT5202", Severity.Error,
        Title: "Claim cut off",
        Seen: "The JSON ends in the middle of a {0}.",
        Fits: "A {0} is one complete JSON object on one line.",
        Help: "Look for a missing bracket or quote, or send the file again if it was cut off.");

    private static readonly DiagnosticDescriptor NotAnObjectText = new("EDIT5203", Severity.Error,
        Title: "Not a claim object",
        Seen: "{0} stands where a {1} belongs.",
        Fits: "A {1} is a JSON object: {2}.");

    private static readonly DiagnosticDescriptor UnknownMemberText = new("EDIT5204", Severity.Error,
        Title: "Unknown member",
        Seen: "'{0}' is not a member here.",
        Fits: "Members here are {1}.",
        Help: "Did you mean '{2}'?");

    private static readonly DiagnosticDescriptor RepeatedMemberText = new("EDIT5205", Severity.Error,
        Title: "Member given twice",
        Seen: "'{0}' stands twice in one object.",
        Fits: "Each member stands once.",
        Help: "Take one of the two out.");

    private static readonly DiagnosticDescriptor MissingMemberText = new("EDIT5206", Severity.Error,
        Title: "Required member missing",
        Seen: "'{0}' is missing or empty.",
        Fits: "It is required here.");

    private static readonly DiagnosticDescriptor WrongTypeText = new("EDIT5207", Severity.Error,
        Title: "Wrong type of value",
        Seen: "{0} stands here.",
        Fits: "What fits is {1}.",
        Help: "Write {2}.");

    private static readonly DiagnosticDescriptor BadDateText = new("EDIT5208", Severity.Error,
        Title: "Not a date",
        Seen: "'{0}' is not a date.",
        Fits: "A date is written year-month-day, as 2024-05-02.",
        Help: "Write \"{1}\" if that is the day meant.");

    private static readonly DiagnosticDescriptor BadInstantText = new("EDIT5209", Severity.Error,
        Title: "Not a point in time",
        Seen: "'{0}' is not a point in time.",
        Fits: "It is written with date, time to the second and offset, as 2024-05-02T14:30:00Z or 2024-05-02T14:30:00-05:00.");

    private static readonly DiagnosticDescriptor BadTimeText = new("EDIT5210", Severity.Error,
        Title: "Not a time of day",
        Seen: "'{0}' is not a time of day.",
        Fits: "It is written as 14:30 or 14:30:00.");

    private static readonly DiagnosticDescriptor UnknownWordText = new("EDIT5211", Severity.Error,
        Title: "Word not allowed here",
        Seen: "'{0}' is not one of the words allowed here.",
        Fits: "They are {1}.",
        Help: "Did you mean '{2}'?");

    private static readonly DiagnosticDescriptor PartOfCentText = new("EDIT5212", Severity.Error,
        Title: "Part of a cent",
        Seen: "{0} is not a whole number of cents.",
        Fits: "Money is in dollars with at most two decimals.");

    private static readonly DiagnosticDescriptor OutOfRangeText = new("EDIT5213", Severity.Error,
        Title: "Number out of range",
        Seen: "{0} does not fit here.",
        Fits: "What fits is {1}.");

    private static readonly DiagnosticDescriptor NoLinesText = new("EDIT5214", Severity.Error,
        Title: "No lines",
        Seen: "The claim has no lines.",
        Fits: "A claim has 1 to 999 lines.");

    private static readonly DiagnosticDescriptor TooManyItemsText = new("EDIT5215", Severity.Error,
        Title: "Too many in a list",
        Seen: "{0} stand in this list.",
        Fits: "It holds at most {1}.");

    private static readonly DiagnosticDescriptor RepeatedLineNumberText = new("EDIT5216", Severity.Error,
        Title: "Line number given twice",
        Seen: "Line number {0} stands twice on this claim.",
        Fits: "Line numbers of a claim are unique.");

    private static readonly DiagnosticDescriptor BadTextText = new("EDIT5217", Severity.Error,
        Title: "Half a character",
        Seen: "The text holds half of a surrogate pair.",
        Fits: "A \\ud8xx escape is followed by a \\udcxx escape.",
        Help: "Write the character itself in UTF-8.");

    private static readonly DiagnosticDescriptor MoreProblemsText = new("EDIT5218", Severity.Note,
        Title: "More problems",
        Seen: "{0} more problems of this {1} are not shown.");

    private static readonly DiagnosticDescriptor UnknownHistoryMemberText = new("EDIT5219", Severity.Warning,
        Title: "Unknown member of a history line",
        Seen: "'{0}' is not a member that is read here, and was left out.",
        Help: "Did you mean '{1}'?");

    private static readonly DiagnosticDescriptor EmptyCodeText = new("EDIT5220", Severity.Warning,
        Title: "Empty code in a list",
        Seen: "An empty text stands in a list of codes, and was left out.");

    private static readonly DiagnosticDescriptor LostZerosText = new("EDIT5221", Severity.Warning,
        Title: "Code with lost zeros",
        Seen: "'{0}' is read as {1}.",
        Fits: "A code is written with all of its signs, zeros before it too, and with none besides.");

    private static readonly DiagnosticDescriptor OddCodeText = new("EDIT5222", Severity.Warning,
        Title: "Code without the form of its kind",
        Seen: "'{0}' has not the form of a {1} code; it is kept as it stands, and is equal to no such code.");

    private static readonly DiagnosticDescriptor FhirText = new("EDIT5235", Severity.Error,
        Title: "FHIR resource",
        Seen: "This is FHIR ({0}), which is not read.",
        Fits: "Claims are read in X12 837, and in JSON of the claim schema.",
        Help: "Map the resource to the claim schema (docs/schema/claim.schema.json) first.");

    private static readonly DiagnosticDescriptor TooDeepText = new("EDIT5270", Severity.Error,
        Title: "Nested too deeply",
        Seen: "More than {0} objects and lists stand one inside of the other.",
        Fits: "Claims and results have at most eight.");

    private static readonly DiagnosticDescriptor NotUtf8Text = new("EDIT5230", Severity.Error,
        Title: "Not UTF-8",
        Seen: "The byte {0} is no part of a UTF-8 character.",
        Fits: "Claims in JSON are UTF-8.",
        Help: "Save the file as UTF-8.");

    private static readonly DiagnosticDescriptor TooLongText = new("EDIT5231", Severity.Error,
        Title: "Claim too long",
        Seen: "The claim is longer than {0} bytes.",
        Fits: "A claim is one line of at most that length.",
        Help: "Put each claim on its own line.");

    private static readonly DiagnosticDescriptor NotTextText = new("EDIT5232", Severity.Error,
        Title: "Not a text file in UTF-8",
        Seen: "The file is {0}.",
        Fits: "Claims in JSON are UTF-8 text, one object a line.",
        Help: "Save or export it as UTF-8 text.");

    private static readonly DiagnosticDescriptor ListNotClosedText = new("EDIT5233", Severity.Error,
        Title: "List of claims not closed",
        Seen: "The file ends without the ] that closes its list of claims.",
        Help: "Send the file again if it was cut off.");

    private static readonly DiagnosticDescriptor UnreadableText = new("EDIT5234", Severity.Error,
        Title: "File cannot be read to its end",
        Seen: "Reading stopped: {0}",
        Help: "Send the file again if it was cut off; claims before this place are read.");

    /// <summary>A sign that JSON does not allow there.</summary>
    public static Diagnostic NotJson(Place place, string sign, string thing) => NotJsonText.At(place, sign, thing);

    /// <summary>The text ends before the object does.</summary>
    public static Diagnostic CutOff(Place place, string thing) => CutOffText.At(place, thing);

    /// <summary>A line holds a number, text or list.</summary>
    public static Diagnostic NotAnObject(Place place, string seen, string thing) =>
        NotAnObjectText.At(place, seen, thing, thing == "claim" ? "{\"id\": …, \"type\": …, \"lines\": […]}" : "{\"claim\": …, \"pack\": …, \"findings\": […]}");

    /// <summary>A member that the schema does not know.</summary>
    public static Diagnostic UnknownMember(Place place, string name, ReadOnlySpan<string> known)
    {
        string? nearest = NearestName.Of(name, known.ToArray());
        return UnknownMemberText.At(place, SentText.Name(name), nearest is null ? string.Join(", ", known) : null, nearest);
    }

    /// <summary>A key that its object already has.</summary>
    public static Diagnostic RepeatedMember(Place place, string name) => RepeatedMemberText.At(place, SentText.Name(name));

    /// <summary>A required member that is absent, null or blank.</summary>
    public static Diagnostic MissingMember(Place place, string name) => MissingMemberText.At(place, name);

    /// <summary>A value of another type.</summary>
    public static Diagnostic WrongType(Place place, string seen, string fits, string? help) => WrongTypeText.At(place, seen, fits, help);

    /// <summary>A text that is no ISO date.</summary>
    public static Diagnostic BadDate(Place place, string seen, DateOnly? meant) =>
        BadDateText.At(place, SentText.Value(seen), meant?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A text that is no ISO instant with offset.</summary>
    public static Diagnostic BadInstant(Place place, string seen) => BadInstantText.At(place, SentText.Instant(seen));

    /// <summary>A text that is no time of day.</summary>
    public static Diagnostic BadTime(Place place, string seen) => BadTimeText.At(place, SentText.Value(seen));

    /// <summary>A word outside of a closed list.</summary>
    public static Diagnostic UnknownWord(Place place, string seen, ReadOnlySpan<string> words)
    {
        // What is near to one of the words is a slip in it; anything else may be a person's.
        string? nearest = NearestName.Of(seen, words.ToArray());
        return UnknownWordText.At(place, nearest is null ? SentText.Value(seen) : SentText.Name(seen), string.Join(", ", words), nearest);
    }

    /// <summary>Money with more than two decimals.</summary>
    public static Diagnostic PartOfCent(Place place, string seen) => PartOfCentText.At(place, SentText.Value(seen));

    /// <summary>A number outside of what its member takes.</summary>
    public static Diagnostic OutOfRange(Place place, string seen, string fits) => OutOfRangeText.At(place, SentText.Value(seen), fits);

    /// <summary>An empty list of lines.</summary>
    public static Diagnostic NoLines(Place place) => NoLinesText.At(place);

    /// <summary>A list beyond its length.</summary>
    public static Diagnostic TooManyItems(Place place, int seen, int most) => TooManyItemsText.At(place, seen, most);

    /// <summary>Two lines of one claim with the same number.</summary>
    public static Diagnostic RepeatedLineNumber(Place place, int number) => RepeatedLineNumberText.At(place, number);

    /// <summary>A text with a lone surrogate.</summary>
    public static Diagnostic BadText(Place place) => BadTextText.At(place);

    /// <summary>Problems beyond those shown for one claim.</summary>
    public static Diagnostic MoreProblems(Place place, int count, string thing) => MoreProblemsText.At(place, count, thing);

    /// <summary>A member that history lines may have, but that is not read.</summary>
    public static Diagnostic UnknownHistoryMember(Place place, string name, ReadOnlySpan<string> known) =>
        UnknownHistoryMemberText.At(place, SentText.Name(name), NearestName.Of(name, known.ToArray()));

    /// <summary>A blank item in a list of codes.</summary>
    public static Diagnostic EmptyCode(Place place) => EmptyCodeText.At(place);

    /// <summary>A code that lost its leading zeros, or has one too many.</summary>
    public static Diagnostic LostZeros(Place place, string seen, string meant) => LostZerosText.At(place, seen, meant);

    /// <summary>A code that no code of its system looks like.</summary>
    public static Diagnostic OddCode(Place place, string seen, string system) => OddCodeText.At(place, SentText.Value(seen), system);

    /// <summary>A FHIR resource in place of a claim.</summary>
    public static Diagnostic Fhir(Place place, string resource) => FhirText.At(place, SentText.Name(resource));

    /// <summary>Brackets within brackets, far beyond any claim.</summary>
    public static Diagnostic TooDeep(Place place, int most) => TooDeepText.At(place, most);

    /// <summary>A claim whose bytes are not UTF-8.</summary>
    public static Diagnostic NotUtf8(Place place, byte seen) =>
        NotUtf8Text.At(place, seen.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A claim beyond the length that is held in memory.</summary>
    public static Diagnostic TooLong(Place place, int limit) => TooLongText.At(place, limit);

    /// <summary>A file in UTF-16, or no text at all.</summary>
    public static Diagnostic NotText(Place place, string kind) => NotTextText.At(place, kind);

    /// <summary>A file that is one JSON list and ends too early.</summary>
    public static Diagnostic ListNotClosed(Place place) => ListNotClosedText.At(place);

    /// <summary>The disk, the network or the compression failed in the middle.</summary>
    public static Diagnostic Unreadable(Place place, string reason) => UnreadableText.At(place, reason);
}
