namespace EditEngine.Workbench.Packs;

/// <summary>A file that packs of the desk's folder are made of and that lies outside of it: one of a pack that they extend. It is shown, and never written.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Pack">The pack whose rules it has; null for a table.</param>
internal sealed record BaseFile(string Path, string? Pack)
{
    /// <summary>Why it cannot be changed here, and where it can.</summary>
    public string Said =>
        $"{(Pack is null ? "This table is of a pack" : $"This file is of the pack {Pack}")} that is extended here. It lies outside of the folder that is worked on: it can be read, and not be changed or saved. To change it, start 'edits workbench' on {System.IO.Path.GetDirectoryName(Path)}.";

    /// <summary>A file of a pack; null where it has none at the path.</summary>
    /// <param name="compilation">The pack.</param>
    /// <param name="path">Full path.</param>
    public static BaseFile? In(PackCompilation compilation, string path)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        string folder = System.IO.Path.GetFullPath(compilation.Sources.Folder);
        string? pack = compilation.Sources.Chain.FirstOrDefault(pack => pack.Trees.Any(tree => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, tree.Source.File)) == path))?.Name;
        _ = compilation.Result; // Tables are found as the rules are read.
        return pack is not null || compilation.Sources.References.FilesRead.Contains(path, StringComparer.Ordinal) ? new BaseFile(path, pack) : null;
    }
}
