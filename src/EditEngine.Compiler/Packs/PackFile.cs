using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;
using EditEngine.Files;

namespace EditEngine.Compiler.Packs;

/// <summary>The one way to the bytes of a pack's files: inside of its boundary, ordinary, and not too long.</summary>
internal static class PackFile
{
    /// <summary>The longest rule file, in bytes.</summary>
    public const int LongestRules = 32 << 20;

    /// <summary>The longest CSV file, in bytes: it is held in memory as text. A longer list is imported as a table.</summary>
    public const int LongestCsv = 64 << 20;

    /// <summary>The longest <c>edits.json</c>, in bytes.</summary>
    public const int LongestSettings = 1 << 20;

    /// <summary>The longest <c>pack.lock</c>, in bytes.</summary>
    public const int LongestLock = 16 << 20;

    /// <summary>Where the file lies, links followed; or null, and what is wrong.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="name">Its name as shown.</param>
    /// <param name="place">Where it is named, or the file itself.</param>
    /// <param name="boundary">What it must lie in.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <param name="problem">Nothing of the file's content is in it. Null too where there is no such file.</param>
    public static string? Find(string path, string name, Place place, PackBoundary boundary, long most, out Diagnostic? problem)
    {
        problem = null;
        if (boundary.Resolve(path) is not string real)
        {
            problem = PackDiagnostics.OutsideOfPacks(place, name);
            return null;
        }

        FileKind kind = OrdinaryFile.KindOf(real);
        if (kind == FileKind.Missing)
        {
            return null;
        }

        if (kind != FileKind.Ordinary)
        {
            problem = PackDiagnostics.NotAnOrdinaryFile(place, name, OrdinaryFile.Describe(kind));
            return null;
        }

        long length = new FileInfo(real).Length;
        if (length > most)
        {
            problem = PackDiagnostics.FileTooLong(place, name, length, most);
            return null;
        }

        return real;
    }

    /// <summary>All bytes of a file; or null, and what is wrong.</summary>
    public static byte[]? Read(string path, string name, PackBoundary boundary, int most, out Diagnostic? problem)
    {
        FilePlace place = new(name);
        try
        {
            if (Find(path, name, place, boundary, most, out problem) is string real)
            {
                return OrdinaryFile.ReadAll(real, most);
            }

            problem ??= PackDiagnostics.Unreadable(name, "it is not there.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = PackDiagnostics.Unreadable(name, exception.Message);
        }

        return null;
    }
}
