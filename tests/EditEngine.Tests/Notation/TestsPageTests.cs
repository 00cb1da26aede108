using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Interpretation;
using Xunit;

namespace EditEngine.Tests.Notation;

public sealed class TestsPageTests
{
    [Fact]
    public void The_sample_of_the_page_passes_its_tests()
    {
        string page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/tests.md"));
        string sample = Regex.Match(page, "```edit\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        CompileResult result = EditCompiler.Compile(PackSources.FromText("sample.edit", sample), CompileOptions.Default);
        Assert.Empty(result.Diagnostics);
        Interpreter interpreter = new(result.Pack!, "sample.visits@1", true);
        TestReport report = PackTests.Run(result, interpreter.Evaluate, TestFilter.All);
        Assert.Equal((4, 0), (report.Passed, report.Failed));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
