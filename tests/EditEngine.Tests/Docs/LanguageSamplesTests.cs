using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Interpretation;
using Xunit;

namespace EditEngine.Tests.Docs;

public sealed class LanguageSamplesTests
{
    public static TheoryData<string, int> Samples => [.. PageSample.Of("docs/language.md").Select(sample => (sample.Page, sample.Line))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_compiles_and_passes_its_tests(string page, int line)
    {
        PageSample[] samples = [.. PageSample.Of(page)];
        PageSample sample = samples.Single(one => one.Line == line);
        CompileResult result = sample.Compile(samples[0].Text);
        Assert.Equal(sample.Bad is null ? [] : [sample.Bad], result.Diagnostics.Select(one => sample.Bad is null ? one.ToString() : one.Id));
        if (sample.Bad is not null)
        {
            return;
        }

        Interpreter interpreter = new(result.Pack!, "sample@1", true); // it has no mistake
        TestReport report = PackTests.Run(result, interpreter.Evaluate, TestFilter.All);
        Assert.Equal("", string.Join('\n', report.Tests.Where(test => !test.HasPassed).SelectMany(
            test => test.Failures.Select(failure => $"{test.Title}: {failure.Expected}: {string.Join(" | ", failure.Found)}"))));
    }
}
