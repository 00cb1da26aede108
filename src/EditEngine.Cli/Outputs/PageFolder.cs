using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Outputs;

/// <summary>A folder of pages that is there as a whole or not at all. It replaces one that holds such pages, and no other.</summary>
internal static class PageFolder
{
    // What tells a folder of ours from one that somebody keeps files in.
    private const string Mark = ".edits-pages";

    /// <summary>Writes the pages.</summary>
    /// <param name="folder">A new or empty folder, or one that was written so.</param>
    /// <param name="pages">Each with its file name.</param>
    /// <param name="problem">Why it was not written.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Write(string folder, ImmutableArray<(string File, byte[] Text)> pages, out Diagnostic? problem)
    {
        problem = null;
        string whole = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        string fresh = $"{whole}.new-{Environment.ProcessId}";
        string old = $"{whole}.old-{Environment.ProcessId}";
        try
        {
            bool isThere = Directory.Exists(whole);
            if (File.Exists(whole) || (isThere && !File.Exists(Path.Combine(whole, Mark)) && Directory.EnumerateFileSystemEntries(whole).Any()))
            {
                problem = CommandDiagnostics.FolderNotEmpty(folder, isThere);
                return ExitCode.WrongUsage;
            }

            Directory.CreateDirectory(fresh);
            File.WriteAllBytes(Path.Combine(fresh, Mark), []);
            foreach ((string file, byte[] text) in pages)
            {
                Stopping.Token.ThrowIfCancellationRequested();
                File.WriteAllBytes(Path.Combine(fresh, file), text);
            }

            if (isThere)
            {
                Directory.Move(whole, old);
            }

            Directory.Move(fresh, whole);
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problem = CommandDiagnostics.FileNotWritten(folder, fault.Message);
            return ExitCode.OutputFailed;
        }
        finally
        {
            Settle(whole, fresh, old);
        }
    }

    // Nothing stays beside the folder; what stood there comes back where the new one did not take its place.
    private static void Settle(string whole, string fresh, string old)
    {
        if (Directory.Exists(old) && !Directory.Exists(whole))
        {
            Directory.Move(old, whole);
        }

        foreach (string left in new[] { fresh, old }.Where(Directory.Exists))
        {
            Directory.Delete(left, recursive: true);
        }
    }
}
