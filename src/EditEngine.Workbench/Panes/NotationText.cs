using System.Collections.Immutable;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Workbench.Panes;

/// <summary>A claim written as in tests, outside of a pack.</summary>
internal static class NotationText
{
    private const string Name = "notation";

    /// <summary>The case that lines make; without a claim where one of them is wrong.</summary>
    /// <param name="text">The lines. What is expected is passed over: a whole test may be pasted.</param>
    /// <param name="facts">The facts that the pack declares.</param>
    /// <param name="problems">What is wrong, with places in the text.</param>
    public static TestCase Read(string text, TestFacts facts, out ImmutableArray<Diagnostic> problems)
    {
        SourceText source = new(Name, text);
        NotationReport report = new(source);
        TestReader reader = new(facts, report);
        int at = 0;
        foreach (string written in text.Split('\n'))
        {
            string line = written.TrimEnd('\r');
            if (IsOfClaim(line))
            {
                reader.Read(TestLine.Fill(new TextSpan(at, line.Length), line, null, report));
            }

            at += written.Length + 1;
        }

        // A claim alone expects nothing, which a test may not.
        const string Expected = "expect clean";
        reader.Read(TestLine.Fill(new TextSpan(text.Length, 0), Expected, null, report));
        TestCase made = reader.ToCase("", source.PlaceOf(new TextSpan(0, 0)));
        problems = report.ToImmutable();
        return made;
    }

    private static bool IsOfClaim(string line)
    {
        string start = line.TrimStart();
        return !start.StartsWith("expect ", StringComparison.Ordinal) && !start.StartsWith("test ", StringComparison.Ordinal) && !start.StartsWith("--", StringComparison.Ordinal);
    }
}
