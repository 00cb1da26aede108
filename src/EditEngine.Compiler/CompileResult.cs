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
    /// <param name="kept">See <see cref="Kept"/>.</param>
    internal CompileResult(ImmutableArray<Diagnostic> diagnostics, KeptCompilation? kept)
    {
        Diagnostics = diagnostics;
        Kept = kept;
    }

    /// <summary>All that is to be said: folders and files first, then by pack, file and place, then of the tests.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; internal init; }

    /// <summary>What runs: made when it is first asked for, for who only checks rules has no use of it. Null where a mistake keeps the pack from running; a mistake in a test does not.</summary>
    public RulePack? Rules => Kept?.Rules?.Value;

    /// <summary>The pack, for questions on it; null where there are no <see cref="Rules"/>.</summary>
    internal BoundPack? Pack => Kept is { Rules: not null } runs ? runs.Pack : null;

    /// <summary>The edits of the pack itself with their tests, by file and place. Empty where a file or a pack it extends could not be read.</summary>
    internal ImmutableArray<EditTests> Tests => Kept?.Tests ?? [];

    /// <summary>What serves a pack that is mostly the same; null where files or packs could not be read.</summary>
    internal KeptCompilation? Kept { get; }
}
