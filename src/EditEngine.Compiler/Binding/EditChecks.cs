using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Looks through edits that are bound, and reports.</summary>
/// <param name="edits">In the pack's order; those that were quiet before are passed over, and those that are now are marked.</param>
/// <param name="syntaxOf">All as written, by id; those with mistakes too.</param>
/// <param name="phases">In order.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal delegate void EditChecks(
    IReadOnlyList<EditResult> edits, IReadOnlyDictionary<string, EditSyntax> syntaxOf, ImmutableArray<string> phases, DiagnosticBag diagnostics);
