using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using EditEngine.Diagnostics;
using EditEngine.Files;
using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine.Packs;

/// <summary>Reads pack files: nothing of one is used before it is found to be as it was written.</summary>
internal sealed class PackFileReader
{
    // A plan's JSON is read as a whole.
    private const long LongestSection = int.MaxValue / 2;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly TableMapping _mapping;

    private PackFileReader(string path, FileStream file, TableMapping mapping)
    {
        _path = path;
        _file = file;
        _mapping = mapping;
    }

    /// <summary>Whether a file begins as pack files do. False for what cannot be read.</summary>
    public static bool IsPackFile(string path)
    {
        try
        {
            using FileStream file = OrdinaryFile.Open(path);
            Span<byte> header = stackalloc byte[PackFileForm.HeaderLength];
            return PackFileForm.HasMagic(header[..file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Reads a pack file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mapping">Whether its tables are copied, or mapped where they are.</param>
    public static PackReading Read(string path, TableMapping mapping)
    {
        try
        {
            using FileStream file = OrdinaryFile.Open(path);
            return new PackFileReader(path, file, mapping).Read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed(PackFileDiagnostics.CannotOpen(path, fault.Message));
        }
        catch (MissingTableException fault)
        {
            return Failed(PackFileDiagnostics.NoTable(path, fault.Hash));
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or MalformedPlanException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return Failed(Malformed(path, fault));
        }
    }

    /// <summary>What to say of a file whose bytes are as written and whose plans are none.</summary>
    public static Diagnostic Malformed(string path, Exception fault) => PackFileDiagnostics.Malformed(path, fault.Message.TrimEnd('.'));

    private static PackReading Failed(Diagnostic problem) => new(null, "", [problem]);

    private PackReading Read()
    {
        byte[] header = new byte[PackFileForm.HeaderLength];
        int read = _file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (HeaderProblem(header.AsSpan(0, read)) is Diagnostic problem)
        {
            return Failed(problem);
        }

        byte[] manifestBytes = new byte[PackFileForm.ManifestLengthOf(header)];
        _file.ReadExactly(manifestBytes);
        if (!SHA256.HashData(manifestBytes).AsSpan().SequenceEqual(PackFileForm.HashOf(header)))
        {
            return Failed(PackFileDiagnostics.Changed(_path, "its table of contents is another"));
        }

        PackManifest manifest = PackDocumentReader.Manifest(manifestBytes);
        return GapProblem(manifest.Sections, PackFileForm.HeaderLength + manifestBytes.Length) is Diagnostic gap
            ? Failed(gap)
            : Read(manifest, Convert.ToHexStringLower(PackFileForm.HashOf(header)));
    }

    private Diagnostic? HeaderProblem(ReadOnlySpan<byte> header) =>
        !PackFileForm.HasMagic(header) ? PackFileDiagnostics.NotAPack(_path)
        : header.Length < PackFileForm.HeaderLength ? PackFileDiagnostics.CutOff(_path, header.Length, PackFileForm.HeaderLength)
        : PackFileForm.VersionOf(header) != PackFileForm.Version ? PackFileDiagnostics.OtherVersion(_path, PackFileForm.VersionOf(header))
        : PackFileForm.FileLengthOf(header) != (ulong)_file.Length ? PackFileDiagnostics.CutOff(_path, _file.Length, PackFileForm.FileLengthOf(header))
        : PackFileForm.ReservedOf(header) != 0 ? PackFileDiagnostics.Changed(_path, "its first bytes are others")
        : PackFileForm.HeaderLength + (long)PackFileForm.ManifestLengthOf(header) > _file.Length ? PackFileDiagnostics.Changed(_path, "its table of contents goes beyond its end")
        : null;

    private PackReading Read(PackManifest manifest, string fileHash)
    {
        if (Bytes(manifest, PackFileWriter.SetsKind, out Diagnostic? problem) is not byte[] sets
            || Bytes(manifest, PackFileWriter.PlansKind, out problem) is not byte[] plans
            || Bytes(manifest, PackFileWriter.SourcesKind, out problem) is not byte[] sources
            || Tables(manifest, out problem) is not ImmutableDictionary<string, Table> tables)
        {
            return Failed(problem!); // One or the other.
        }

        PackDocument document = PackDocumentReader.Document(plans, new ReadReferences(PackDocumentReader.Sets(sets), tables));
        return new PackReading(new PackContent(manifest.Name, manifest.Version, manifest.MeaningHash, document, new Lazy<ReadOnlyMemory<byte>>(sources), [.. tables.Values]), fileHash, []);
    }

    private byte[]? Bytes(PackManifest manifest, string kind, out Diagnostic? problem)
    {
        PackSection section = manifest.Sections.First(one => one.Kind == kind);
        if (section.Length > LongestSection)
        {
            problem = PackFileDiagnostics.Malformed(_path, $"its {kind} have {section.Length} bytes");
            return null;
        }

        byte[] bytes = new byte[section.Length];
        new FileSection(_file, section.Offset, section.Length).ReadExactly(bytes);
        bool isSame = Convert.ToHexStringLower(SHA256.HashData(bytes)) == section.Sha256;
        problem = isSame ? null : PackFileDiagnostics.Changed(_path, $"its {kind} are others");
        return isSame ? bytes : null;
    }

    private ImmutableDictionary<string, Table>? Tables(PackManifest manifest, out Diagnostic? problem)
    {
        ImmutableDictionary<string, Table>.Builder tables = ImmutableDictionary.CreateBuilder<string, Table>(StringComparer.Ordinal);
        problem = null;
        foreach (PackSection section in manifest.Sections.Where(one => one.Kind == PackFileWriter.TableKind))
        {
            if (OpenTable(section, out problem) is not Table table)
            {
                return null;
            }

            if (table.ContentHash != section.Name)
            {
                problem = PackFileDiagnostics.Changed(_path, $"its table '{table.Name}' is another");
                return null;
            }

            tables.Add(section.Name, table);
        }

        return tables.ToImmutable();
    }

    // A table that the process holds is the same byte by byte; of another the hash is asked before it is used.
    private Table? OpenTable(PackSection section, out Diagnostic? problem)
    {
        FileSection stream = new(_file, section.Offset, section.Length);
        problem = null;
        if (TableFile.Held(stream) is Table held)
        {
            return held;
        }

        if (section.Length < TableImage.HeaderLength)
        {
            problem = PackFileDiagnostics.Changed(_path, "a table of it is another");
            return null;
        }

        if (TableMemory.Bring(_path, stream, _mapping, TableCopying.Usual, out problem) is not TableBytes bytes)
        {
            return null;
        }

        // The hash of millions of rows takes as long as all the rest: both are made at once, and nothing is used before both are there.
        Task<byte[]> hash = Task.Run(bytes.Sha256);
        Table? table = bytes.ToTable(_path, out problem);
        if (Convert.ToHexStringLower(hash.GetAwaiter().GetResult()) != section.Sha256)
        {
            problem = PackFileDiagnostics.Changed(_path, "a table of it is another");
            table = null;
        }

        if (table is null)
        {
            bytes.Release();
            return null;
        }

        return _mapping == TableMapping.PrivateCopy ? SharedTables.Share(table) : table;
    }

    /// <summary>What is wrong with the places of sections, and with what lies between them, which is zero.</summary>
    private Diagnostic? GapProblem(ImmutableArray<PackSection> sections, long at)
    {
        foreach (PackSection section in sections)
        {
            if (section.Length < 0 || section.Offset != PackFileForm.NextSectionAt(at) || section.Offset + section.Length > _file.Length)
            {
                return PackFileDiagnostics.Malformed(_path, "its sections are not one after the other");
            }

            byte[] gap = new byte[section.Offset - at];
            new FileSection(_file, at, gap.Length).ReadExactly(gap);
            if (gap.AsSpan().ContainsAnyExcept((byte)0))
            {
                return PackFileDiagnostics.Changed(_path, "something stands between its sections");
            }

            at = section.Offset + section.Length;
        }

        return at == _file.Length ? null : PackFileDiagnostics.Changed(_path, "something stands after its sections");
    }
}
