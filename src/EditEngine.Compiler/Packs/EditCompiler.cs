using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Checks;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>Compiles packs.</summary>
public static class EditCompiler
{
    /// <summary>Compiles a pack and the packs it extends.</summary>
    /// <param name="sources">From <see cref="PackReader.Read(string)"/>.</param>
    /// <param name="options">How.</param>
    /// <returns>The pack, or what keeps it from running. Bad rules never throw.</returns>
    public static CompileResult Compile(PackSources sources, CompileOptions options)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        return DeepStack.Run(() => Compile(sources));
    }

    private static CompileResult Compile(PackSources sources)
    {
        if (!sources.IsWhole)
        {
            // A name that is not declared may stand in what could not be read: only mistakes of form are sure.
            IEnumerable<Diagnostic> ofForm = sources.Chain.SelectMany(pack => pack.Trees).SelectMany(tree => tree.Diagnostics);
            return new CompileResult([.. sources.Diagnostics, .. ofForm], null, []);
        }

        BoundPack pack = new PackBinder(sources.References, PackChecks.Run).Bind(sources.Chain, out ImmutableArray<Diagnostic> found);
        List<Diagnostic> diagnostics = [.. sources.Diagnostics, .. found, .. PackLock.Check(sources), .. CostLimit.Check(sources, pack)];
        bool runs = !diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
        ImmutableArray<EditTests> tests = TestCompiler.Compile(sources, diagnostics);
        return new CompileResult([.. diagnostics], runs ? pack : null, tests);
    }
}
