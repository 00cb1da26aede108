using EditEngine.Compiler.Packs;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>Names of what lies on the disk beside a rule file: files of rows behind <c>from</c>, and packs behind <c>extends</c>.</summary>
internal static class PathCompletion
{
    /// <summary>The proposals for a place in the name of a file; null where it stands in none, or the pack is no folder's.</summary>
    public static IEnumerable<Proposal>? FilesAt(CursorPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        string text = place.Tree.Source.Text;
        int start = text.LastIndexOf('\n', Math.Max(0, place.Offset - 1), Math.Max(0, place.Offset)) + 1;
        string line = text[start..place.Offset];
        int quote = line.LastIndexOf('"');
        if (FolderOf(place) is not string pack || quote < 0 || line.Count(c => c == '"') % 2 == 0 || !IsOfFile(line[..quote]))
        {
            return null;
        }

        string typed = line[(quote + 1)..];
        string folder = typed[..(typed.LastIndexOf('/') + 1)];
        int end = text.AsSpan(place.Offset).IndexOfAny('"', '\r', '\n');
        TextSpan replaced = TextSpan.FromTo(start + quote + 1 + folder.Length, end < 0 ? text.Length : place.Offset + end);
        string above = Path.Combine(pack, Path.GetDirectoryName(place.Tree.Source.File) ?? "");
        return NamesBeside.In(pack, Path.GetFullPath(Path.Combine(above, folder)).TrimEnd(Path.DirectorySeparatorChar))
            .Select(name => new Proposal(name, name.EndsWith('/') ? ProposalKind.Word : ProposalKind.Table, name.EndsWith('/') ? "a folder" : "a file of rows") { Replaces = replaced });
    }

    /// <summary>The packs that one may extend; none where the pack is no folder's.</summary>
    public static IEnumerable<Proposal> Bases(CursorPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        int start = place.Word.Start - place.LineBefore.Length + place.LineBefore.LastIndexOf(' ') + 1;
        return FolderOf(place) is not string pack ? []
            : NamesBeside.Packs(pack).Where(name => name != place.Part?.Pack.Name).Select(name => new Proposal(name, ProposalKind.Name, "a pack") { Replaces = TextSpan.FromTo(start, place.Word.End) });
    }

    private static string? FolderOf(CursorPlace place) => place.Pack.Sources.Folder is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;

    // Behind the names of columns and facts stand headers and members.
    private static bool IsOfFile(string before) => before.TrimStart() is var line && (line.StartsWith("codes ", StringComparison.Ordinal) || line.StartsWith("table ", StringComparison.Ordinal)) && line.TrimEnd().EndsWith(" from", StringComparison.Ordinal);
}
