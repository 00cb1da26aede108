using EditEngine.Diagnostics;
using EditEngine.Workbench.Files;

namespace EditEngine.Workbench.Packs;

/// <summary>A place of a rule file that the page can open.</summary>
/// <param name="File">The file's name in the desk's folder; null where it lies outside.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
internal sealed record DeskPlace(string? File, int Line, int Column)
{
    /// <summary>The place of a pack's source.</summary>
    /// <param name="folder">The desk's folder.</param>
    /// <param name="sources">The pack, whose folder the names of places are relative to.</param>
    /// <param name="place">The place.</param>
    public static DeskPlace Of(DeskFolder folder, PackSources sources, SourceSpan place) =>
        new(folder.NameOf(Path.GetFullPath(Path.Combine(Path.GetFullPath(sources.Folder), place.File))), place.Line, place.Column);
}
