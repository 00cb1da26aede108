namespace EditEngine.LanguageServer.Workspaces;

/// <summary>Addresses of documents and the paths of their files.</summary>
internal static class DocumentUri
{
    /// <summary>The full path of a file's address; null where it is the address of no file.</summary>
    public static string? PathOf(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) || !parsed.IsFile)
        {
            return null;
        }

        // A drive letter is written as /c%3A/ by some editors.
        string path = Uri.UnescapeDataString(parsed.AbsolutePath);
        path = OperatingSystem.IsWindows() && path.Length > 2 && path[0] == '/' && path[2] == ':' ? path[1..] : path;
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    /// <summary>The address of a file.</summary>
    public static string Of(string path) => new UriBuilder { Scheme = Uri.UriSchemeFile, Host = "", Path = Escaped(path) }.Uri.AbsoluteUri;

    private static string Escaped(string path) => string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
