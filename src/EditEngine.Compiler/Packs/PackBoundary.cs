namespace EditEngine.Compiler.Packs;

/// <summary>The folder that a pack reads files from: that of <c>edits.json</c>, else its own. A rule may come from anyone; it reaches nothing else of the computer.</summary>
internal sealed class PackBoundary
{
    private readonly string _folder;
    private readonly string? _real;

    private PackBoundary(string folder)
    {
        _folder = folder;
        _real = RealPath.Of(folder);
    }

    /// <summary>The bound of a pack's folder.</summary>
    /// <param name="folder">Full path.</param>
    public static PackBoundary Of(string folder) => new(PackReader.RootAbove(folder) ?? folder);

    /// <summary>A folder itself as bound.</summary>
    public static PackBoundary At(string folder) => new(folder);

    /// <summary>Where a file lies once links are followed; null where that is outside, or nowhere.</summary>
    /// <param name="path">Full path.</param>
    public string? Resolve(string path) =>
        IsBelow(path, _folder) && _real is not null && RealPath.Of(path) is string real && IsBelow(real, _real) ? real : null;

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);
}
