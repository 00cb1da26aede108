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
            output.WriteLine($"{style.Bold(EscapedText.Of(test.Place.ToString()))}: {style.Red("failed")} {test.Edit} \"{EscapedText.Of(test.Title)}\"");
            if (!test.IsReadable)
            {
                output.WriteLine("    cannot be read");
            }

            foreach (TestFailure failure in test.Failures)
            {
                Write(failure);
            }

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
