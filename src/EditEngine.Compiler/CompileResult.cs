using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;

namespace EditEngine;

/// <summary>What became of a pack's rules.</summary>
/// <param name="Diagnostics">All that is to be said: folders and files first, then by pack, file and place, then of the tests.</param>
/// <param name="Pack">The pack, for questions on it; null where a mistake keeps it from running. A mistake in a test does not.</param>
/// <param name="Tests">The edits of the pack itself with their tests, by file and place. Empty where a file or a pack it extends could not be read.</param>
public sealed record CompileResult(ImmutableArray<Diagnostic> Diagnostics, BoundPack? Pack, ImmutableArray<EditTests> Tests)
{
    /// <summary>What runs: made when it is first asked for, for who only checks rules has no use of it. Null where there is no <see cref="Pack"/>.</summary>
    public RulePack? Rules => Lowering?.Value;

    internal Lazy<RulePack>? Lowering { get; init; }
}
