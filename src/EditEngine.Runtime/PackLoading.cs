using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine;

/// <summary>What came of loading a pack file.</summary>
/// <param name="Pack">The pack; null where something keeps it from running.</param>
/// <param name="Diagnostics">What is to be said.</param>
public sealed record PackLoading(RulePack? Pack, ImmutableArray<Diagnostic> Diagnostics);
