using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Types: EDIT03nn.</summary>
internal static class TypeDiagnostics
{
    private static readonly DiagnosticDescriptor CannotCompareText = new(
        "EDIT0301", Severity.Error, "Cannot compare", "{0} cannot be compared with {1}.", "Both sides of a comparison are of one type.");

    private static readonly DiagnosticDescriptor CannotCalculateText = new(
        "EDIT0302", Severity.Error, "Cannot calculate", "'{0}' does not work on {1} and {2}.", "{3}");

    private static readonly DiagnosticDescriptor NotAConditionText = new(
        "EDIT0303", Severity.Error, "Not a condition", "This is {0}, not a condition.", "A condition compares something, or asks with is, has, in, any, no or every.");

    private static readonly DiagnosticDescriptor UnexpectedText = new(
        "EDIT0304", Severity.Error, "Wrong type", "This is {0}; {1} fits here.");

    private static readonly DiagnosticDescriptor NotANumberText = new(
        "EDIT0305", Severity.Error, "Not a number", "'{0}' is no number.", "{1} fits here.");

    private static readonly DiagnosticDescriptor NoListText = new(
        "EDIT0306", Severity.Error, "Nothing to have", "{0} has no {1}s to ask for.", "What can be had there: {2}.", "Did you mean '{3}'?");

    private static readonly DiagnosticDescriptor ArgumentsText = new(
        "EDIT0307", Severity.Error, "Wrong use of a definition", "'{0}' is defined for {1}, and is used here for {2}.");

    private static readonly DiagnosticDescriptor ChoiceTypesText = new(
        "EDIT0308", Severity.Error, "Branches differ", "One branch of this choice is {0}, another {1}.", "All branches are of one type.");

    private static readonly DiagnosticDescriptor TaintText = new(
        "EDIT0309", Severity.Error, "A guess cannot decide", "This edit reads {0} (through {1}) and would {2}.", "What reads a score, a statistic or a suggestion may only pend or review.", "Write 'then pend … queue \"…\"' or 'then review …'.");

    private static readonly DiagnosticDescriptor NotYesNoText = new(
        "EDIT0310", Severity.Error, "Nothing to be", "{0} cannot be '{1}'.", "What fits after is: {2}.", "Did you mean '{3}'?");

    /// <summary>Two types that never meet in a comparison.</summary>
    public static Diagnostic CannotCompare(SourceSpan place, object left, object right) => CannotCompareText.At(place, Capital(left), right);

    /// <summary>An operator on types it is not for.</summary>
    public static Diagnostic CannotCalculate(SourceSpan place, string sign, object left, object right, string? fits) =>
        CannotCalculateText.At(place, sign, left, right, fits);

    /// <summary>A value where a condition fits.</summary>
    public static Diagnostic NotACondition(SourceSpan place, object type) => NotAConditionText.At(place, type);

    /// <summary>A value of another type than fits.</summary>
    public static Diagnostic Unexpected(SourceSpan place, object type, string fits) => UnexpectedText.At(place, type, fits);

    /// <summary>An atom that is no number.</summary>
    public static Diagnostic NotANumber(SourceSpan place, string text, object fits) => NotANumberText.At(place, text, Capital(fits));

    /// <summary>A <c>has</c> of something the thing has no list of.</summary>
    public static Diagnostic NoList(SourceSpan place, object thing, string member, IEnumerable<string> known) =>
        NoListText.At(place, Capital(thing), member, string.Join(", ", known), NearestName.Of(member, known));

    /// <summary>A definition used for something else than it is defined for.</summary>
    public static Diagnostic Arguments(SourceSpan place, string name, string defined, string used) => ArgumentsText.At(place, name, defined, used);

    /// <summary>A choice of several types.</summary>
    public static Diagnostic ChoiceTypes(SourceSpan place, object first, object other) => ChoiceTypesText.At(place, first, other);

    /// <summary>An edit that reads a guess and would decide.</summary>
    public static Diagnostic Taint(SourceSpan place, string source, string path, string action) => TaintText.At(place, source, path, action);

    /// <summary>A word after <c>is</c> that fits nothing.</summary>
    public static Diagnostic NotYesNo(SourceSpan place, object thing, string word, IEnumerable<string> known) =>
        NotYesNoText.At(place, Capital(thing), word, string.Join(", ", known), NearestName.Of(word, known));

    // Types are shown as they print themselves: what a type is, a room to the right of this one knows.
    private static string Capital(object type)
    {
        string text = $"{type}";
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
