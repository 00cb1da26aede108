using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Linting;

/// <summary>Lints: EDIT20nn. None keeps a pack from running.</summary>
internal static class LintDiagnostics
{
    private static readonly DiagnosticDescriptor NoCitationText = new(
        "EDIT2001", Severity.Note, "No citation", "Edit {0} cites no policy.", null, "Add cite \"…\", so that its findings can be traced.");

    private static readonly DiagnosticDescriptor NoTestText = new(
        "EDIT2002", Severity.Note, "No test", "Edit {0} has no test.", null, "Add test \"…\" with a claim on which it fires, and one on which it does not.");

    private static readonly DiagnosticDescriptor NoExpiryText = new(
        "EDIT2003", Severity.Note, "Exception without end", "The exception \"{0}\" of edit {1} has no end.", null, "Add until DATE where it is not meant for ever.");

    private static readonly DiagnosticDescriptor WeakIndexText = new(
        "EDIT2004", Severity.Note, "Run for every claim", "Edit {0} is run for every claim of its type: it asks for no code.", null, "Ask for a procedure, as in v.procedure in @set, where the policy names one.");

    private static readonly DiagnosticDescriptor UnusedText = new(
        "EDIT2005", Severity.Note, "Never used", "'{0}' is declared and never used.", null, "Remove it, or use it.");

    private static readonly DiagnosticDescriptor NeverText = new(
        "EDIT2006", Severity.Note, "Never in force", "Edit {0} is in force on no day: its effective range ends before it begins.");

    private static readonly DiagnosticDescriptor NeverFiresText = new(
        "EDIT2007", Severity.Note, "Never fires", "With the conditions before it, this one can never hold: edit {0} never fires by it.", null, "Ask for less, or leave the outcome out.");

    private static readonly DiagnosticDescriptor AlwaysText = new(
        "EDIT2008", Severity.Note, "Always true", "This holds for every value that there can be, in edit {0}.", null, "Leave it out, or ask 'is present' where that is meant.");

    private static readonly DiagnosticDescriptor GapText = new(
        "EDIT2009", Severity.Note, "Gap between rows", "Table @{0} says nothing of this row's key from {1} until {2}.", null, "Move an end to the day beside the other, where no gap is meant.");

    private static readonly DiagnosticDescriptor NothingEqualsText = new(
        "EDIT2010", Severity.Note, "None equals none", "Where neither side is there, this holds: edit {0} takes none for equal to none.", null, "Ask also whether one of the two 'is present'.");

    private static readonly DiagnosticDescriptor UnseenHistoryText = new(
        "EDIT2011", Severity.Note, "History is not narrowed", "Edit {0} looks at all history for this: which lines it asks for is not seen.", null,
        "Put the history line's date, or a field of it, alone on one side, as in h.date in v.date - 30 days .. v.date, days from h.date to v.date <= 30, or h.procedure = v.procedure.");

    private static readonly DiagnosticDescriptor CodeTwiceText = new(
        "EDIT2012", Severity.Note, "Code twice in a set", "'{0}' stands twice between these braces.", null, "Remove one, or write the code that was meant.");

    private static readonly DiagnosticDescriptor ReversedText = new(
        "EDIT2013", Severity.Note, "Range from its end to its beginning", "The first end of this range of edit {0} is past its last: nothing is in it.", null, "Write the smaller end, or the earlier day, first.");

    private static readonly DiagnosticDescriptor HistoryOnlyText = new(
        "EDIT2014", Severity.Note, "Only history is counted", "Edit {0} counts lines of history and none of the claim itself: several on one claim are not counted together.", null,
        "Count a kind of both, as 'define service x : line or history line', or add the claim's own.");

    private static readonly DiagnosticDescriptor CategoryText = new(
        "EDIT2015", Severity.Note, "Category where a code fits", "'{0}' is a category of diagnosis codes: alone it matches none of the codes below it, which are what claims bill.", null,
        "Write {0}* for all of them.");

    /// <summary>A range of which the first end is past the last.</summary>
    public static Diagnostic Reversed(SourceSpan place, string edit) => ReversedText.At(place, edit);

    /// <summary>A limit that the claim's own lines do not count towards.</summary>
    public static Diagnostic HistoryOnly(SourceSpan place, string edit) => HistoryOnlyText.At(place, edit);

    /// <summary>A category where a code fits.</summary>
    public static Diagnostic Category(SourceSpan place, string code) => CategoryText.At(place, code);

    /// <summary>A code that its set has already.</summary>
    public static Diagnostic CodeTwice(SourceSpan place, string code) => CodeTwiceText.At(place, code);

    /// <summary>An edit without a citation.</summary>
    public static Diagnostic NoCitation(SourceSpan place, string edit) => NoCitationText.At(place, edit);

    /// <summary>An edit without a test.</summary>
    public static Diagnostic NoTest(SourceSpan place, string edit) => NoTestText.At(place, edit);

    /// <summary>An exception without an end.</summary>
    public static Diagnostic NoExpiry(SourceSpan place, string because, string edit) => NoExpiryText.At(place, because, edit);

    /// <summary>An edit that the index cannot leave out.</summary>
    public static Diagnostic WeakIndex(SourceSpan place, string edit) => WeakIndexText.At(place, edit);

    /// <summary>A declaration that nothing uses.</summary>
    public static Diagnostic Unused(SourceSpan place, string name) => UnusedText.At(place, name);

    /// <summary>An edit that is never in force.</summary>
    public static Diagnostic Never(SourceSpan place, string edit) => NeverText.At(place, edit);

    /// <summary>A condition that those before it rule out.</summary>
    public static Diagnostic NeverFires(SourceSpan place, string edit) => NeverFiresText.At(place, edit);

    /// <summary>A condition that rules nothing out.</summary>
    public static Diagnostic Always(SourceSpan place, string edit) => AlwaysText.At(place, edit);

    /// <summary>Two values are compared of which both may be none.</summary>
    public static Diagnostic NothingEquals(SourceSpan place, string edit) => NothingEqualsText.At(place, edit);

    /// <summary>A window or key of history that is not read.</summary>
    public static Diagnostic UnseenHistory(SourceSpan place, string edit) => UnseenHistoryText.At(place, edit);

    /// <summary>Days between two rows of one key.</summary>
    public static Diagnostic Gap(TablePlace place, string table, string from, string until) => GapText.At(place, table, from, until);
}
