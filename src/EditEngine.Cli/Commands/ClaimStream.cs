using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;

namespace EditEngine.Cli.Commands;

/// <summary>The claims of files, one after another, each with the date that it is decided on; what is wrong with them is told as they come.</summary>
internal sealed class ClaimStream : IDisposable
{
    private readonly ProblemLines _problems = ProblemLines.OnError();
    private readonly ClaimSources _sources;
    private readonly IClaimReader _reader;
    private readonly DateOnly? _asOf;

    /// <param name="paths">Files and folders.</param>
    /// <param name="asOf">The date of all; null: each claim's own, and one without any is bad.</param>
    public ClaimStream(string[] paths, DateOnly? asOf)
    {
        _sources = new ClaimSources(paths, StandardStreams.OpenInput);
        _reader = asOf is null ? new DatedClaims(_sources) : _sources;
        _asOf = asOf;
    }

    /// <summary>Once all are read: done, or that some input was bad.</summary>
    public int ExitCode { get; private set; } = Cli.ExitCode.Done;

    /// <summary>The files.</summary>
    public IEnumerable<string> Files => _sources.Files;

    /// <summary>The claims that can be decided, in order. One time.</summary>
    public IEnumerable<(Claim Claim, DateOnly AsOf)> Read()
    {
        while (_reader.Read() is ReadClaim read)
        {
            Stopping.Token.ThrowIfCancellationRequested();
            foreach (Diagnostic problem in read.Problems)
            {
                _problems.Write(problem, read.Id ?? "without id");
            }

            if (read.Claim is Claim claim)
            {
                yield return (claim, _asOf ?? AsOfDate.Of(claim)!.Value); // DatedClaims lets no claim through without one.
            }
            else
            {
                ExitCode = Cli.ExitCode.BadInput;
            }
        }

        foreach (Diagnostic problem in _sources.FileProblems)
        {
            _problems.Write(problem);
            ExitCode = problem.Severity == Severity.Error ? Cli.ExitCode.BadInput : ExitCode;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
