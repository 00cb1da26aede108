using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests;

/// <summary>Packs out of texts, for tests that look at what the compiler makes of them.</summary>
internal static class TestPacks
{
    public static BoundPack Bind(string rules)
    {
        CompileResult result = EditCompiler.Compile(PackSources.FromText("rules.edit", rules), CompileOptions.Default);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        return result.Pack!; // Without errors there is a pack.
    }
}
