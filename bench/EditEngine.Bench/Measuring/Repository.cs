namespace EditEngine.Bench.Measuring;

/// <summary>Where the program was built from.</summary>
internal static class Repository
{
    /// <summary>Its folder; null where the program lies elsewhere.</summary>
    public static string? Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EditEngine.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
