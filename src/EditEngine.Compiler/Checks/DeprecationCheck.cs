using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Checks;

/// <summary>An edit that is to be used no more says so where a pack is checked, and the edit to use instead is one.</summary>
internal static class DeprecationCheck
{
    public static void Check(BoundEdit edit, IReadOnlyDictionary<string, EditSyntax> syntaxOf, DiagnosticBag diagnostics)
    {
        if (edit.Deprecated is not Deprecation deprecated)
        {
            return;
        }

        if (deprecated.Use is string use && (use == edit.Id || !syntaxOf.ContainsKey(use)))
        {
            diagnostics.Report(NameDiagnostics.UnknownReplacement(deprecated.Place, edit.Id, use, syntaxOf.Keys.Where(id => id != edit.Id)));
            return;
        }

        diagnostics.Report(NameDiagnostics.DeprecatedEdit(edit.Place, edit.Id, DateOnly.FromDayNumber(deprecated.SinceDay), deprecated.Use));
    }
}
