using System.Collections.Immutable;
using System.Text;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Packs;

/// <summary>A pack clause that a search came across.</summary>
/// <param name="Folder">Full path of the pack's folder.</param>
/// <param name="File">Full path of the file with the clause.</param>
/// <param name="Name">The pack's name.</param>
internal readonly record struct FoundPack(string Folder, string File, string Name);

/// <summary>Looks for packs by their pack clauses and for nothing else: what is broken in them, or cannot be read, is theirs to tell.</summary>
internal static class PackSearch
{
    // A clause of a name, a version and a base is shorter.
    private const int LongestClause = 4096;

    // A file has one; whatever begins so by chance is looked at too.
    private const int MostClauses = 16;

    private static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>All packs in a folder and below it, by folder. Folders whose name begins with a dot, and links to folders, are left out.</summary>
    public static ImmutableArray<FoundPack> Below(string folder, RuleFileReader files)
    {
        ImmutableArray<FoundPack>.Builder found = ImmutableArray.CreateBuilder<FoundPack>();
        Stack<string> left = new([folder]);
        while (left.TryPop(out string? next))
        {
            found.AddRange(In(next, files));
            foreach (DirectoryInfo below in FoldersIn(next, Readable).Reverse())
            {
                left.Push(below.FullName);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The packs whose clause is in a file of this folder.</summary>
    public static ImmutableArray<FoundPack> In(string folder, RuleFileReader files)
    {
        try
        {
            return
            [
                .. files.PathsIn(folder, Readable)
                    .SelectMany(file => NamesIn(file, files).Select(name => new FoundPack(folder, file, name))),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The folders in a folder that may hold rules.</summary>
    public static ImmutableArray<DirectoryInfo> FoldersIn(string folder, EnumerationOptions options) =>
    [
        .. new DirectoryInfo(folder).EnumerateDirectories("*", options)
            .Where(below => !below.Name.StartsWith('.') && below.LinkTarget is null).OrderBy(below => below.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> NamesIn(string file, RuleFileReader files)
    {
        if ((files.ChangedTextOf(file) is string changed ? Encoding.UTF8.GetBytes(changed) : PackFile.Read(file, file, files.Boundary, PackFile.LongestRules, out _)) is not byte[] bytes)
        {
            yield break;
        }

        int clauses = 0;
        for (int line = 0; line >= 0 && clauses < MostClauses; line = NextLine(bytes, line))
        {
            if (BeginsClause(bytes.AsSpan(line)))
            {
                clauses++;
                string text = Encoding.UTF8.GetString(bytes.AsSpan(line, Math.Min(LongestClause, bytes.Length - line)));
                if (EditParser.Parse(new SourceText("", text)).Declarations is [PackSyntax pack, ..])
                {
                    yield return pack.Name.Text;
                }
            }
        }
    }

    private static int NextLine(byte[] bytes, int line)
    {
        int end = bytes.AsSpan(line).IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? -1 : line + end + 1;
    }

    private static bool BeginsClause(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        text = (text.StartsWith(mark) ? text[mark.Length..] : text).TrimStart(" \t"u8);
        return text.Length > 4 && Ascii.EqualsIgnoreCase(text[..4], "pack"u8) && text[4] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
    }
}
