using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Analysis.Testing;

/// <summary>The facts that tests of a pack may give.</summary>
internal static class PackFacts
{
    /// <summary>Those that it and the packs it extends declare.</summary>
    public static TestFacts Of(PackSources sources) =>
        new(sources.Chain.SelectMany(pack => pack.Trees).SelectMany(tree => tree.Parts).Select(part => part.Syntax).OfType<FactSyntax>());
}
