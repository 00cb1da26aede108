using EditEngine.Analysis.Testing;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>Writes what failed: the test, what it expects and what was found; last the counts.</summary>
internal sealed class TestLines(TextWriter output, AnsiStyle style)
{
    /// <summary>Why the edit of a failed test did, or did not, fire; null: that is not told.</summary>
    public Func<TestOutcome, string?>? Explain { get; init; }

    public void Write(TestReport report)
    {
        foreach (TestOutcome test in report.Tests.Where(test => !test.HasPassed))
        {
            Write(test);
            foreach (string line in Explain?.Invoke(test)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                output.WriteLine(style.Faint($"    {EscapedText.Of(line)}"));
            }
        }

        foreach (UntestedEdit edit in report.Untested)
        {
            output.WriteLine($"{edit.Place}: {style.Yellow("note")} {edit.Edit} has no test");
        }

        string counts = FormattableString.Invariant($"{report.Passed} passed, {report.Failed} failed");
        output.WriteLine(report.Failed > 0 ? style.Red(counts) : style.Green(counts));
    }

    /// <summary>One test: that it passed, or what failed.</summary>
    public void Write(TestOutcome test)
    {
        string verdict = test.HasPassed ? style.Green("passed") : style.Red("failed");
        output.WriteLine($"{style.Bold(EscapedText.Of(test.Place.ToString()))}: {verdict} {test.Edit} \"{EscapedText.Of(test.Title)}\"");
        if (!test.IsReadable)
        {
            output.WriteLine("    cannot be read");
        }

        foreach (TestFailure failure in test.Failures)
        {
            Write(failure);
        }
    }

    private void Write(TestFailure failure)
    {
        output.WriteLine($"    expected  {EscapedText.Of(failure.Expected)}  {style.Faint(failure.Place.ToString())}");
        string head = "found";
        foreach (string found in failure.Found)
        {
            output.WriteLine($"    {head,-8}  {EscapedText.Of(found)}");
            head = "";
        }
    }
}
