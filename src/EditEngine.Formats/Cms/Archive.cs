using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.RegularExpressions;
using EditEngine.Files;

namespace EditEngine.Formats.Cms;

/// <summary>Zip archives, as CMS publishes them: a table, its layout and its notices in one file.</summary>
internal static partial class Archive
{
    private const int MostListed = 8;

    // Four files of pairs have half a billion bytes.
    private const long MostTogether = 2 * BoundedStream.MostUnpacked;

    /// <summary>The sources, each archive in the place of those of its files that are meant.</summary>
    /// <param name="run">Told of an archive that cannot be read or holds no such file.</param>
    /// <param name="sources">Files as given.</param>
    /// <param name="names">How the meant files are named; a lone text or workbook is taken whatever its name.</param>
    public static ImmutableArray<TableSource> Unpack(ImportRun run, ImmutableArray<TableSource> sources, Regex names)
    {
        var files = ImmutableArray.CreateBuilder<TableSource>();
        foreach (TableSource source in sources)
        {
            run.Guard(source, () => files.AddRange(FilesOf(run, source, names)));
        }

        return files.ToImmutable();
    }

    /// <summary>True for a stream that begins as a zip archive does. It ends up at its start.</summary>
    public static bool Is(Stream stream)
    {
        Span<byte> magic = stackalloc byte[4];
        int read = stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
        stream.Position = 0;
        return magic[..read] is [(byte)'P', (byte)'K', 3, 4];
    }

    private static ImmutableArray<TableSource> FilesOf(ImportRun run, TableSource source, Regex names)
    {
        using Stream stream = source.Open();
        if (!Is(stream))
        {
            return [source];
        }

        ZipDirectory.RequireFew(stream);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        if (Workbook.Is(archive))
        {
            return [source];
        }

        ZipArchiveEntry[] entries = [.. archive.Entries.Where(entry => !IsOfSystem(entry.FullName))];
        ZipArchiveEntry[] tables = [.. entries.Where(entry => TableName().IsMatch(entry.Name))];
        ZipArchiveEntry[] meant = [.. tables.Where(entry => names.IsMatch(entry.Name))];
        meant = meant.Length == 0 && tables.Length == 1 ? tables : meant;
        // CMS puts the same table beside itself as text and as workbook.
        meant = [.. meant.GroupBy(entry => Path.GetFileNameWithoutExtension(entry.Name), StringComparer.OrdinalIgnoreCase).Select(same => same.MinBy(Rank)!)];
        RequireBounded(meant);
        if (meant.Length == 0)
        {
            run.Fail(CmsDiagnostics.NotInArchive(source.Name, string.Join(", ", entries.Select(entry => entry.Name).Where(name => name.Length > 0).Take(MostListed))));
        }

        return [.. meant.OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry => new TableSource(entry.Name, Opening(source, entry.FullName)) { Container = $"{source.Name}/{Path.GetDirectoryName(entry.FullName)}" })];
    }

    /// <summary>What a Mac or Windows puts beside the files of an archive: resource forks, named as the files are, and settings of folders.</summary>
    private static bool IsOfSystem(string path) =>
        path.Split('/', '\\') is var parts && (Array.Exists(parts, part => part is "__MACOSX") || parts[^1] is ".DS_Store" or "Thumbs.db" or "desktop.ini" || parts[^1].StartsWith("._", StringComparison.Ordinal));

    private static Func<Stream> Opening(TableSource source, string entryName) => () =>
    {
        using Stream stream = source.Open();
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        ZipArchiveEntry entry = archive.GetEntry(entryName) ?? throw new InvalidDataException($"'{entryName}' is gone from its archive");
        RequireBounded([entry]);
        using var unpacked = new BoundedStream(entry.Open(), entry.Length);
        var bytes = new MemoryStream((int)entry.Length); // at most MostUnpacked
        unpacked.CopyTo(bytes);
        bytes.Position = 0;
        return bytes;
    };

    /// <summary>What members say of their lengths; no more than that is unpacked of any.</summary>
    /// <exception cref="TooLargeException">They are longer, each or together, than those of any publisher.</exception>
    public static void RequireBounded(IEnumerable<ZipArchiveEntry> members)
    {
        long together = 0;
        foreach (ZipArchiveEntry member in members)
        {
            together += Math.Max(0, member.Length);
            if (member.Length > BoundedStream.MostUnpacked || together > MostTogether)
            {
                throw BoundedStream.TooLong(member.Length > BoundedStream.MostUnpacked ? BoundedStream.MostUnpacked : MostTogether);
            }

            BoundedStream.RequireRatio(member.Length, member.CompressedLength);
        }
    }

    private static int Rank(ZipArchiveEntry entry) => Path.GetExtension(entry.Name).ToUpperInvariant() switch
    {
        ".CSV" => 0,
        ".TSV" => 1,
        ".TXT" => 2,
        _ => 3,
    };

    [GeneratedRegex(@"\.(txt|csv|tsv|xlsx)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TableName();
}
