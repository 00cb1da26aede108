using EditEngine.Files;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Batch;

/// <summary>Reads the first claims of a run and lets them go: what reads the file then has the tables of its form, and code that is compiled.</summary>
/// <remarks>For a core that has nothing to do while rules are loaded. What is wrong with a file, who reads it for the run says.</remarks>
internal static class FirstClaims
{
    private const int Bytes = 32 * 1024;

    /// <summary>Reads from the head of the first file; nothing from what can be read but once.</summary>
    /// <param name="paths">Files and folders, as <see cref="ClaimSources"/> takes them.</param>
    /// <returns>How many were read.</returns>
    public static int Read(IEnumerable<string> paths)
    {
        using ClaimSources sources = new(paths.Take(1), () => Stream.Null) { Reopened = HeadOf };
        ClaimBatch batch = new();
        return ((IBatchReader)sources).Fill(batch) ? batch.Entries.Count : 0;
    }

    private static MemoryStream HeadOf(string path)
    {
        using FileStream file = OrdinaryFile.Open(path);
        byte[] head = new byte[Bytes];
        return new MemoryStream(head, 0, file.ReadAtLeast(head, Bytes, throwOnEndOfStream: false));
    }
}
