using System.Collections.Immutable;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Boundaries;

/// <summary>Reads lines of a test as the compiler does.</summary>
internal static class TestText
{
    /// <summary>The test that lines make; null where a line cannot be read.</summary>
    /// <param name="lines">What stands in the test; without an expectation the claim must be clean.</param>
    /// <param name="facts">The facts that the pack declares.</param>
    public static TestCase? Read(IEnumerable<string> lines, TestFacts facts)
    {
        ImmutableArray<string> all = [.. lines];
        all = all.Any(line => line.TrimStart().StartsWith("expect ", StringComparison.Ordinal)) ? all : all.Add("expect clean");
        SourceText source = new("test", string.Join('\n', all));
        NotationReport report = new(source);
        TestReader reader = new(facts, report);
        int at = 0;
        foreach (string line in all)
        {
            reader.Read(TestLine.Fill(new TextSpan(at, line.Length), line, null, report));
            at += line.Length + 1;
        }

        TestCase read = reader.ToCase("", source.PlaceOf(new TextSpan(0, 0)));
        return report.Count == 0 && read.Claim is { } claim && claim.Validate().All(problem => problem.Severity != Severity.Error) ? read : null;
    }
}
