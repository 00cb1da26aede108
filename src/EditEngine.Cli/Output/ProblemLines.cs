using EditEngine.Diagnostics;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>Writes problems, each on one line: place, severity, id, what was seen, what fits, how to fix it.</summary>
internal sealed class ProblemLines(TextWriter output, AnsiStyle style, Func<SourceSpan, string?>? excerpt = null)
{
    /// <summary>Errors written.</summary>
    public long Errors { get; private set; }

    /// <summary>Warnings written.</summary>
    public long Warnings { get; private set; }

    /// <summary>On the error stream.</summary>
    public static ProblemLines OnError() => new(Console.Error, new AnsiStyle(Terminal.HasColours(Terminal.IsError)));

    /// <summary>Writes a problem; that of a claim ends with its id.</summary>
    public void Write(Diagnostic problem, string? claimId = null)
    {
        Errors += problem.Severity == Severity.Error ? 1 : 0;
        Warnings += problem.Severity == Severity.Warning ? 1 : 0;
        string place = problem.Place is null ? "" : style.Bold(EscapedText.Of($"{problem.Place}: "));
        string severity = problem.Severity switch
        {
            Severity.Error => style.Red("error"),
            Severity.Warning => style.Yellow("warning"),
            _ => "note",
        };
        string claim = claimId is null ? "" : EscapedText.Of($" [claim {claimId}]");
        output.WriteLine($"{place}{severity} {problem.Id}: {EscapedText.Of(problem.Message)}{claim}");
        if (excerpt is not null && problem.Place is SourceSpan span && excerpt(span) is string lines)
        {
            output.Write(lines);
        }
    }
}
