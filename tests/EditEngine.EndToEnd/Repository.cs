namespace EditEngine.EndToEnd;

/// <summary>The checked-out files.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(string name) => System.IO.Path.Combine(Root, name);

    /// <summary>Copies a folder, as its files are now.</summary>
    public static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy) ?? to);
            File.Copy(file, copy);
        }
    }

    private static string Find(string folder)
    {
        DirectoryInfo? at = new(folder);
        while (at is not null && !File.Exists(System.IO.Path.Combine(at.FullName, "EditEngine.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException($"No EditEngine.sln above {folder}.");
    }
}
