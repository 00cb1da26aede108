namespace EditEngine.Compiler.Packs;

/// <summary>Reads each rule file once, and names it as seen from one folder.</summary>
/// <param name="folder">Full path of the folder that names are relative to.</param>
/// <param name="boundary">What all files lie in.</param>
/// <param name="changed">Texts that stand for files; null: none.</param>
internal sealed class RuleFileReader(string folder, PackBoundary boundary, ChangedTexts? changed = null)
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
            file = RuleFile.Read(path, NameOf(path), boundary, changed);
            _files.Add(path, file);
        }

        return file;
    }

    /// <summary>The rule files that lie in a folder directly, in ordinal order.</summary>
    public IEnumerable<RuleFile> In(string path) =>
        PathsIn(path, new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = 0 }).Select(Read);

    /// <summary>Their paths.</summary>
    public IEnumerable<string> PathsIn(string path, EnumerationOptions options)
    {
        IEnumerable<string> found = Directory.EnumerateFiles(path, "*", options);
        return (changed is null ? found : found.Where(file => !changed.Texts.ContainsKey(file)).Concat(
            changed.Texts.Where(text => text.Value is not null && Path.GetDirectoryName(text.Key) == path).Select(text => text.Key)))
            .Where(IsShownRuleFile).Order(StringComparer.Ordinal);
    }

    /// <summary>The text that stands for a file; null where the file itself is to be read.</summary>
    public string? ChangedTextOf(string path) => changed?.Texts.GetValueOrDefault(path);

    public string NameOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
