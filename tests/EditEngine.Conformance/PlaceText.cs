using EditEngine.Diagnostics;

namespace EditEngine.Conformance;

/// <summary>Places and messages without the folder that a test was given.</summary>
internal static class PlaceText
{
    public static Diagnostic WithoutRoot(Diagnostic diagnostic, string root) => diagnostic with
    {
        Place = diagnostic.Place is FilePlace file ? new FilePlace(Clean(file.Name, root)!) : diagnostic.Place, // A name is no null.
        Seen = Clean(diagnostic.Seen, root)!, // Nor is what was seen.
        Fits = Clean(diagnostic.Fits, root),
        Help = Clean(diagnostic.Help, root),
    };

    private static string? Clean(string? text, string root) => text?
        .Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
        .Replace(root, "rules", StringComparison.Ordinal)
        .Replace(Path.GetFileName(root), "rules", StringComparison.Ordinal);
}
