using EditEngine.Compiler.Packs;

namespace EditEngine.Cli.Commands;

/// <summary>The files that a pack is made of: no output may be one of them.</summary>
internal static class PackInputs
{
    private const string Settings = "edits.json";

    /// <summary>Paths of its rule files, tables, code files, pins and settings. Some may not be there.</summary>
    public static IEnumerable<string> Of(PackSources sources)
    {
        IEnumerable<string> rules = sources.Texts.Select(text => sources.PathOf(text.File));
        return [.. rules, .. sources.References.FilesRead, sources.PathOf(PackLock.FileName), .. SettingsAbove(sources.Folder)];
    }

    private static IEnumerable<string> SettingsAbove(string folder)
    {
        if (folder.Length == 0)
        {
            yield break;
        }

        for (string? at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            yield return Path.Combine(at, Settings);
        }
    }
}
