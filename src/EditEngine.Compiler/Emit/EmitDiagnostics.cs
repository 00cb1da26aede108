using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Emit;

/// <summary>What keeps packs from being compiled: EDIT0870 to EDIT0879.</summary>
internal static class EmitDiagnostics
{
    private static readonly DiagnosticDescriptor NoCodeText = new("EDIT0870", Severity.Note,
        Title: "Packs run by their steps",
        Seen: "Packs are not compiled here: the program {0}.",
        Fits: "Their steps are run instead, with the same results.");

    /// <summary>The program cannot make code, or has nothing to make it from.</summary>
    public static Diagnostic NoCode(string reason) => NoCodeText.At(null, reason);
}
