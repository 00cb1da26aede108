using System.Numerics;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Cost: EDIT08nn.</summary>
public static class CostDiagnostics
{
    private static readonly DiagnosticDescriptor TooDearText = new(
        "EDIT0801", Severity.Error, "Costs too much", "Edit {0} can ask up to {1:N0} conditions of one claim ({2}); the pack allows {3:N0}.",
        null, "Name fewer things together, ask for the same date or a code set, or raise 'limit cost' after a look at 'edits cost'.");

    private static readonly DiagnosticDescriptor UnknownLimitText = new(
        "EDIT0802", Severity.Error, "Unknown limit", "'limit {0} {1}' is no limit.", "Limits are: limit lines N, limit history N, limit rows N, limit cost N, each a whole number.");

    /// <summary>An edit past the pack's limit.</summary>
    public static Diagnostic TooDear(SourceSpan place, string edit, BigInteger steps, string formula, BigInteger limit) =>
        TooDearText.At(place, edit, steps, formula, limit);

    /// <summary>A limit that there is not.</summary>
    public static Diagnostic UnknownLimit(SourceSpan place, string name, string value) => UnknownLimitText.At(place, name, value);
}
