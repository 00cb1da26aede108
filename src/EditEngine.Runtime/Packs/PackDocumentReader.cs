using System.Collections.Immutable;
using System.Text.Json;
using EditEngine.Codes;
using EditEngine.Outcomes;
using EditEngine.Plans;
using EditEngine.Plans.Reading;
using EditEngine.Tables;

namespace EditEngine.Packs;

/// <summary>Reads the JSON that a pack file holds: its table of contents, the sets that its plans share, and what it says of the pack.</summary>
internal static class PackDocumentReader
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = PlanJson.MaxDepth };
    private static readonly ReadReferences NoReferences = new([], ImmutableDictionary<string, Table>.Empty);

    /// <summary>The table of contents.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static PackManifest Manifest(ReadOnlyMemory<byte> json) => Read(json, NoReferences, node =>
        new PackManifest(node.Text("name"u8), node.Text("version"u8), node.Text("meaningHash"u8), node.Nodes("sections"u8, Section)));

    /// <summary>The sets, by their places.</summary>
    /// <exception cref="JsonException">They are none.</exception>
    public static ImmutableArray<CodeSet> Sets(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        ImmutableArray<CodeSet>.Builder sets = ImmutableArray.CreateBuilder<CodeSet>();
        foreach (JsonElement set in document.RootElement.EnumerateArray())
        {
            sets.Add(set.ValueKind == JsonValueKind.String && set.TryGetBytesFromBase64(out byte[]? bytes) && CodeSet.FromBytes(bytes) is CodeSet read ? read : throw new JsonException("a set is not the bytes of intervals in their order"));
        }

        return sets.ToImmutable();
    }

    /// <summary>What is said of the pack.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="references">What its plans share.</param>
    /// <exception cref="JsonException">It says what no pack says.</exception>
    /// <exception cref="MissingTableException">A plan names a table that is not there.</exception>
    public static PackDocument Document(ReadOnlyMemory<byte> json, IPlanReferences references) => Read(json, references, node => new PackDocument(
        node.Texts("phases"u8), node.Nodes("edits"u8, EditReader.Read), node.Nodes("reasons"u8, Reason), node.Nodes("historyNeeds"u8, NeedReader.Read)));

    private static T Read<T>(ReadOnlyMemory<byte> json, IPlanReferences references, PlanNode.Reading<T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Deep);
            return read(new PlanNode(document.RootElement, references));
        }
        catch (JsonException)
        {
            SavedJson.RefuseNulls(json.Span); // A null is told with its place.
            throw;
        }
    }

    private static PackSection Section(PlanNode node) => new(node.Text("kind"u8), node.Text("name"u8), node.Long("offset"u8), node.Long("length"u8), node.Text("sha256"u8));

    private static ReasonRow Reason(PlanNode node) => new(
        node.Text("key"u8), node.Text("groupCode"u8), node.Text("carc"u8), node.Texts("rarc"u8), node.Whole("fromDay"u8), node.Whole("throughDay"u8), node.Texts("linesOfBusiness"u8));
}
