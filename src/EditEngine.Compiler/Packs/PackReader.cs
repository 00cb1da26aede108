using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>Finds and reads the files of a pack and of the packs it extends.</summary>
public sealed class PackReader
{
    private readonly string _folder;
    private readonly RuleFileReader _files;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    private PackReader(string folder)
    {
        _folder = folder;
        _files = new RuleFileReader(folder);
    }

    /// <summary>Reads the pack at a path.</summary>
    /// <param name="path">
    /// A folder, or a <c>.edit</c> file. A file with a pack clause is a pack by itself. A file or folder without one that lies in a pack's folder
    /// is read as that whole pack. Else it is a pack of its own, called as the file or folder.
    /// </param>
    /// <returns>What was found. What is wrong is among its diagnostics: it never throws for what lies on the disk.</returns>
    public static PackSources Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (Directory.Exists(full))
            {
                return ReadFolder(path, full);
            }

            if (!File.Exists(full))
            {
                return Nothing(path, PackDiagnostics.PathNotFound(path, NearestTo(full)));
            }

            return RuleFileReader.IsRuleFile(full) ? ReadFile(path, full) : Nothing(path, PackDiagnostics.NotARuleFile(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Nothing(path, PackDiagnostics.Unreadable(path, exception.Message));
        }
    }

    private static PackSources ReadFolder(string path, string full)
    {
        PackReader reader = new(full);
        PackFolder folder = PackFolder.Read(full, reader._files);
        if (folder.Clauses.IsEmpty && EnclosingPack(full, reader._files) is string enclosing)
        {
            return new PackReader(enclosing).ReadPart(path, full);
        }

        if (folder.Clauses.IsEmpty && !folder.Inner.IsEmpty)
        {
            return folder.Inner.Length == 1 && folder.Files.IsEmpty
                ? ReadFolder(Path.Combine(path, reader._files.NameOf(folder.Inner[0].Path)), folder.Inner[0].Path)
                : Nothing(path, PackDiagnostics.SeveralPacks(path, folder.Inner.SelectMany(inner => inner.Clauses).Select(Describe)));
        }

        return folder.Files.IsEmpty ? Nothing(path, PackDiagnostics.NoRuleFiles(path)) : reader.Finish(path, PackUnit.Of(folder), null);
    }

    private static PackSources ReadFile(string path, string full)
    {
        string folder = Path.GetDirectoryName(full)!; // A file lies in a folder.
        PackReader reader = new(folder);
        RuleFile file = reader._files.Read(full);
        string given = Path.GetDirectoryName(path) ?? "";
        if (file.PackClauses.IsEmpty && !file.HasBrokenPackClause)
        {
            string? enclosing = HasOnePackClause(folder, reader._files) ? folder : EnclosingPack(folder, reader._files);
            if (enclosing is not null)
            {
                return new PackReader(enclosing).ReadPart(given, full);
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
            new PackFolderFiles(_folder),
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

    private static bool HasOnePackClause(string folder, RuleFileReader files) => files.In(folder).Sum(file => file.PackClauses.Length) == 1;

    private static string Describe((RuleFile File, PackSyntax Clause) pack) => $"{pack.Clause.Name} ({pack.File.Name})";

    private static string? NearestTo(string full)
    {
        string? folder = Path.GetDirectoryName(full);
        return folder is not null && Directory.Exists(folder)
            ? NearestName.Of(Path.GetFileName(full), Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)))
            : null;
    }

    private static PackSources Nothing(string path, Diagnostic why) => new(path, [], [], new NoReferenceFiles(), null, [why]);
}
