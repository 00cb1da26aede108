using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Packs;

/// <summary>A pack as data: what its file holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="MeaningHash">Hash of what it means.</param>
/// <param name="Document">Its edits and what goes with them.</param>
/// <param name="Written">What it was compiled from, as the compiler writes it: when it is first asked for, for who only decides claims never does.</param>
/// <param name="SourceTables">Tables that the sources name.</param>
internal sealed record PackContent(string Name, string Version, string MeaningHash, PackDocument Document, Lazy<ReadOnlyMemory<byte>> Written, ImmutableArray<Table> SourceTables)
{
    /// <summary>A pack that keeps no sources.</summary>
    public PackContent(string name, string version, string meaningHash, PackDocument document)
        : this(name, version, meaningHash, document, new Lazy<ReadOnlyMemory<byte>>(ReadOnlyMemory<byte>.Empty), [])
    {
    }

    /// <summary>What it was compiled from; empty: not kept.</summary>
    public ReadOnlyMemory<byte> Sources => Written.Value;
}

/// <summary>What came of reading a pack file.</summary>
/// <param name="Content">The pack; null where the file is refused.</param>
/// <param name="FileHash">Hex SHA-256 that stands for every byte of the file.</param>
/// <param name="Diagnostics">What is to be said.</param>
internal sealed record PackReading(PackContent? Content, string FileHash, ImmutableArray<Diagnostic> Diagnostics);
