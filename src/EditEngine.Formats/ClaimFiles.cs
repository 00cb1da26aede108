using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;

namespace EditEngine;

/// <summary>Claims of files, for a first program. A run over many files reads them with <see cref="ClaimSources"/>, which also counts.</summary>
public static class ClaimFiles
{
    /// <summary>Reads claims one by one: JSON lines or X12 837, plain or gzipped; the content tells which.</summary>
    /// <param name="paths">Files, and folders with claim files.</param>
    /// <returns>Each claim once, good or bad, in order. Last, without a claim, each problem that belongs to a file. It never throws on content.</returns>
    public static IEnumerable<ReadClaim> Read(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return ReadAll(paths);
    }

    private static IEnumerable<ReadClaim> ReadAll(string[] paths)
    {
        using ClaimSources sources = new(paths);
        while (sources.Read() is ReadClaim read)
        {
            yield return read;
        }

        foreach (Diagnostic problem in sources.FileProblems)
        {
            yield return new ReadClaim(null, null, problem.Place ?? new FilePlace(""), [problem]);
        }
    }
}
