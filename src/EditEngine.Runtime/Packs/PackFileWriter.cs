using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using EditEngine.Plans;
using EditEngine.Stacks;
using EditEngine.Tables;

namespace EditEngine.Packs;

/// <summary>Writes pack files: the same pack, the same bytes.</summary>
internal static class PackFileWriter
{
    public const string SetsKind = "sets";
    public const string PlansKind = "plans";
    public const string SourcesKind = "sources";
    public const string TableKind = "table";

    /// <summary>Writes a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="output">From where it is to the end; need not seek.</param>
    public static WrittenPack Write(PackContent pack, Stream output)
    {
        WrittenReferences references = new();
        byte[] plans = DeepStack.Run(() => JsonSerializer.SerializeToUtf8Bytes(pack.Document, PlanJson.With(references).PackDocument));
        byte[] sets = JsonSerializer.SerializeToUtf8Bytes([.. references.Sets.Select(set => set.ToBytes())], PackJson.Default.ImmutableArrayByteArray);
        ImmutableArray<(PackSection Section, Action<Stream> Write)> parts =
        [
            Part(SetsKind, sets),
            Part(PlansKind, plans),
            Part(SourcesKind, pack.Sources),
            .. references.Tables.Concat(pack.SourceTables).DistinctBy(table => table.ContentHash).OrderBy(table => table.ContentHash, StringComparer.Ordinal).Select(Part),
        ];
        return WriteParts(pack, [.. parts.Select(part => part.Section)], [.. parts.Select(part => part.Write)], output);
    }

    private static WrittenPack WriteParts(PackContent pack, ImmutableArray<PackSection> measured, ImmutableArray<Action<Stream>> parts, Stream output)
    {
        // Where sections begin depends on how long the manifest is, which says where they begin: places are counted until they stay.
        byte[] manifest = [];
        ImmutableArray<PackSection> placed;
        int before;
        do
        {
            before = manifest.Length;
            placed = Placed(measured, PackFileForm.HeaderLength + before);
            manifest = JsonSerializer.SerializeToUtf8Bytes(new PackManifest(pack.Name, pack.Version, pack.MeaningHash, placed), PackJson.Default.PackManifest);
        }
        while (manifest.Length != before);

        long end = placed[^1].Offset + placed[^1].Length;
        byte[] hash = SHA256.HashData(manifest);
        output.Write(PackFileForm.Header(manifest.Length, end, hash));
        output.Write(manifest);
        long at = PackFileForm.HeaderLength + manifest.Length;
        for (int i = 0; i < parts.Length; i++)
        {
            output.Write(new byte[placed[i].Offset - at]);
            parts[i](output);
            at = placed[i].Offset + placed[i].Length;
        }

        return new WrittenPack(Convert.ToHexStringLower(hash), end, placed.Count(section => section.Kind == TableKind));
    }

    private static ImmutableArray<PackSection> Placed(ImmutableArray<PackSection> sections, long at)
    {
        ImmutableArray<PackSection>.Builder placed = ImmutableArray.CreateBuilder<PackSection>(sections.Length);
        foreach (PackSection section in sections)
        {
            long offset = PackFileForm.NextSectionAt(at);
            placed.Add(section with { Offset = offset });
            at = offset + section.Length;
        }

        return placed.MoveToImmutable();
    }

    // Where a section begins is said once all are known.
    private static (PackSection Section, Action<Stream> Write) Part(string kind, ReadOnlyMemory<byte> bytes) =>
        (new PackSection(kind, "", 0, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))), stream => stream.Write(bytes.Span));

    private static (PackSection Section, Action<Stream> Write) Part(Table table)
    {
        using SHA256 hash = SHA256.Create();
        using (CryptoStream hashed = new(Stream.Null, hash, CryptoStreamMode.Write))
        {
            TableFile.Write(table, hashed);
        }

        PackSection section = new(TableKind, table.ContentHash, 0, (long)TableImage.LengthOf(table.Header), Convert.ToHexStringLower(hash.Hash!)); // The stream is closed.
        return (section, stream => TableFile.Write(table, stream));
    }
}

/// <summary>What was written.</summary>
/// <param name="FileHash">As <see cref="RulePack.FileHash"/> is of the file.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Tables">Tables in it.</param>
internal sealed record WrittenPack(string FileHash, long Length, int Tables);
