using EditEngine.Analysis.Testing;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>Writes what failed: the test, what it expects and what was found; last the counts.</summary>
internal sealed class TestLines(TextWriter output, Ink ink)
{
    public void Write(TestReport report)
    {
        foreach (TestOutcome test in report.Tests.Where(test => !test.HasPassed))
        {
            output.WriteLine($"{ink.Bold(EscapedText.Of(test.Place.ToString()))}: {ink.Red("failed")} {test.Edit} \"{EscapedText.Of(test.Title)}\"");
            if (!test.IsReadable)
            {
                output.WriteLine("    cannot be read");
            }

            foreach (TestFailure failure in test.Failures)
            {
                Write(failure);
            }
        }

        foreach (UntestedEdit edit in report.Untested)
        {
            output.WriteLine($"{edit.Place}: {ink.Yellow("note")} {edit.Edit} has no test");
        }

        string counts = FormattableString.Invariant($"{report.Passed} passed, {report.Failed} failed");
        output.WriteLine(report.Failed > 0 ? ink.Red(counts) : ink.Green(counts));
    }

    private void Write(TestFailure failure)
    {
        output.WriteLine($"    expected  {EscapedText.Of(failure.Expected)}  {ink.Faint(failure.Place.ToString())}");
        string head = "found";
        foreach (string found in failure.Found)
        {
            output.WriteLine($"    {head,-8}  {EscapedText.Of(found)}");
            head = "";
        }
    }
}
