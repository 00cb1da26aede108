using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Compiler.Packs;

/// <summary>Finds and reads the files of a pack and of the packs it extends.</summary>
internal sealed class PackReader
{
    private readonly string _folder;
    private readonly RuleFileReader _files;
    private readonly TableMapping _tables;
    private readonly ChangedTexts? _changed;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    private PackReader(string folder, TableMapping tables, ChangedTexts? changed)
    {
        _folder = folder;
        _changed = changed;
        _files = new RuleFileReader(folder, PackBoundary.Of(folder), changed);
        _tables = tables;
    }

    /// <summary>Reads the pack at a path.</summary>
    /// <param name="path">
    /// A folder, or a <c>.edit</c> file. A file with a pack clause is a pack by itself. A file or folder without one that lies in a pack's folder
    /// is read as that whole pack. Else it is a pack of its own, called as the file or folder.
    /// </param>
    /// <returns>What was found. What is wrong is among its diagnostics: it never throws for what lies on the disk.</returns>
    public static PackSources Read(string path) => Read(path, TableMapping.PrivateCopy);

    /// <summary>Reads the pack at a path, as <see cref="Read(string)"/> does.</summary>
    /// <param name="path">A folder, or a <c>.edit</c> file. Links in its folders are followed: whoever names it may mean them.</param>
    /// <param name="tables">How table files are opened.</param>
    public static PackSources Read(string path, TableMapping tables) => Read(path, tables, null);

    /// <summary>Reads the pack at a path, with texts that stand for files.</summary>
    /// <param name="path">A folder, or a <c>.edit</c> file.</param>
    /// <param name="tables">How table files are opened.</param>
    /// <param name="changed">The texts; null: none.</param>
    public static PackSources Read(string path, TableMapping tables, ChangedTexts? changed)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return PackSources.Nothing(path, PackDiagnostics.PathNotFound(path, null));
        }

        try
        {
            string full = WithoutLinks(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
            if (Directory.Exists(full))
            {
                return ReadFolder(path, full, tables, changed);
            }

            if (!File.Exists(full) && changed?.Texts.GetValueOrDefault(full) is null)
            {
                return PackSources.Nothing(path, PackDiagnostics.PathNotFound(path, NearestTo(full)));
            }

            return RuleFileReader.IsRuleFile(full) ? ReadFile(path, full, tables, changed) : PackSources.Nothing(path, PackDiagnostics.NotARuleFile(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return PackSources.Nothing(path, PackDiagnostics.Unreadable(path, exception.Message));
        }
    }

    private static PackSources ReadFolder(string path, string full, TableMapping tables, ChangedTexts? changed)
    {
        PackReader reader = new(full, tables, changed);
        PackFolder folder = PackFolder.Read(full, reader._files);
        if (folder.Clauses.IsEmpty && EnclosingPack(full, reader._files) is string enclosing)
        {
            return new PackReader(enclosing, tables, changed).ReadPart(path, full);
        }

        if (folder.Clauses.IsEmpty && !folder.Inner.IsEmpty)
        {
            string only = folder.Inner[0].Folder;
            return folder.Files.IsEmpty && folder.Inner.All(inner => inner.Folder == only)
                ? ReadFolder(Path.Combine(path, reader._files.NameOf(only)), only, tables, changed)
                : PackSources.Nothing(path, PackDiagnostics.SeveralPacks(path, folder.Inner.Select(inner => $"{inner.Name} ({reader._files.NameOf(inner.File)})")));
        }

        return folder.Files.IsEmpty ? PackSources.Nothing(path, PackDiagnostics.NoRuleFiles(path)) : reader.Finish(path, PackUnit.Of(folder), null);
    }

    private static PackSources ReadFile(string path, string full, TableMapping tables, ChangedTexts? changed)
    {
        string folder = Path.GetDirectoryName(full)!; // A file lies in a folder.
        PackReader reader = new(folder, tables, changed);
        RuleFile file = reader._files.Read(full);
        string given = Path.GetDirectoryName(path) ?? "";
        if (file.PackClauses.IsEmpty && !file.HasBrokenPackClause)
        {
            string? enclosing = HasOnePackClause(folder, reader._files) ? folder : EnclosingPack(folder, reader._files);
            if (enclosing is not null)
            {
                return new PackReader(enclosing, tables, changed).ReadPart(given, full);
            }
        }

        return reader.Finish(given, PackUnit.Of(file), null);
    }

    /// <summary>Reads the whole pack of this reader's folder for a part of it.</summary>
    private PackSources ReadPart(string given, string part)
    {
        string path = Path.IsPathRooted(given) ? _folder : Path.GetRelativePath(".", _folder);
        return Finish(path == "." ? "" : path, PackUnit.Of(PackFolder.Read(_folder, _files)), _files.NameOf(part));
    }

    private PackSources Finish(string path, PackUnit pack, string? asked)
    {
        ImmutableArray<PackUnit> chain = new PackChain(_files, _diagnostics).Of(pack);
        ImmutableArray<RuleFile> files = [.. chain.SelectMany(unit => unit.Files)];
        _diagnostics.InsertRange(0, files.Select(file => file.Problem).OfType<Diagnostic>());
        PackSettings settings = RootAbove(_folder) is string root
            ? PackSettings.Read(root, _files.NameOf(Path.Combine(root, PackSettings.FileName)), _diagnostics.Add)
            : PackSettings.None;
        PackSources sources = new(
            path,
            [.. chain.Select(unit => unit.ToFiles())],
            [.. files.Select(file => file.Source).OfType<Text.SourceText>()],
            _changed?.References is PackFolderFiles same && same.Folder == _folder ? same : new PackFolderFiles(_folder, _files.Boundary, _tables),
            asked,
            _diagnostics.ToImmutable())
        { Settings = settings };
        return files.Any(file => file.HasBrokenPackClause) ? sources with { IsWhole = false } : sources;
    }

    /// <summary>The nearest folder above, up to the root of packs, that is a pack's; null outside of a tree of packs.</summary>
    private static string? EnclosingPack(string folder, RuleFileReader files)
    {
        string? root = RootAbove(folder);
        for (string? above = folder; root is not null && above is not null && above != root;)
        {
            above = Path.GetDirectoryName(above);
            if (above is not null && HasOnePackClause(above, files))
            {
                return above;
            }
        }

        return null;
    }

    /// <summary>The nearest folder with <c>edits.json</c>, the folder itself included.</summary>
    internal static string? RootAbove(string folder)
    {
        string? at = folder;
        while (at is not null && !File.Exists(Path.Combine(at, PackSettings.FileName)))
        {
            at = Path.GetDirectoryName(at);
        }

        return at;
    }

    private static bool HasOnePackClause(string folder, RuleFileReader files) => PackSearch.In(folder, files).Length == 1;

    /// <summary>The path with the links of its folders followed. A file that is a link itself stays: it must not lead out of the packs.</summary>
    private static string WithoutLinks(string full) =>
        Directory.Exists(full) ? RealPath.Of(full) ?? full
        : Path.GetDirectoryName(full) is string folder ? Path.Combine(RealPath.Of(folder) ?? folder, Path.GetFileName(full))
        : full;

    private static string? NearestTo(string full)
    {
        string? folder = Path.GetDirectoryName(full);
        return folder is not null && Directory.Exists(folder)
            ? NearestName.Of(Path.GetFileName(full), Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)))
            : null;
    }
}
