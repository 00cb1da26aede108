using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Claims;

/// <summary>What can be wrong with a claim built by hand: EDIT5320 to EDIT5329. Nothing of a sent value is shown.</summary>
internal static class ClaimDiagnostics
{
    private static readonly DiagnosticDescriptor UnknownMemberText = new("EDIT5320", Severity.Error,
        Title: "Not one of the kinds there are",
        Seen: "The {0} is none of those there are.",
        Fits: "They are {1}.");

    private static readonly DiagnosticDescriptor OtherSystemText = new("EDIT5321", Severity.Error,
        Title: "Code of another system",
        Seen: "A code of the system {0} stands here.",
        Fits: "Codes here are of the system {1}.",
        Help: "Make it by Code.From with that system.");

    private static readonly DiagnosticDescriptor NothingText = new("EDIT5322", Severity.Error,
        Title: "Nothing where something is required",
        Seen: "Nothing stands here.",
        Fits: "It is required.");

    private static readonly DiagnosticDescriptor NoLinesText = new("EDIT5323", Severity.Error,
        Title: "Claim without lines",
        Seen: "The claim has no lines.",
        Fits: "A claim has at least one.");

    private static readonly DiagnosticDescriptor LineNumberText = new("EDIT5324", Severity.Error,
        Title: "Line number below 1",
        Seen: "The number of the line is {0}.",
        Fits: "Lines are numbered from 1.");

    private static readonly DiagnosticDescriptor RepeatedNumberText = new("EDIT5325", Severity.Error,
        Title: "Line number given twice",
        Seen: "Line number {0} stands twice on the claim.",
        Fits: "Line numbers of a claim are unique.");

    private static readonly DiagnosticDescriptor NegativeText = new("EDIT5326", Severity.Warning,
        Title: "Less than nothing",
        Seen: "The value is less than nothing.",
        Fits: "Units, charges and payments are none or more.");

    private static readonly DiagnosticDescriptor StrayPointerText = new("EDIT5327", Severity.Warning,
        Title: "Pointer to no diagnosis",
        Seen: "The pointer {0} leads to no diagnosis of the claim.",
        Fits: "Pointers count the diagnoses of the claim from 1.");

    private static readonly DiagnosticDescriptor FactText = new("EDIT5328", Severity.Error,
        Title: "Fact of no value, or of several",
        Seen: "The fact has {0} values.",
        Fits: "A fact is a text, a number, or yes or no.");

    private static readonly DiagnosticDescriptor WordText = new("EDIT5329", Severity.Warning,
        Title: "Word that no edit expects",
        Seen: "The word is none of those that stand here.",
        Fits: "They are {0}.");

    public static Diagnostic UnknownMember(Place place, string kind, ImmutableArray<string> known) => UnknownMemberText.At(place, kind, string.Join(", ", known));

    public static Diagnostic OtherSystem(Place place, CodeSystem seen, CodeSystem wanted) => OtherSystemText.At(place, seen, wanted);

    public static Diagnostic Nothing(Place place) => NothingText.At(place);

    public static Diagnostic NoLines(Place place) => NoLinesText.At(place);

    public static Diagnostic LineNumber(Place place, int number) => LineNumberText.At(place, number);

    public static Diagnostic RepeatedNumber(Place place, int number) => RepeatedNumberText.At(place, number);

    public static Diagnostic Negative(Place place) => NegativeText.At(place);

    public static Diagnostic StrayPointer(Place place, int pointer) => StrayPointerText.At(place, pointer);

    public static Diagnostic Fact(Place place, int values) => FactText.At(place, values);

    public static Diagnostic Word(Place place, ImmutableArray<string> known) => WordText.At(place, string.Join(", ", known));
}
