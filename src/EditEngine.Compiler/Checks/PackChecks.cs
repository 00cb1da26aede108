using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Checks;

/// <summary>All checks of a pack's edits, edits of earlier phases first.</summary>
internal static class PackChecks
{
    public static void Run(
        IReadOnlyList<BoundEdit> edits, IReadOnlyDictionary<string, EditSyntax> syntaxOf, ImmutableArray<string> phases, DiagnosticBag diagnostics)
    {
        PhaseCheck phase = new(diagnostics, phases, syntaxOf.ToImmutableDictionary(
            edit => edit.Key, edit => edit.Value.Clauses.OfType<PhaseSyntax>().FirstOrDefault()?.Name.Text ?? phases[0], StringComparer.Ordinal));
        TaintCheck taint = new(diagnostics);
        foreach (BoundEdit edit in edits.OrderBy(edit => phases.IndexOf(edit.Phase)))
        {
            phase.Check(edit);
            taint.Check(edit, syntaxOf[edit.Id]);
            LookupDateCheck.Check(edit, diagnostics);
            DeprecationCheck.Check(edit, syntaxOf, diagnostics);
        }
    }
}
