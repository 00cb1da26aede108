using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;

namespace EditEngine.Cli.Commands;

/// <summary>Claims in the files of a command line, for commands that keep none of them.</summary>
internal static class NamedClaims
{
    /// <summary>Reads every claim; what cannot be read is told.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="asOf">As-of date of all; null: each claim's own.</param>
    /// <param name="take">Takes a claim, its as-of date, and its id.</param>
    /// <returns>The exit code: some claim could not be read, or none.</returns>
    public static int Read(string[] paths, DateOnly? asOf, Action<Claim, DateOnly, string> take)
    {
        ProblemLines problems = ProblemLines.OnError();
        using ClaimSources sources = new(paths, StandardStreams.OpenInput);
        IClaimReader reader = asOf is null ? new DatedClaims(sources) : sources;
        int code = ExitCode.Done;
        while (reader.Read() is ReadClaim read)
        {
            Stopping.Token.ThrowIfCancellationRequested();
            foreach (Diagnostic problem in read.Problems)
            {
                problems.Write(problem, read.Id);
            }

            if (read.Claim is Claim claim)
            {
                take(claim, asOf ?? AsOfDate.Of(claim)!.Value, claim.Id); // DatedClaims lets no claim through without one.
            }
            else
            {
                code = ExitCode.BadInput;
            }
        }

        foreach (Diagnostic problem in sources.FileProblems)
        {
            problems.Write(problem);
            code = ExitCode.BadInput;
        }

        return code;
    }
}
