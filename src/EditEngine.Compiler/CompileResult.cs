using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;

namespace EditEngine;

/// <summary>What became of a pack's rules.</summary>
public sealed record CompileResult
{
    /// <summary>What was found.</summary>
    /// <param name="diagnostics">See <see cref="Diagnostics"/>.</param>
    /// <param name="pack">See <see cref="Pack"/>.</param>
    /// <param name="tests">See <see cref="Tests"/>.</param>
    internal CompileResult(ImmutableArray<Diagnostic> diagnostics, BoundPack? pack, ImmutableArray<EditTests> tests)
    {
        Diagnostics = diagnostics;
        Pack = pack;
        Tests = tests;
    }

    /// <summary>All that is to be said: folders and files first, then by pack, file and place, then of the tests.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; internal init; }

    /// <summary>What runs: made when it is first asked for, for who only checks rules has no use of it. Null where a mistake keeps the pack from running; a mistake in a test does not.</summary>
    public RulePack? Rules => Lowering?.Value;

    /// <summary>The pack, for questions on it; null where there are no <see cref="Rules"/>.</summary>
    internal BoundPack? Pack { get; }

    /// <summary>The edits of the pack itself with their tests, by file and place. Empty where a file or a pack it extends could not be read.</summary>
    internal ImmutableArray<EditTests> Tests { get; }

    internal Lazy<RulePack>? Lowering { get; init; }
}
