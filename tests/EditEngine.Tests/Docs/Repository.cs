namespace EditEngine.Tests.Docs;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root: the nearest folder above the tests with <c>EditEngine.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Baselines are rewritten and not compared.</summary>
    public static bool WritesBaselines => Environment.GetEnvironmentVariable("EDITS_BASELINE") == "write";

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EditEngine.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No folder above the tests holds EditEngine.sln.");
    }
}
