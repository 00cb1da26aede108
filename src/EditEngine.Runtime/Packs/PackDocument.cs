using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Packs;

/// <summary>What a pack file says of a pack beside its tables and rule texts.</summary>
/// <param name="Phases">In order.</param>
/// <param name="Edits">By phase, then in the pack's order.</param>
/// <param name="Reasons">The reason map.</param>
/// <param name="HistoryNeeds">What the edits read of history.</param>
internal sealed record PackDocument(ImmutableArray<string> Phases, ImmutableArray<EditPlan> Edits, ImmutableArray<ReasonRow> Reasons, ImmutableArray<HistoryNeed> HistoryNeeds);

/// <summary>Writes the JSON of what a pack file holds beside plans: the sets that its plans share, and its table of contents.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PackManifest))]
[JsonSerializable(typeof(ImmutableArray<byte[]>))]
internal sealed partial class PackJson : JsonSerializerContext;

/// <summary>A pack file's table of contents.</summary>
/// <param name="Name">Of the pack.</param>
/// <param name="Version">Of the pack.</param>
/// <param name="MeaningHash">Of the pack.</param>
/// <param name="Sections">What stands where.</param>
internal sealed record PackManifest(string Name, string Version, string MeaningHash, ImmutableArray<PackSection> Sections);

/// <summary>A stretch of a pack file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Of a table: its content hash.</param>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Hex SHA-256 of its bytes.</param>
internal sealed record PackSection(string Kind, string Name, long Offset, long Length, string Sha256);
