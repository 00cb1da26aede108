using System.Collections.Immutable;
using EditEngine.Compiler.Notation;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>An edit of the pack itself, and its tests.</summary>
/// <param name="Edit">Its id.</param>
/// <param name="Place">Where its id is written.</param>
/// <param name="Cases">Its tests in the order written; empty where it has none.</param>
internal sealed record EditTests(string Edit, SourceSpan Place, ImmutableArray<TestCase> Cases);
