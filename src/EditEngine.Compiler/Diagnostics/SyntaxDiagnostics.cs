using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>What can be wrong with the writing of a rule file.</summary>
internal static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticDescriptor NoSuchDayText = new(
        "EDIT0101", Severity.Error, "No such day", Seen: "'{0}' is not a day of the calendar.", Fits: "A date is written year-month-day.");

    private static readonly DiagnosticDescriptor ListInParenthesesText = new(
        "EDIT0102",
        Severity.Error,
        "List in parentheses",
        Seen: "A list in parentheses stands where one value is asked for.",
        Fits: "Parentheses hold a list only after 'for', 'least of' and 'greatest of'.",
        Help: "The codes of a set stand in braces: write '{0}'.");

    private static readonly DiagnosticDescriptor OtherwiseNotLastText = new(
        "EDIT0103", Severity.Error, "'otherwise' is not last", Seen: "'otherwise' is not the last branch.", Help: "Move it to the end of the list.");

    private static readonly DiagnosticDescriptor LastBranchBareText = new(
        "EDIT0104",
        Severity.Error,
        "Last branch without 'otherwise'",
        Seen: "The last branch has neither a condition nor 'otherwise'.",
        Help: "Write 'otherwise' before it.");

    private static readonly DiagnosticDescriptor BranchWithoutIfText = new(
        "EDIT0105", Severity.Error, "Branch without a condition", Seen: "This branch has no condition.", Fits: "Each branch but the last is 'VALUE if CONDITION'.");

    private static readonly DiagnosticDescriptor SumNotAloneText = new(
        "EDIT0106",
        Severity.Error,
        "Sum beside other arithmetic",
        Seen: "It cannot be told where the sum ends.",
        Help: "Put the sum in parentheses, as in '(sum of units of g) + 1'.");

    private static readonly DiagnosticDescriptor AndBesideOrText = new(
        "EDIT0107",
        Severity.Error,
        "'and' beside 'or'",
        Seen: "'and' and 'or' stand side by side: which binds first is not said.",
        Help: "Put parentheses around one group.");

    private static readonly DiagnosticDescriptor OptionTwiceText = new(
        "EDIT0108", Severity.Error, "Said twice", Seen: "'{0}' stands twice in this outcome.", Help: "Remove one of the two.");

    private static readonly DiagnosticDescriptor OnlyWithAddLineText = new(
        "EDIT0109", Severity.Error, "Only with 'add line'", Seen: "'{0}' belongs to 'add line' only.", Help: "Remove it, or write 'also add line …'.");

    private static readonly DiagnosticDescriptor AddedWithWhatText = new(
        "EDIT0110", Severity.Error, "Unknown part of an added line", Seen: "An added line has no '{0}'.", Fits: "After 'with' fit 'modifier' and 'units'.");

    private static readonly DiagnosticDescriptor TestWithoutTitleText = new(
        "EDIT0111", Severity.Error, "Test without a title", Seen: "The test has no title.", Help: "Write in quotes what it shows.");

    private static readonly DiagnosticDescriptor NoBecauseText = new(
        "EDIT0112", Severity.Error, "No reason given", Seen: "An exception needs its reason.", Help: "Add because \"…\".");

    private static readonly DiagnosticDescriptor NoTitleText = new(
        "EDIT0113", Severity.Error, "Edit without a title", Seen: "Edit {0} has no title.", Help: "Write in quotes what it is about, after the id.");

    private static readonly DiagnosticDescriptor RowNotClosedText = new(
        "EDIT0114", Severity.Error, "Row not closed", Seen: "This row of the grid does not begin and end with '|'.", Fits: "Each row stands on one line, between '|' and '|'.");

    private static readonly DiagnosticDescriptor RowWidthText = new(
        "EDIT0115", Severity.Error, "Row of another width", Seen: "This row has {0} cells.", Fits: "The header has {1}.");

    private static readonly DiagnosticDescriptor NoEndText = new(
        "EDIT0116", Severity.Error, "Edit without 'end'", Seen: "Edit {0} has no 'end'.", Help: "Add 'end' after this line.");

    private static readonly DiagnosticDescriptor OutsideDeclarationText = new(
        "EDIT0117",
        Severity.Error,
        "Outside of everything",
        Seen: "'{0}' stands outside of any edit or declaration.",
        Fits: "A line at the left starts with pack, edit, define, codes, table, parameter, reasons, phases, dates, limit, fact, disable, override, extend or replace.");

    private static readonly DiagnosticDescriptor UnexpectedText = new(
        "EDIT0118", Severity.Error, "Does not fit here", Seen: "'{0}' does not fit here.", Fits: "Here fits {1}.", Help: "Did you mean '{2}'?");

    /// <summary>A date literal names a day that does not exist.</summary>
    public static Diagnostic NoSuchDay(SourceSpan place, string text) => NoSuchDayText.At(place, text);

    /// <summary>Several values in parentheses where one is asked for.</summary>
    public static Diagnostic ListInParentheses(SourceSpan place, string braced) =>
        ListInParenthesesText.At(place, braced) with { Fix = Write(place, braced) };

    /// <summary>An <c>otherwise</c> before the last branch.</summary>
    public static Diagnostic OtherwiseNotLast(SourceSpan place) => OtherwiseNotLastText.At(place);

    /// <summary>A last branch that is a bare value after branches with conditions.</summary>
    public static Diagnostic LastBranchBare(SourceSpan place) => LastBranchBareText.At(place) with
    {
        Fix = new Fix("Add 'otherwise'", place with { Length = 0 }, "otherwise "),
    };

    /// <summary>A bare value among branches with conditions.</summary>
    public static Diagnostic BranchWithoutIf(SourceSpan place) => BranchWithoutIfText.At(place);

    /// <summary>A sum without <c>over</c> whose value goes on with arithmetic.</summary>
    public static Diagnostic SumNotAlone(SourceSpan place) => SumNotAloneText.At(place);

    /// <summary>and beside or without parentheses.</summary>
    public static Diagnostic AndBesideOr(SourceSpan place) => AndBesideOrText.At(place);

    /// <summary>A part of an outcome given twice.</summary>
    public static Diagnostic OptionTwice(SourceSpan place, string word) => OptionTwiceText.At(place, word);

    /// <summary>pay or supports without add line.</summary>
    public static Diagnostic OnlyWithAddLine(SourceSpan place, string word) => OnlyWithAddLineText.At(place, word);

    /// <summary>A word after with that an added line does not have.</summary>
    public static Diagnostic AddedWithWhat(SourceSpan place, string word) => AddedWithWhatText.At(place, word);

    /// <summary>A test without a title.</summary>
    public static Diagnostic TestWithoutTitle(SourceSpan place) => TestWithoutTitleText.At(place);

    /// <summary>An exception or a disabling without a reason.</summary>
    public static Diagnostic NoBecause(SourceSpan place) => NoBecauseText.At(place) with
    {
        Fix = new Fix("Add because", place, " because \"…\""),
    };

    /// <summary>An edit without a title.</summary>
    public static Diagnostic NoTitle(SourceSpan place, string id) => NoTitleText.At(place, id) with
    {
        Fix = new Fix("Add a title", place, " \"…\""),
    };

    /// <summary>A grid row without its first or last bar.</summary>
    public static Diagnostic RowNotClosed(SourceSpan place) => RowNotClosedText.At(place);

    /// <summary>A grid row with more or fewer cells than the header.</summary>
    public static Diagnostic RowWidth(SourceSpan place, int cells, int width) => RowWidthText.At(place, cells, width);

    /// <summary>An edit that is not closed.</summary>
    public static Diagnostic NoEnd(SourceSpan place, string id) => NoEndText.At(place, id) with { Fix = new Fix("Add 'end'", place, "\nend") };

    /// <summary>Text at the top level that starts no declaration.</summary>
    public static Diagnostic OutsideDeclaration(SourceSpan place, string text) => OutsideDeclarationText.At(place, text);

    /// <summary>Something that does not fit where it stands.</summary>
    public static Diagnostic Unexpected(SourceSpan place, string text, string? fits, string? meant, Fix? fix) =>
        UnexpectedText.At(place, text, fits, meant) with { Fix = fix ?? (meant is null ? null : Write(place, meant)) };

    private static Fix Write(SourceSpan place, string text) => new($"Write '{text}'", place, text);
}
