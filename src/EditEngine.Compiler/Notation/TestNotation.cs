using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>Reads tests: the claim in short, and what must be decided. The grammar stands in <c>docs/tests.md</c>.</summary>
internal static class TestNotation
{
    /// <summary>The cases of a test.</summary>
    /// <param name="source">The text it stands in.</param>
    /// <param name="test">The test.</param>
    /// <param name="facts">The facts that the pack declares.</param>
    /// <param name="diagnostics">What is wrong with it, each mistake once, at most one for each line.</param>
    /// <returns>One case; of <c>test each</c>, one for each value in the order written. A case with a mistake has no claim.</returns>
    public static ImmutableArray<TestCase> Parse(SourceText source, TestSyntax test, TestFacts facts, out ImmutableArray<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(facts);
        NotationReport report = new(source);
        ImmutableArray<TestCase>.Builder cases = ImmutableArray.CreateBuilder<TestCase>();
        if (test.Each is null)
        {
            cases.Add(ReadCase(test, null, facts, report));
        }
        else if (test.Values.IsEmpty)
        {
            report.Add(TestDiagnostics.NoValues(source.PlaceOf(test.Each.Span)));
        }

        foreach (NameSyntax value in test.Each is null ? [] : test.Values)
        {
            cases.Add(ReadCase(test, value.Text, facts, report));
        }

        diagnostics = report.ToImmutable();
        return cases.ToImmutable();
    }

    private static TestCase ReadCase(TestSyntax test, string? value, TestFacts facts, NotationReport report)
    {
        TestReader reader = new(facts, report);
        foreach (TestLineSyntax line in test.Body)
        {
            reader.Read(TestLine.Fill(line.Span, line.Text, test.Each?.Text, value, report));
        }

        string title = test.Title?.Value ?? "";
        return reader.ToCase(
            test.Each is null ? title : title.Replace($"{{{test.Each.Text}}}", value, StringComparison.Ordinal),
            report.PlaceOf(test.Title?.Span ?? test.Span));
    }
}
