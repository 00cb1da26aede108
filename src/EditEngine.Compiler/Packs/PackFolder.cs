using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Packs;

/// <summary>A folder with the rule files that are its own: all below it but those in the folder of another pack.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Files">In ordinal order of their names.</param>
/// <param name="Clauses">Pack clauses of the files that lie in it directly, with their file.</param>
/// <param name="Inner">The packs below it that are of no other pack's folder, in ordinal order of their paths.</param>
internal sealed record PackFolder(
    string Path, ImmutableArray<RuleFile> Files, ImmutableArray<(RuleFile File, PackSyntax Clause)> Clauses, ImmutableArray<FoundPack> Inner)
{
    // A folder that cannot be read may be a part of the pack: that is told.
    private static readonly EnumerationOptions All = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    /// <summary>Looks through a folder. Folders whose name begins with a dot, and links to folders, are left out.</summary>
    public static PackFolder Read(string path, RuleFileReader files)
    {
        ImmutableArray<RuleFile> direct = [.. files.In(path)];
        List<RuleFile> own = [.. direct];
        List<FoundPack> inner = [];
        foreach (DirectoryInfo below in PackSearch.FoldersIn(path, All))
        {
            ImmutableArray<FoundPack> packs = PackSearch.In(below.FullName, files);
            if (packs.IsEmpty)
            {
                PackFolder folder = Read(below.FullName, files);
                own.AddRange(folder.Files);
                inner.AddRange(folder.Inner);
            }
            else
            {
                inner.AddRange(packs);
            }
        }

        own.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new PackFolder(path, [.. own], ClausesOf(direct), [.. inner]);
    }

    /// <summary>Pack clauses of files, with their file.</summary>
    public static ImmutableArray<(RuleFile File, PackSyntax Clause)> ClausesOf(IEnumerable<RuleFile> files) =>
        [.. files.SelectMany(file => file.PackClauses.Select(clause => (file, clause)))];
}
