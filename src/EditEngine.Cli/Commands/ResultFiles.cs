using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Diagnostics;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>The results of files, one after another; what is wrong with them is told as they come.</summary>
/// <param name="files">Files of <c>edits run --format jsonl</c>, or - for the standard input.</param>
internal sealed class ResultFiles(string[] files)
{
    private readonly ProblemLines _problems = ProblemLines.OnError();

    /// <summary>Once all are read: done, or that some input was bad.</summary>
    public int ExitCode { get; private set; } = Cli.ExitCode.Done;

    /// <summary>Results that could not be read.</summary>
    public long Bad { get; private set; }

    /// <summary>The results that can be read, in order. One time.</summary>
    public IEnumerable<Result> Read()
    {
        foreach (string file in files)
        {
            if (Open(file) is not JsonResultReader reader)
            {
                continue;
            }

            using (reader)
            {
                foreach (ReadResult read in reader.ReadAll())
                {
                    Stopping.Token.ThrowIfCancellationRequested();
                    if (read.Result is Result result)
                    {
                        yield return result;
                        continue;
                    }

                    Bad++;
                    Refuse(read.Problems);
                }

                Refuse(reader.FileProblems);
            }
        }
    }

    private JsonResultReader? Open(string file)
    {
        try
        {
            bool isStandard = file == OutputTarget.Standard;
            return new JsonResultReader(isStandard ? StandardStreams.OpenInput() : File.OpenRead(file), isStandard ? "standard input" : file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Refuse([SuiteDiagnostics.NoResults(file, fault.Message)]);
            return null;
        }
    }

    private void Refuse(IEnumerable<Diagnostic> problems)
    {
        foreach (Diagnostic problem in problems)
        {
            _problems.Write(problem);
            ExitCode = problem.Severity == Severity.Error ? Cli.ExitCode.BadInput : ExitCode;
        }
    }
}
