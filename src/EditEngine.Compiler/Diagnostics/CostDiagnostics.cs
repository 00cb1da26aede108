using System.Numerics;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Cost: EDIT08nn.</summary>
internal static class CostDiagnostics
{
    private static readonly DiagnosticDescriptor TooDearText = new(
        "EDIT0801", Severity.Error, "Costs too much", "Edit {0} can ask up to {1:N0} conditions of one claim ({2}); the pack allows {3:N0}.",
        null, "Name fewer things together, ask for the same date or a code set, or raise 'limit cost' after a look at 'edits cost'.");

    private static readonly DiagnosticDescriptor MuchText = new(
        "EDIT0830",
        Severity.Warning,
        "Can cost much",
        "Edit {0} can take up to about {1} steps on one claim of {2:N0} lines and {3:N0} history lines, for it looks at {4}.",
        "Ordinary edits stay below {5:N0}.",
        "Name fewer things together, or ask for the same date or a code set; a pack that means it says 'limit cost N'.");

    private static readonly DiagnosticDescriptor UnknownLimitText = new(
        "EDIT0802", Severity.Error, "Unknown limit", "'limit {0} {1}' is no limit.", "Limits are: limit lines N, limit history N, limit rows N, limit cost N, each a whole number.");

    /// <summary>An edit past the pack's limit.</summary>
    public static Diagnostic TooDear(SourceSpan place, string edit, BigInteger steps, string formula, BigInteger limit) =>
        TooDearText.At(place, edit, steps, formula, limit);

    /// <summary>An edit that is not ordinary, in a pack that sets no limit.</summary>
    public static Diagnostic Much(SourceSpan place, string edit, BigInteger steps, int lines, int history, string why, BigInteger ordinary) =>
        MuchText.At(place, edit, CostText.Of(steps), lines, history, why, ordinary);

    /// <summary>A limit that there is not.</summary>
    public static Diagnostic UnknownLimit(SourceSpan place, string name, string value) => UnknownLimitText.At(place, name, value);
}
