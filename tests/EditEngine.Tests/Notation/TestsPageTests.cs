using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using EditEngine.Compiler.Packs;
using Xunit;

namespace EditEngine.Tests.Notation;

public sealed class TestsPageTests
{
    [Fact]
    public void The_sample_of_the_page_compiles_with_its_tests()
    {
        string page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/tests.md"));
        string sample = Regex.Match(page, "```edit\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        CompileResult result = EditCompiler.Compile(PackSources.FromText("sample.edit", sample), CompileOptions.Default);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(4, Assert.Single(result.Tests).Cases.Length);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
