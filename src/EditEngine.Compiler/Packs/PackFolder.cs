using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Packs;

/// <summary>A folder with the rule files that are its own: all below it but those in the folder of another pack.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Files">In ordinal order of their names.</param>
/// <param name="Clauses">Pack clauses of the files that lie in it directly, with their file.</param>
/// <param name="Inner">The packs below it, in ordinal order of their paths.</param>
internal sealed record PackFolder(
    string Path, ImmutableArray<RuleFile> Files, ImmutableArray<(RuleFile File, PackSyntax Clause)> Clauses, ImmutableArray<PackFolder> Inner)
{
    /// <summary>Looks through a folder. Folders whose name begins with a dot, and links to folders, are left out.</summary>
    public static PackFolder Read(string path, RuleFileReader files)
    {
        ImmutableArray<RuleFile> direct = [.. files.In(path)];
        List<RuleFile> own = [.. direct];
        List<PackFolder> inner = [];
        foreach (DirectoryInfo below in new DirectoryInfo(path).EnumerateDirectories().OrderBy(folder => folder.Name, StringComparer.Ordinal))
        {
            if (below.Name.StartsWith('.') || below.LinkTarget is not null)
            {
                continue;
            }

            PackFolder folder = Read(below.FullName, files);
            if (folder.Clauses.IsEmpty)
            {
                own.AddRange(folder.Files);
                inner.AddRange(folder.Inner);
            }
            else
            {
                inner.Add(folder);
            }
        }

        own.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new PackFolder(path, [.. own], ClausesOf(direct), [.. inner]);
    }

    /// <summary>Pack clauses of files, with their file.</summary>
    public static ImmutableArray<(RuleFile File, PackSyntax Clause)> ClausesOf(IEnumerable<RuleFile> files) =>
        [.. files.SelectMany(file => file.PackClauses.Select(clause => (file, clause)))];

    /// <summary>This folder and all packs below it, those with a pack clause.</summary>
    public IEnumerable<PackFolder> Packs() => Inner.SelectMany(folder => folder.Packs()).Prepend(this).Where(folder => !folder.Clauses.IsEmpty);
}
