using System.Collections.Immutable;
using EditEngine.Compiler.Packs;

namespace EditEngine.Workbench.Files;

/// <summary>What a file of the folder is to the page, by its name.</summary>
internal enum ListedKind
{
    /// <summary>Rules.</summary>
    Rules,

    /// <summary>A table or list.</summary>
    Table,

    /// <summary>What may hold claims.</summary>
    Claims,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A file of the folder.</summary>
internal sealed record ListedFile(string Name, ListedKind Kind, long Size);

/// <summary>The files of the folder and below it, in ordinal order. What is hidden, and links to folders, are left out.</summary>
/// <param name="Files">The first of them.</param>
/// <param name="LeftOut">How many more there are, as far as was looked.</param>
internal sealed record FileListing(ImmutableArray<ListedFile> Files, int LeftOut)
{
    private const int Most = 5_000;
    private const int MostLookedAt = 50_000;

    private static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>The files of a folder.</summary>
    public static FileListing Of(DeskFolder folder)
    {
        List<ListedFile> found = [];
        Stack<DirectoryInfo> left = new([new DirectoryInfo(folder.Path)]);
        while (left.TryPop(out DirectoryInfo? next) && found.Count < MostLookedAt)
        {
            foreach (FileInfo file in next.EnumerateFiles("*", Readable))
            {
                if (folder.NameOf(file.FullName) is string name)
                {
                    found.Add(new ListedFile(name, KindOf(name), file.LinkTarget is null ? file.Length : 0));
                }
            }

            foreach (DirectoryInfo below in PackSearch.FoldersIn(next.FullName, Readable))
            {
                left.Push(below);
            }
        }

        return new FileListing([.. found.OrderBy(file => file.Name, StringComparer.Ordinal).Take(Most)], Math.Max(0, found.Count - Most));
    }

    private static ListedKind KindOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".EDIT" => ListedKind.Rules,
        ".CSV" or ".XLSX" or ".TABLE" => ListedKind.Table,
        ".JSONL" or ".NDJSON" or ".837" or ".X12" or ".EDI" or ".GZ" => ListedKind.Claims,
        ".JSON" when Path.GetFileName(name) != "edits.json" => ListedKind.Claims,
        _ => ListedKind.Other,
    };
}
