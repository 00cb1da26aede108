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
        "EDIT0306", Severity.Error, "Nothing to have", "{0} has no {1}s to ask for.", "What can be had there: {2}.", "{3}");

    private static readonly DiagnosticDescriptor ArgumentsText = new(
        "EDIT0307", Severity.Error, "Wrong use of a definition", "'{0}' is defined for {1}, and is used here for {2}.");

    private static readonly DiagnosticDescriptor ChoiceTypesText = new(
        "EDIT0308", Severity.Error, "Branches differ", "One branch of this choice is {0}, another {1}.", "All branches are of one type.");

    private static readonly DiagnosticDescriptor TaintText = new(
        "EDIT0309", Severity.Error, "A guess cannot decide", "This edit reads {0} (through {1}) and would {2}.", "What reads a score, a statistic or a suggestion may only pend or review.", "Write 'then pend … queue \"…\"' or 'then review …'.");

    private static readonly DiagnosticDescriptor NotYesNoText = new(
        "EDIT0310", Severity.Error, "Nothing to be", "{0} cannot be '{1}'.", "What fits after is: {2}.", "{3}");

    private static readonly DiagnosticDescriptor SeveralThereText = new(
        "EDIT0311", Severity.Error, "Several where one is compared", "{0} can have several {1}, and no comparison says which is meant.", null, "Write '{2}'.");

    private static readonly DiagnosticDescriptor QuotedValueText = new(
        "EDIT0312", Severity.Error, "Value in quotes", "{0} stands in quotes and is a text so.", null, "Write {1} without quotes.");

    private static readonly DiagnosticDescriptor NoSignText = new(
        "EDIT0313", Severity.Error, "Amount without its sign", "{0} is compared with the number {1}.", null, "Write '{2}'.");

    private static readonly DiagnosticDescriptor CodeOrderText = new(
        "EDIT0314", Severity.Error, "Codes have no order", "A {0} code is put in order with '{1}'.", "Codes have no order but that of their ranges.", "Write '{2}'.");

    private static readonly DiagnosticDescriptor UnitOfNumberText = new(
        "EDIT0315", Severity.Error, "Number beside a period", "{0}, and is compared with '{1}'.", null, "Write '{2}'.");

    private static readonly DiagnosticDescriptor TooLargeNumberText = new(
        "EDIT0316", Severity.Error, "Number too large", "The number has {0} digits.", "A number has at most 28 digits.");

    /// <summary>A list of codes compared as one.</summary>
    public static Diagnostic SeveralThere(SourceSpan place, string thing, string list, string meant) =>
        SeveralThereText.At(place, Capital(thing), list, meant) with { Fix = Write(place, meant) };

    /// <summary>A date or number as a text.</summary>
    public static Diagnostic QuotedValue(SourceSpan place, object type, string text) => QuotedValueText.At(place, Capital(type), text) with { Fix = Write(place, text) };

    /// <summary>1500 where $1500 fits, 50 where 50% does.</summary>
    public static Diagnostic NoSign(SourceSpan place, object type, string number, string meant) => NoSignText.At(place, Capital(type), number, meant);

    /// <summary>Codes compared by order.</summary>
    public static Diagnostic CodeOrder(SourceSpan place, string system, string sign, string meant) => CodeOrderText.At(place, system, sign, meant);

    /// <summary>An age or a number of days compared with a period.</summary>
    public static Diagnostic UnitOfNumber(SourceSpan place, string what, string period, string meant) => UnitOfNumberText.At(place, what, period, meant);

    /// <summary>A number beyond what is calculated with.</summary>
    public static Diagnostic TooLargeNumber(SourceSpan place, int digits) => TooLargeNumberText.At(place, digits);

    private static Fix Write(SourceSpan place, string text) => new($"Write '{text}'", place, text);

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
        NoListText.At(place, Capital(thing), member, Meant.Listed(member, known), Meant.Sentence(member, known));

    /// <summary>A definition used for something else than it is defined for.</summary>
    public static Diagnostic Arguments(SourceSpan place, string name, string defined, string used) => ArgumentsText.At(place, name, defined, used);

    /// <summary>A choice of several types.</summary>
    public static Diagnostic ChoiceTypes(SourceSpan place, object first, object other) => ChoiceTypesText.At(place, first, other);

    /// <summary>An edit that reads a guess and would decide.</summary>
    public static Diagnostic Taint(SourceSpan place, string source, string path, string action) => TaintText.At(place, source, path, action);

    /// <summary>A word after <c>is</c> that fits nothing.</summary>
    public static Diagnostic NotYesNo(SourceSpan place, object thing, string word, IEnumerable<string> known) =>
        NotYesNoText.At(place, Capital(thing), word, Meant.Listed(word, known), Meant.Sentence(word, known));

    // Types are shown as they print themselves: what a type is, a room to the right of this one knows.
    private static string Capital(object type)
    {
        string text = $"{type}";
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
