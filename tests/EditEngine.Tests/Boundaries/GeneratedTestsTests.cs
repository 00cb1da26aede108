using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.Boundaries;

public sealed class GeneratedTestsTests(ITestOutputHelper output)
{
    [Fact]
    public void What_is_written_goes_other_ways_than_the_tests_and_passes()
    {
        CompileResult compiled = VisitRules.Compile(VisitRules.Text);
        GeneratedTests generated = GeneratedTests.Of(new PreparedPack(compiled.Pack!), compiled.Tests, TestFacts.None, 0, 100); // It compiled.
        Assert.Equal(1, generated.Known);
        string[] expected = [.. generated.Tests.SelectMany(test => test.Body).Where(line => line.StartsWith("expect", StringComparison.Ordinal))];
        Assert.Contains("expect line 1 bypassed by VISIT because \"distinct\"", expected);
        Assert.Contains("expect nothing from VISIT", expected);
        Assert.Contains(expected, line => line.EndsWith("missing line 1 units", StringComparison.Ordinal));
        Assert.Equal(generated.Tests.Length, generated.Tests.Select(test => test.Title).Distinct().Count());
        string text = generated.Tests.Aggregate(VisitRules.Text, (whole, test) => VisitRules.With(whole, "VISIT", test));
        TestReport report = VisitRules.Run(VisitRules.Compile(text));
        Assert.Equal((generated.Tests.Length + 1, 0), (report.Passed, report.Failed));
    }

    [Fact]
    public void What_tests_are_written_for_is_known_the_next_time()
    {
        CompileResult compiled = VisitRules.Compile(VisitRules.Text);
        GeneratedTests first = GeneratedTests.Of(new PreparedPack(compiled.Pack!), compiled.Tests, TestFacts.None, 0, 5); // It compiled.
        CompileResult after = VisitRules.Compile(first.Tests.Aggregate(VisitRules.Text, (whole, test) => VisitRules.With(whole, "VISIT", test)));
        GeneratedTests second = GeneratedTests.Of(new PreparedPack(after.Pack!), after.Tests, TestFacts.None, 0, 5); // It compiled.
        Assert.Equal(6, second.Known);
        Assert.Empty(first.Tests.Select(test => string.Join('\n', test.Body)).Intersect(second.Tests.Select(test => string.Join('\n', test.Body))));
    }

    // Sources of the suite, each with what is written for its first edit: the whole text compiles, and every test passes.
    [Fact]
    public void Written_into_the_sources_of_the_suite_every_test_passes()
    {
        int written = 0;
        string[] files = [.. Directory.EnumerateFiles(Repository.PathOf("tests", "EditEngine.Conformance", "good"), "*.edit", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, at) => at % 9 == 4)];
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            PackSources sources = PackReader.Read(file);
            CompileResult compiled = EditCompiler.Compile(sources, CompileOptions.Default);
            if (text.Contains("-- file: ", StringComparison.Ordinal) || compiled.Pack is not BoundPack pack || !text.Contains($"\nedit {pack.Edits[0].Id} ", StringComparison.Ordinal))
            {
                continue;
            }

            GeneratedTests generated = GeneratedTests.Of(new PreparedPack(pack), compiled.Tests, PackFacts.Of(sources), 0, 4);
            string with = generated.Tests.Aggregate(text, (whole, test) => VisitRules.With(whole, pack.Edits[0].Id, test));
            CompileResult again = EditCompiler.Compile(PackSources.FromText("one.edit", with), CompileOptions.Default);
            if (again.Pack is null)
            {
                continue; // It reads files beside it.
            }

            Assert.DoesNotContain(again.Diagnostics, problem => problem.Severity == Severity.Error);
            TestReport report = VisitRules.Run(again);
            Assert.True(report.Failed == 0, $"{file}: {string.Join("; ", report.Tests.Where(test => !test.HasPassed).Select(test => test.Title))}\n{with}");
            written += generated.Tests.Length;
        }

        output.WriteLine($"{written} tests for {files.Length} sources");
        Assert.True(written > 20, $"{written} tests");
    }
}
