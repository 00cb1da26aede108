namespace EditEngine.Compiler.Packs;

/// <summary>Where a path leads once every link in it is followed, those of its folders too.</summary>
internal static class RealPath
{
    // As many as Linux follows; more is a circle.
    private const int MostLinks = 40;

    /// <summary>The full path without links; what is not there is taken as written. Null for links in a circle.</summary>
    public static string? Of(string path)
    {
        string full = Path.GetFullPath(path);
        string at = Path.GetPathRoot(full) ?? "";
        Stack<string> left = new();
        Push(left, full[at.Length..]);
        for (int links = 0; left.TryPop(out string? part);)
        {
            if (part == "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
                continue;
            }

            string next = Path.Combine(at, part);
            if (LinkOf(next) is not string target)
            {
                at = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            string root = Path.GetPathRoot(target) ?? "";
            at = root.Length > 0 ? Path.GetFullPath(root) : at;
            Push(left, target[root.Length..]);
        }

        return at;
    }

    private static string? LinkOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Push(Stack<string> parts, string path)
    {
        string[] names = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names.Reverse().Where(name => name != "."))
        {
            parts.Push(name);
        }
    }
}
