using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Outcomes and phases: EDIT06nn.</summary>
internal static class OutcomeDiagnostics
{
    private const int MostListed = 12;

    private static readonly DiagnosticDescriptor NoOutcomeText = new(
        "EDIT0601", Severity.Error, "Case without an outcome", "A case of edit {0} has no 'then'.", "Each case says what happens: then deny, return, pend and so on.");

    private static readonly DiagnosticDescriptor BadTargetText = new(
        "EDIT0603", Severity.Error, "Wrong target", "'{0}' cannot act on {1}.", "It acts on {2}.");

    private static readonly DiagnosticDescriptor AmountText = new(
        "EDIT0604", Severity.Error, "Wrong amount", "This is {0}.", "'reduce' takes a percent (50%) or units (1 unit).");

    private static readonly DiagnosticDescriptor QueueText = new(
        "EDIT0605", Severity.Error, "No queue", "A pend needs the queue it goes to.", null, "Add queue \"…\".");

    private static readonly DiagnosticDescriptor LaterPhaseText = new(
        "EDIT0606", Severity.Error, "Reads a later outcome", "Edit {0} of phase '{1}' reads what edit {2} of phase '{3}' decides.", "An edit reads the outcomes of earlier phases only.");

    private static readonly DiagnosticDescriptor FirstPhaseText = new(
        "EDIT0607", Severity.Error, "Nothing is decided yet", "Edit {0} asks what is payable, in the first phase.", null, "Give it a later phase: 'phase NAME'.");

    private static readonly DiagnosticDescriptor TargetsDifferText = new(
        "EDIT0608", Severity.Error, "Cases act on different targets", "This case acts on another target than the first.", "All cases of an edit name the same targets.");

    private static readonly DiagnosticDescriptor GroupCodeText = new(
        "EDIT0609", Severity.Error, "Unknown group code", "'{0}' is no group code.", "Group codes are CO, PR, OA and PI.");

    private static readonly DiagnosticDescriptor BareNumberText = new(
        "EDIT0610", Severity.Error, "Percent or units", "{0} is a number: whether it is a percent or units is not said.", "An amount is a percent of what was billed, or units.", "Write {0}% or {0} units.");

    private static readonly DiagnosticDescriptor NumberWithoutUnitText = new(
        "EDIT0611", Severity.Error, "Amount without a unit", "This amount is a number: whether it is a percent or units is not said.", "An amount is a percent of what was billed, or units.",
        "Multiply it by 100% where it is a share of one, by 1% where it counts percents, by 1 unit where it counts units; or give the column or parameter it comes from that type.");

    private static readonly DiagnosticDescriptor OutOfRangeText = new(
        "EDIT0612", Severity.Error, "Pays less than nothing, or more than was billed", "{0} pays {1}.", "A percent is 0% to 100%, units are none or more.", "Where more than was billed is meant, say how much it may be: 'up to 150%'.");

    private static readonly DiagnosticDescriptor OnlyWithPercentText = new(
        "EDIT0613", Severity.Error, "'up to' without a percent", "This outcome pays no percent.", "'up to 150%' says how much the percent of 'reduce … to' may be.", "Remove it.");

    private static readonly DiagnosticDescriptor NoReasonText = new(
        "EDIT0614", Severity.Error, "No reason", "'{0}' has no reason.", "A reason gives the group code and the CARC that the provider is told. {1}", "Add reason KEY.");

    /// <summary>A number where a percent or units are meant.</summary>
    public static Diagnostic BareNumber(SourceSpan place, string number) => BareNumberText.At(place, number);

    /// <summary>A calculated number where a percent or units are meant.</summary>
    public static Diagnostic NumberWithoutUnit(SourceSpan place) => NumberWithoutUnitText.At(place);

    /// <summary>A percent or units that cannot be paid.</summary>
    public static Diagnostic OutOfRange(SourceSpan place, string amount, bool isLess) => OutOfRangeText.At(place, amount, isLess ? "less than nothing" : "more than was billed");

    /// <summary>A limit of nothing.</summary>
    public static Diagnostic OnlyWithPercent(SourceSpan place) => OnlyWithPercentText.At(place);

    /// <summary>A denial without a reason.</summary>
    public static Diagnostic NoReason(SourceSpan place, string verb, IEnumerable<string> known) =>
        NoReasonText.At(place, verb, known.Any() ? $"Reasons of the pack: {string.Join(", ", known.Take(MostListed))}{(known.Skip(MostListed).Any() ? " …" : "")}." : "The pack has none: write 'reasons' and below it KEY = CO 97.");

    /// <summary>An edit without then.</summary>
    public static Diagnostic NoOutcome(SourceSpan place, string edit) => NoOutcomeText.At(place, edit);

    /// <summary>An action on something it is not for.</summary>
    public static Diagnostic BadTarget(SourceSpan place, string verb, string target, string fits) => BadTargetText.At(place, verb, target, fits);

    /// <summary>A reduce to something that is neither percent nor units.</summary>
    public static Diagnostic Amount(SourceSpan place, string type) => AmountText.At(place, type);

    /// <summary>A pend without a queue.</summary>
    public static Diagnostic Queue(SourceSpan place) => QueueText.At(place);

    /// <summary>An edit that reads an outcome of its own or a later phase.</summary>
    public static Diagnostic LaterPhase(SourceSpan place, string edit, string phase, string other, string otherPhase) =>
        LaterPhaseText.At(place, edit, phase, other, otherPhase);

    /// <summary>payable in the first phase.</summary>
    public static Diagnostic FirstPhase(SourceSpan place, string edit) => FirstPhaseText.At(place, edit);

    /// <summary>Cases with different targets.</summary>
    public static Diagnostic TargetsDiffer(SourceSpan place) => TargetsDifferText.At(place);

    /// <summary>A group code that there is not.</summary>
    public static Diagnostic GroupCode(SourceSpan place, string code) => GroupCodeText.At(place, code);
}
