using System.Runtime.CompilerServices;

namespace EditEngine.Conformance;

/// <summary>The files of the suite, as they lie beside its tests.</summary>
internal static class Corpus
{
    /// <summary>Baselines are rewritten and not compared.</summary>
    public static bool WritesBaselines => Environment.GetEnvironmentVariable("EDITS_BASELINE") == "write";

    /// <summary>Names of the files of one part below <c>good</c>, <c>bad</c> or <c>truth</c>, with slashes, in ordinal order.</summary>
    public static IEnumerable<string> Names(string part, string extension) =>
        Directory.EnumerateFiles(PathOf(part), "*" + extension, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(PathOf(), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The text of a file; a checkout may have turned its line ends.</summary>
    public static string Read(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n");

    /// <summary>The path of a file of the suite.</summary>
    public static string PathOf(string name = "") => Path.Combine(Folder(), name);

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!; // A source file lies in a folder.
}
