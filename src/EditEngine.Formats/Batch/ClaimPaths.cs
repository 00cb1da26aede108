using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Formats.Files;

namespace EditEngine.Formats.Batch;

/// <summary>Finds the claim files that paths name, each once.</summary>
internal static class ClaimPaths
{
    /// <summary>The name of the standard input.</summary>
    public const string StandardInput = "-";

    private static readonly string[] Endings = [".jsonl", ".json", ".837", ".837p", ".837i", ".837d", ".edi", ".x12", ".txt"];

    /// <summary>Files as named; for a folder the claim files in it and below, in ordinal order of their paths.</summary>
    public static (ImmutableArray<string> Files, ImmutableArray<Diagnostic> Problems) Find(IEnumerable<string> paths, bool hasStandardInput)
    {
        ImmutableArray<string>.Builder files = ImmutableArray.CreateBuilder<string>();
        ImmutableArray<Diagnostic>.Builder problems = ImmutableArray.CreateBuilder<Diagnostic>();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (hasStandardInput && path == StandardInput)
            {
                if (seen.Add(path))
                {
                    files.Add(path);
                }
            }
            else if (Directory.Exists(path))
            {
                List<string> found = [];
                AddFolder(path, found, problems);
                found.Sort(StringComparer.Ordinal);
                files.AddRange(found.Where(file => seen.Add(Path.GetFullPath(file))));
                if (found.Count == 0)
                {
                    problems.Add(BatchDiagnostics.NoClaimFiles(path, Endings));
                }
            }
            else if (!File.Exists(path))
            {
                problems.Add(BatchDiagnostics.NotFound(path, Nearest(path)));
            }
            else if (seen.Add(Path.GetFullPath(path)))
            {
                files.Add(path);
            }
        }

        return (files.ToImmutable(), problems.ToImmutable());
    }

    private static void AddFolder(string folder, List<string> found, ImmutableArray<Diagnostic>.Builder problems)
    {
        try
        {
            foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            {
                if (IsClaimFile(file))
                {
                    found.Add(file);
                }
                else if (BeginsInterchange(file))
                {
                    problems.Add(BatchDiagnostics.PassedOver(file, Endings));
                }
            }

            foreach (string below in Directory.EnumerateDirectories(folder))
            {
                // A linked folder may lead back up, and round without end.
                if (!Path.GetFileName(below).StartsWith('.') && new DirectoryInfo(below).LinkTarget is null)
                {
                    AddFolder(below, found, problems);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(BatchDiagnostics.Unreadable(folder, fault.Message));
        }
    }

    private static bool IsClaimFile(string file)
    {
        string name = Path.GetFileName(file);
        string plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return !name.StartsWith('.') && Endings.Contains(Path.GetExtension(plain), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>True for a file of X12 by another name. A copy put aside is not taken, and a claim file is not lost without a word.</summary>
    private static bool BeginsInterchange(string file)
    {
        // To look into a pipe takes from it, and waits for who may never write.
        if (Path.GetFileName(file).StartsWith('.') || FileStatus.Of(file) is not { IsOrdinary: true })
        {
            return false;
        }

        try
        {
            using FileStream stream = File.OpenRead(file);
            Span<byte> start = stackalloc byte[3];
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("ISA"u8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false; // no claim file by its name either
        }
    }

    private static string? Nearest(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        string searched = string.IsNullOrEmpty(folder) ? "." : folder;
        if (!Directory.Exists(searched))
        {
            return null;
        }

        try
        {
            string[] names = [.. Directory.EnumerateFileSystemEntries(searched).Take(1000).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
            return NearestName.Of(Path.GetFileName(path), names) is string name ? Path.Combine(folder ?? "", name) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null; // only a hint
        }
    }
}
