using System.Collections.Concurrent;
using System.Collections.Immutable;
using EditEngine.Analysis.Testing;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>Every row of the truth tables, in every execution.</summary>
public sealed class TruthTests
{
    private static readonly ConcurrentDictionary<string, ImmutableArray<(string Execution, TestReport Report)>> Reports = new(StringComparer.Ordinal);

    public static TheoryData<string, string> Rows =>
        [.. Corpus.Names("truth", ".txt").SelectMany(file => TruthTable.Read(file).Rows.Select(row => (file, $"{row.Line}: {row.Expression}, {row.Given}: {row.Is}")))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_right_in_every_execution(string file, string row)
    {
        string id = "ROW-" + row[..row.IndexOf(':', StringComparison.Ordinal)];
        List<string> wrong = [];
        foreach ((string execution, TestReport report) in Reports.GetOrAdd(file, Run))
        {
            TestOutcome[] tests = [.. report.Tests.Where(test => test.Edit == id || test.Edit == id + "-SELF")];
            Assert.NotEmpty(tests);
            wrong.AddRange(tests.Where(test => !test.HasPassed)
                .Select(test => $"{execution}: expected {string.Join("; ", test.Failures.Select(one => $"{one.Expected}, found {string.Join(" | ", one.Found.Where(found => found.Contains(test.Edit + ",", StringComparison.Ordinal) || found.EndsWith(test.Edit, StringComparison.Ordinal)))}"))}"));
        }

        Assert.True(wrong.Count == 0, $"{file}({row})\n{string.Join('\n', wrong)}");
    }

    private static ImmutableArray<(string Execution, TestReport Report)> Run(string file)
    {
        string text = TruthTable.Read(file).ToPack();
        CompileResult result = CasePack.Compile(file, text);
        string[] lines = text.Split('\n');
        Assert.True(
            result.Diagnostics.IsEmpty,
            string.Join('\n', result.Diagnostics.Take(12).Select(one => $"{one}\n    {(one.Place is EditEngine.Diagnostics.SourceSpan span ? lines[Math.Min(span.Line, lines.Length) - 1] : "")}")));
        return [.. Execution.Of(result.Pack!).Select(one => (one.Name, PackTests.Run(result, one.Evaluate, TestFilter.All)))]; // It has no mistake.
    }
}
