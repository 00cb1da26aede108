using EditEngine.Diagnostics;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Brackets, operators, unfinished clauses, and clauses that are missing or misplaced.</summary>
internal static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticDescriptor NotClosedText = new(
        "EDIT0132", Severity.Error, "Bracket not closed", Seen: "The '{0}' of line {1}, column {2} is not closed.", Help: "Add '{3}'.");

    private static readonly DiagnosticDescriptor NotOpenedText = new(
        "EDIT0133", Severity.Error, "Bracket not opened", Seen: "'{0}' closes nothing.", Help: "Remove it, or open it before.");

    private static readonly DiagnosticDescriptor WrongBracketText = new(
        "EDIT0134", Severity.Error, "Wrong bracket", Seen: "'{0}' closes what '{1}' has opened.", Help: "Write '{2}'.");

    private static readonly DiagnosticDescriptor MissingCommaText = new(
        "EDIT0135", Severity.Error, "Comma missing", Seen: "A comma is missing between '{0}' and '{1}'.");

    private static readonly DiagnosticDescriptor DanglingCommaText = new(
        "EDIT0136", Severity.Error, "Nothing after a comma", Seen: "Nothing follows this comma.", Help: "Remove it, or write what comes next.");

    private static readonly DiagnosticDescriptor ClauseTooLongText = new(
        "EDIT0192", Severity.Error, "Clause too long", Seen: "More than {0:N0} words and signs stand in one clause.", Help: "Keep long lists of codes in a file.");

    private static readonly DiagnosticDescriptor TooDeepText = new(
        "EDIT0137",
        Severity.Error,
        "Nested too deeply",
        Seen: "More than {0} brackets or steps stand inside one another.",
        Help: "Give the inner parts names with 'define' or 'let'.");

    private static readonly DiagnosticDescriptor NoTextFileText = new(
        "EDIT0138",
        Severity.Error,
        "Not a text file",
        Seen: "This is no text in UTF-8: it is binary, or saved as Unicode with two bytes a letter.",
        Help: "Save the file as UTF-8.");

    private static readonly DiagnosticDescriptor FileTooLongText = new(
        "EDIT0139", Severity.Error, "File too long", Seen: "The file has more than {0} characters.", Help: "Split it, or keep long lists in CSV files.");

    private static readonly DiagnosticDescriptor NoOutcomeText = new(
        "EDIT0140", Severity.Error, "Edit without an outcome", Seen: "Edit {0} says when, but not what happens.", Help: "Add 'then', as in 'then deny v reason …'.");

    private static readonly DiagnosticDescriptor NoForEachText = new(
        "EDIT0141",
        Severity.Error,
        "Edit without things",
        Seen: "Edit {0} does not say what it looks at.",
        Help: "Add 'for each', as in 'for each line v'.");

    private static readonly DiagnosticDescriptor ClauseOrderText = new(
        "EDIT0142",
        Severity.Error,
        "Clause out of order",
        Seen: "'{0}' stands after '{1}'.",
        Fits: "The order is phase, effective, retro or monitor, cite, owner, parameter, for each, let, when, unless, then, also, message, otherwise, test.");

    private static readonly DiagnosticDescriptor ClauseTwiceText = new(
        "EDIT0143", Severity.Error, "Clause given twice", Seen: "'{0}' stands twice.", Help: "{1}");

    private static readonly DiagnosticDescriptor NoVerbText = new(
        "EDIT0144",
        Severity.Error,
        "No outcome",
        Seen: "'{0}' is no outcome.",
        Fits: "Outcomes are {2}.",
        Help: "Did you mean '{1}'?");

    private static readonly DiagnosticDescriptor NoOperatorText = new(
        "EDIT0145", Severity.Error, "Comparison expected", Seen: "After '{0}', '{1}' does not fit.", Fits: "Here fits {2}.", Help: "Did you mean '{3}'?");

    private static readonly DiagnosticDescriptor UnfinishedText = new(
        "EDIT0146", Severity.Error, "Not finished", Seen: "Something is missing after '{0}'.", Fits: "Here fits {1}.");

    private static readonly DiagnosticDescriptor BareOrText = new(
        "EDIT0147",
        Severity.Error,
        "List written with 'or'",
        Seen: "After '{0}' stands '{1}', which is no condition.",
        Help: "To ask for one of several, write '{2}'.");

    private static readonly DiagnosticDescriptor NoEachText = new(
        "EDIT0148", Severity.Error, "'each' missing", Seen: "'for' needs 'each' before the things it names.", Help: "Write 'for each'.");

    private static readonly DiagnosticDescriptor AfterEndText = new(
        "EDIT0149", Severity.Error, "Text after 'end'", Seen: "'{0}' stands on the line of 'end'.", Fits: "'end' stands alone on its line.");

    private static readonly DiagnosticDescriptor OnlyUnlessText = new(
        "EDIT0150", Severity.Error, "Clause in 'extend'", Seen: "'extend' takes exceptions only.", Fits: "After 'with' fits 'unless CONDITION because \"…\"'.");

    /// <summary>An opening bracket without its partner.</summary>
    public static Diagnostic NotClosed(SourceSpan place, string bracket, SourceSpan opened, string closing) =>
        NotClosedText.At(place, bracket, opened.Line, opened.Column, closing) with
        {
            Fix = new Fix($"Add '{closing}'", place, closing == "}" ? " }" : closing),
        };

    /// <summary>A closing bracket without its partner.</summary>
    public static Diagnostic NotOpened(SourceSpan place, string bracket) => NotOpenedText.At(place, bracket) with { Fix = new Fix("Remove it", place, "") };

    /// <summary>A bracket closed by one of another shape.</summary>
    public static Diagnostic WrongBracket(SourceSpan place, string bracket, string opened, string meant) =>
        WrongBracketText.At(place, bracket, opened, meant) with { Fix = Write(place, meant) };

    /// <summary>Two members of a list side by side.</summary>
    public static Diagnostic MissingComma(SourceSpan place, string before, string after, SourceSpan gap) =>
        MissingCommaText.At(place, before, after) with { Fix = new Fix("Add a comma", gap, ",") };

    /// <summary>A comma before the end of a list.</summary>
    public static Diagnostic DanglingComma(SourceSpan place) => DanglingCommaText.At(place) with { Fix = new Fix("Remove the comma", place, "") };

    /// <summary>More words and signs than any clause has.</summary>
    public static Diagnostic ClauseTooLong(SourceSpan place, int most) => ClauseTooLongText.At(place, most);

    /// <summary>Nesting beyond what anyone could read.</summary>
    public static Diagnostic TooDeep(SourceSpan place, int most) => TooDeepText.At(place, most);

    /// <summary>Binary, or UTF-16.</summary>
    public static Diagnostic NoTextFile(SourceSpan place) => NoTextFileText.At(place);

    /// <summary>A file beyond the limit.</summary>
    public static Diagnostic FileTooLong(SourceSpan place, int most) => FileTooLongText.At(place, most);

    /// <summary>An edit without then.</summary>
    public static Diagnostic NoOutcome(SourceSpan place, string id) => NoOutcomeText.At(place, id);

    /// <summary>An edit without for each.</summary>
    public static Diagnostic NoForEach(SourceSpan place, string id) => NoForEachText.At(place, id);

    /// <summary>A clause that stands after one that it should stand before.</summary>
    public static Diagnostic ClauseOrder(SourceSpan place, string clause, string before) => ClauseOrderText.At(place, clause, before);

    /// <summary>A clause that may stand once.</summary>
    public static Diagnostic ClauseTwice(SourceSpan place, string clause, string help) => ClauseTwiceText.At(place, clause, help);

    /// <summary>then or also without a verb.</summary>
    public static Diagnostic NoVerb(SourceSpan place, string text, string? meant) =>
        NoVerbText.At(place, text, meant, ActionTable.VerbPhrase) with { Fix = meant is null ? null : Write(place, meant) };

    /// <summary>A value after a value.</summary>
    public static Diagnostic NoOperator(SourceSpan place, string before, string text, string fits, string? meant) =>
        NoOperatorText.At(place, before, text, fits, meant) with { Fix = meant is null ? null : Write(place, meant) };

    /// <summary>A clause that ends too early.</summary>
    public static Diagnostic Unfinished(SourceSpan place, string before, string? fits) => UnfinishedText.At(place, before, fits);

    /// <summary><c>= 11102 or 11721</c>.</summary>
    public static Diagnostic BareOr(SourceSpan place, string word, string text, string? meant) => BareOrText.At(place, word, text, meant);

    /// <summary>for without each.</summary>
    public static Diagnostic NoEach(SourceSpan place) => NoEachText.At(place) with { Fix = Write(place, "for each") };

    /// <summary>Another clause than unless in extend.</summary>
    public static Diagnostic OnlyUnless(SourceSpan place) => OnlyUnlessText.At(place);

    /// <summary>Text after end on its line.</summary>
    public static Diagnostic AfterEnd(SourceSpan place, string text) => AfterEndText.At(place, text);
}
