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
    /// <param name="facts">What the pack declares.</param>
    /// <param name="diagnostics">What is wrong with it, each mistake once, at most one for each line.</param>
    /// <param name="beside">The tests of its edit, whose claims it may take over; <c>default</c>: there are no others.</param>
    /// <returns>One case; of <c>test each</c>, one for each value in the order written. A case with a mistake has no claim.</returns>
    public static ImmutableArray<TestCase> Parse(SourceText source, TestSyntax test, TestFacts facts, out ImmutableArray<Diagnostic> diagnostics, ImmutableArray<TestSyntax> beside = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(facts);
        NotationReport report = new(source);
        ImmutableArray<WrittenLine> lines = new ClaimOfTest(beside.IsDefault ? [test] : beside, facts.Claims, source, report).LinesOf(test);
        ImmutableArray<TestCase> cases = test.Each is null
            ? [ReadCase(test, lines, null, facts, report)]
            : [.. ValuesOf(test, test.Each, facts, report).Select(value => ReadCase(test, lines, value, facts, report))];
        diagnostics = report.ToImmutable();
        return cases;
    }

    private static ImmutableArray<TestValue> ValuesOf(TestSyntax test, NameSyntax each, TestFacts facts, NotationReport report)
    {
        Diagnostic? problem = null;
        ImmutableArray<TestValue> values = test.Over is null
            ? [.. test.Values.Select(value => TestValue.Of(each.Text, value.Text))]
            : facts.Sources.ValuesOf(test, report.PlaceOf(test.Over.Span), out problem);
        if (problem is not null)
        {
            report.Add(problem);
        }
        else if (values.IsEmpty)
        {
            report.Add(TestDiagnostics.NoValues(report.PlaceOf(test.Over?.Span ?? each.Span)));
        }

        return values;
    }

    private static TestCase ReadCase(TestSyntax test, ImmutableArray<WrittenLine> lines, TestValue? value, TestFacts facts, NotationReport report)
    {
        TestReader reader = new(facts, report);
        foreach (WrittenLine line in lines)
        {
            reader.Read(TestLine.Fill(line, value, report));
        }

        string title = test.Title?.Value ?? "";
        return reader.ToCase(value is null ? title : value.Fill(title), report.PlaceOf(test.Title?.Span ?? test.Span)) with { Over = test.Over?.Name };
    }
}
