using System.Collections.Immutable;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Stacks;

namespace EditEngine;

/// <summary>Compiles packs.</summary>
/// <example><code>
/// CompileResult compiled = EditCompiler.Compile("payer-rules/acme/commercial");
/// Result? result = compiled.Rules?.Evaluate(claim, new DateOnly(2025, 4, 1));
/// </code></example>
public static class EditCompiler
{
    /// <summary>Compiles the pack at a path, as <c>edits check</c> does.</summary>
    /// <param name="path">A folder, or a <c>.edit</c> file.</param>
    public static CompileResult Compile(string path) => Compile(path, CompileOptions.Default);

    /// <summary>Compiles the pack at a path, with the packs it extends.</summary>
    /// <param name="path">A folder, or a <c>.edit</c> file.</param>
    /// <param name="options">How.</param>
    /// <returns>The pack, or what keeps it from running. Neither bad rules nor what lies on the disk make it throw.</returns>
    public static CompileResult Compile(string path, CompileOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Compile(PackReader.Read(path, options.Tables), options);
    }

    /// <summary>Compiles a pack and the packs it extends.</summary>
    /// <param name="sources">A text, or what a pack file keeps.</param>
    /// <param name="options">How.</param>
    /// <returns>The pack, or what keeps it from running. Bad rules never throw.</returns>
    public static CompileResult Compile(PackSources sources, CompileOptions options)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        return Compile(sources, options, null);
    }

    /// <summary>Compiles the pack at a path, to be changed text by text.</summary>
    /// <param name="path">A folder, or a <c>.edit</c> file.</param>
    /// <param name="options">How.</param>
    public static PackCompilation Open(string path, CompileOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return PackCompilation.Open(path, options);
    }

    /// <summary>Compiles a pack, to be changed text by text.</summary>
    /// <param name="sources">Texts, or what a pack file keeps.</param>
    /// <param name="options">How.</param>
    public static PackCompilation Open(PackSources sources, CompileOptions options)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        return PackCompilation.Open(sources, options);
    }

    /// <summary>Compiles a pack, with what was kept of one that is mostly the same and has the same reference files.</summary>
    internal static CompileResult Compile(PackSources sources, CompileOptions options, KeptCompilation? before) => DeepStack.Run(() => CompileAll(sources, options, before));

    /// <summary>Gives a pack machine code, one method for all edits of one sentence: results are the same, and come about three times as fast.</summary>
    /// <remarks>
    /// It takes a second or so, on whatever thread it is called: the pack decides meanwhile as before, and evaluators that are at work use the code from their next claim on. Where a
    /// program can make no code while it runs, as one compiled ahead of time, nothing happens.
    /// </remarks>
    /// <param name="rules">The pack: of rules, or of a pack file. Its code goes when it does.</param>
    public static void MakeCode(RulePack rules) => PackCompiler.Compile(rules);

    private static CompileResult CompileAll(PackSources sources, CompileOptions options, KeptCompilation? before)
    {
        if (!sources.IsWhole)
        {
            // A name that is not declared may stand in what could not be read: only mistakes of form are sure.
            IEnumerable<Diagnostic> ofForm = sources.Chain.SelectMany(pack => pack.Trees).SelectMany(tree => tree.Diagnostics);
            return new CompileResult([.. sources.Diagnostics, .. ofForm], null);
        }

        KeptCompilation kept = KeptCompilation.Compile(sources, options, before, out ImmutableArray<Diagnostic> diagnostics);
        return new CompileResult(diagnostics, kept);
    }
}
