using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Looks through edits that are bound, and reports.</summary>
/// <param name="edits">Those that are whole, in the pack's order.</param>
/// <param name="syntaxOf">All as written, by id; those with mistakes too.</param>
/// <param name="phases">In order.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal delegate void EditChecks(
    IReadOnlyList<BoundEdit> edits, IReadOnlyDictionary<string, EditSyntax> syntaxOf, ImmutableArray<string> phases, DiagnosticBag diagnostics);
