using EditEngine.Diagnostics;
using EditEngine.Workbench.Files;

namespace EditEngine.Workbench.Packs;

/// <summary>A place of a rule file that the page can open.</summary>
/// <param name="File">The file's name in the desk's folder; of a base outside of it from the folder on, as <c>../base/visits.edit</c>.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
internal sealed record DeskPlace(string File, int Line, int Column)
{
    /// <summary>The place of a pack's source.</summary>
    /// <param name="folder">The desk's folder.</param>
    /// <param name="sources">The pack, whose folder the names of places are relative to.</param>
    /// <param name="place">The place.</param>
    public static DeskPlace Of(DeskFolder folder, PackSources sources, SourceSpan place) =>
        new(Path.GetRelativePath(folder.Path, Path.GetFullPath(Path.Combine(sources.Folder, place.File))).Replace('\\', '/'), place.Line, place.Column);
}
