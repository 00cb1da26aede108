using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Tests.Docs;

namespace EditEngine.Tests.Boundaries;

/// <summary>The packs beside the code, and the sources of the conformance suite that are one file and right.</summary>
internal static class BoundaryPacks
{
    public static IEnumerable<(PackSources Sources, CompileResult Compiled)> All() =>
        Directory.EnumerateDirectories(Repository.PathOf("payer-rules"), "*", SearchOption.AllDirectories)
            .Where(folder => Directory.EnumerateFiles(folder, "*.edit").Any())
            .Concat(Directory.EnumerateFiles(Repository.PathOf("tests", "EditEngine.Conformance", "good"), "*.edit", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(path => PackReader.Read(path))
            .Select(sources => (sources, EditCompiler.Compile(sources, CompileOptions.Default)))
            .Where(one => one.Item2.Pack is not null && one.Item2.Diagnostics.All(problem => problem.Severity != Severity.Error));
}
