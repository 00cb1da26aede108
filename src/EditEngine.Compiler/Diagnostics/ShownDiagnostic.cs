using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>A diagnostic as it is told: what was seen is quoted from rules, and a character that is not seen there must not turn the message.</summary>
internal static class ShownDiagnostic
{
    public static Diagnostic Of(Diagnostic diagnostic) =>
        HiddenCharacters.AreIn(diagnostic.Message)
            ? diagnostic with
            {
                Seen = HiddenCharacters.Shown(diagnostic.Seen),
                Fits = diagnostic.Fits is null ? null : HiddenCharacters.Shown(diagnostic.Fits),
                Help = diagnostic.Help is null ? null : HiddenCharacters.Shown(diagnostic.Help),
                Fix = diagnostic.Fix is null ? null : diagnostic.Fix with { Title = HiddenCharacters.Shown(diagnostic.Fix.Title) },
            }
            : diagnostic;
}
