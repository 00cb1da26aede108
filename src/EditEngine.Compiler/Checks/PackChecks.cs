using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Checks;

/// <summary>All checks of a pack's edits, edits of earlier phases first.</summary>
internal static class PackChecks
{
    public static void Run(
        IReadOnlyList<EditResult> edits, IReadOnlyDictionary<string, EditSyntax> syntaxOf, ImmutableArray<string> phases, DiagnosticBag diagnostics)
    {
        Lazy<ImmutableDictionary<string, string>> phaseOf = new(() => syntaxOf.ToImmutableDictionary(
            edit => edit.Key, edit => edit.Value.Clauses.OfType<PhaseSyntax>().FirstOrDefault()?.Name.Text ?? phases[0], StringComparer.Ordinal));
        TaintCheck taint = new();
        foreach (EditResult result in edits.Where(result => result is { Edit: not null, IsQuiet: false }).OrderBy(result => phases.IndexOf(result.Edit!.Phase))) // They have one.
        {
            BoundEdit edit = result.Edit!; // As above.
            DiagnosticBag own = new(); // What another edit has told of a definition is found here too.
            bool asksOthers = new PhaseCheck(own, phases, phaseOf).Check(edit);
            bool isGuess = taint.Check(edit, syntaxOf[edit.Id], own);
            LookupDateCheck.Check(edit, own);
            DeprecationCheck.Check(edit, syntaxOf, own);
            diagnostics.ReportAll(own.ToImmutable());
            result.IsQuiet = !asksOthers && !isGuess && edit.Deprecated is null && own.Count == 0;
        }
    }
}
