namespace EditEngine.Bench.Measuring;

/// <summary>Where the program was built from.</summary>
internal static class Repository
{
    /// <summary>Its folder; null where the program lies elsewhere.</summary>
    public static string? Root() => Around(AppContext.BaseDirectory);

    /// <summary>The repository that a folder lies in; null where it lies in none.</summary>
    public static string? Around(string path)
    {
        DirectoryInfo? folder = new(Path.GetFullPath(path));
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EditEngine.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
