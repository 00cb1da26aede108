namespace EditEngine.Compiler.Packs;

/// <summary>Reads each rule file once, and names it as seen from one folder.</summary>
/// <param name="folder">Full path of the folder that names are relative to.</param>
/// <param name="boundary">What all files lie in.</param>
internal sealed class RuleFileReader(string folder, PackBoundary boundary)
{
    private readonly Dictionary<string, RuleFile> _files = new(StringComparer.Ordinal);

    /// <summary>What all files lie in.</summary>
    public PackBoundary Boundary => boundary;

    public static bool IsRuleFile(string path) => path.EndsWith(".edit", StringComparison.OrdinalIgnoreCase);

    /// <summary>A rule file that is no hidden one.</summary>
    public static bool IsShownRuleFile(string path) => IsRuleFile(path) && !Path.GetFileName(path).StartsWith('.');

    public RuleFile Read(string path)
    {
        if (!_files.TryGetValue(path, out RuleFile? file))
        {
            file = RuleFile.Read(path, NameOf(path), boundary);
            _files.Add(path, file);
        }

        return file;
    }

    /// <summary>The rule files that lie in a folder directly, in ordinal order.</summary>
    public IEnumerable<RuleFile> In(string path) =>
        Directory.EnumerateFiles(path).Where(IsShownRuleFile).Order(StringComparer.Ordinal).Select(Read);

    public string NameOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
