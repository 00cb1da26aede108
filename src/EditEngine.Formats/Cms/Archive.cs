using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace EditEngine.Formats.Cms;

/// <summary>Zip archives, as CMS publishes them: a table, its layout and its notices in one file.</summary>
internal static partial class Archive
{
    private const int MostListed = 8;

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

        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        RequireBounded(archive);
        if (Workbook.Is(archive))
        {
            return [source];
        }

        ZipArchiveEntry[] tables = [.. archive.Entries.Where(entry => TableName().IsMatch(entry.Name))];
        ZipArchiveEntry[] meant = [.. tables.Where(entry => names.IsMatch(entry.Name))];
        meant = meant.Length == 0 && tables.Length == 1 ? tables : meant;
        // CMS puts the same table beside itself as text and as workbook.
        meant = [.. meant.GroupBy(entry => Path.GetFileNameWithoutExtension(entry.Name), StringComparer.OrdinalIgnoreCase).Select(same => same.MinBy(Rank)!)];
        if (meant.Length == 0)
        {
            run.Fail(CmsDiagnostics.NotInArchive(source.Name, string.Join(", ", archive.Entries.Select(entry => entry.Name).Where(name => name.Length > 0).Take(MostListed))));
        }

        return [.. meant.OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry => new TableSource(entry.Name, Opening(source, entry.FullName)))];
    }

    private static Func<Stream> Opening(TableSource source, string entryName) => () =>
    {
        using Stream stream = source.Open();
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        ZipArchiveEntry entry = archive.GetEntry(entryName) ?? throw new InvalidDataException($"'{entryName}' is gone from its archive");
        using var unpacked = new BoundedStream(entry.Open(), BoundedStream.MostUnpacked);
        var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        bytes.Position = 0;
        return bytes;
    };

    /// <exception cref="InvalidDataException">Its files say that they are longer than any table.</exception>
    private static void RequireBounded(ZipArchive archive)
    {
        if (archive.Entries.Any(entry => entry.Length > BoundedStream.MostUnpacked))
        {
            throw BoundedStream.TooLong(BoundedStream.MostUnpacked);
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
