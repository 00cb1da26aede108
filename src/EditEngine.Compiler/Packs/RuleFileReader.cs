namespace EditEngine.Compiler.Packs;

/// <summary>Reads each rule file once, and names it as seen from one folder.</summary>
/// <param name="folder">Full path of the folder that names are relative to.</param>
internal sealed class RuleFileReader(string folder)
{
    private readonly Dictionary<string, RuleFile> _files = new(StringComparer.Ordinal);

    public static bool IsRuleFile(string path) => path.EndsWith(".edit", StringComparison.OrdinalIgnoreCase);

    public RuleFile Read(string path)
    {
        if (!_files.TryGetValue(path, out RuleFile? file))
        {
            file = RuleFile.Read(path, NameOf(path));
            _files.Add(path, file);
        }

        return file;
    }

    /// <summary>The rule files that lie in a folder directly, in ordinal order.</summary>
    public IEnumerable<RuleFile> In(string path) =>
        Directory.EnumerateFiles(path).Where(file => IsRuleFile(file) && !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal).Select(Read);

    public string NameOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
