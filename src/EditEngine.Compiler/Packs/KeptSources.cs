using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Packs;
using EditEngine.Stacks;
using EditEngine.Tables;

namespace EditEngine.Compiler.Packs;

/// <summary>What a pack file keeps of what its pack was compiled from: enough to compile it again where nothing else of it is.</summary>
/// <param name="Packs">The chain, base first.</param>
/// <param name="References">What the rules name, by rule file and name.</param>
/// <param name="Csv">The cells of CSV files.</param>
/// <param name="FreshWithin">How old tables may be, by the name of their file.</param>
/// <param name="Lock">What <c>pack.lock</c> says; null: there is none.</param>
internal sealed record KeptSources(
    ImmutableArray<KeptPack> Packs, ImmutableArray<KeptReference> References, ImmutableArray<CsvRows> Csv, ImmutableSortedDictionary<string, string> FreshWithin, string? Lock = null)
{
    /// <summary>The pack that runs, with its sources.</summary>
    public static RulePack Lower(BoundPack pack, ImmutableArray<LoweredEdit> edits, PackSources sources, RulePack? before)
    {
        HashSet<(string, string?)> named = [.. sources.Chain.SelectMany(of => of.Trees).SelectMany(tree => tree.Parts, (tree, part) => (tree.Source.File, FileOf(part.Syntax)))];
        FoundReference[] found = [.. sources.References.Found.Where(one => named.Contains((one.RuleFile, one.Name))).OrderBy(one => one.RuleFile, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal)];
        KeptSources kept = Of(sources, found);
        return PackLowering.Lower(
            pack,
            edits,
            new Lazy<ReadOnlyMemory<byte>>(() => JsonSerializer.SerializeToUtf8Bytes(kept, KeptJson.Written.KeptSources)),
            [.. found.Select(one => one.Table).OfType<Table>()],
            before);
    }

    /// <summary>What a loaded pack was compiled from.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="file">Its file, as problems show it.</param>
    public static PackSources Read(RulePack pack, string file)
    {
        if (pack.Content.Sources.IsEmpty)
        {
            return PackSources.Nothing(file, PackFileDiagnostics.NoRules(file));
        }

        try
        {
            SavedJson.RefuseNulls(pack.Content.Sources.Span);
            KeptSources kept = JsonSerializer.Deserialize(pack.Content.Sources.Span, KeptJson.Default.KeptSources) ?? throw new JsonException("there are no rules");
            return DeepStack.Run(() => kept.ToSources(pack.Content.SourceTables));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return PackSources.Nothing(file, PackFileDiagnostics.Malformed(file, fault.Message.TrimEnd('.')));
        }
    }

    private static string? FileOf(DeclarationSyntax declaration) => declaration switch
    {
        TableSyntax table => table.File?.Value,
        CodesSyntax codes => codes.File?.Name.Value,
        CodeTableSyntax codes => codes.File.Name.Value,
        _ => null,
    };

    private static KeptSources Of(PackSources sources, FoundReference[] found)
    {
        CsvRows[] csv = [.. found.Select(one => one.Rows).OfType<CsvRows>().Distinct<CsvRows>(ReferenceEqualityComparer.Instance)];
        return new KeptSources(
            [.. sources.Chain.Select(pack => new KeptPack(pack.Name, pack.Version, [.. pack.Trees.Select(tree => new KeptFile(tree.Source.File, tree.Source.Text))]))],
            [.. found.Select(one => new KeptReference(one.RuleFile, one.Name, one.Rows is null ? null : Array.FindIndex(csv, rows => ReferenceEquals(rows, one.Rows)), one.Table?.ContentHash))],
            [.. csv],
            sources.Settings.FreshWithin.ToImmutableSortedDictionary(age => age.Key, age => age.Value.Text, StringComparer.Ordinal),
            PackLock.TextOf(sources, out _));
    }

    private PackSources ToSources(ImmutableArray<Table> tables)
    {
        ImmutableArray<PackFiles> chain =
            [.. Packs.Select(pack => new PackFiles(pack.Name, pack.Version, [.. pack.Files.Select(file => EditParser.Parse(new SourceText(file.Name, file.Text)))]))];
        return new PackSources("", chain, [.. chain.SelectMany(pack => pack.Trees).Select(tree => tree.Source)], new KeptFiles(References.Select(one => Find(one, tables))), null, [])
        {
            Settings = new PackSettings(PackSettings.None.FreshWithin.AddRange(
                FreshWithin.Select(age => KeyValuePair.Create(age.Key, TableAge.Read(age.Value) ?? throw new JsonException($"'{age.Value}' is no age"))))),
            Lock = Lock,
        };
    }

    private FoundReference Find(KeptReference reference, ImmutableArray<Table> tables)
    {
        CsvRows? rows = reference.Csv is not int place ? null
            : place >= 0 && place < Csv.Length && Csv[place].Rows.All(row => row.Cells.Length == Csv[place].Header.Count) ? Csv[place]
            : throw new JsonException($"'{reference.Name}' has no rows");
        Table? table = reference.Table is null ? null : tables.FirstOrDefault(one => one.ContentHash == reference.Table) ?? throw new JsonException($"'{reference.Name}' has no table");
        return new FoundReference(reference.RuleFile, reference.Name, rows, table);
    }
}

/// <summary>A pack of the chain.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Files">Its rule files, in order.</param>
internal sealed record KeptPack(string Name, string Version, ImmutableArray<KeptFile> Files);

/// <summary>A rule file.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Text">Its text.</param>
internal sealed record KeptFile(string Name, string Text);

/// <summary>A file that a rule file names.</summary>
/// <param name="RuleFile">The rule file.</param>
/// <param name="Name">As it is written there.</param>
/// <param name="Csv">Which CSV file; null: none.</param>
/// <param name="Table">Content hash of the table; null: none.</param>
internal sealed record KeptReference(string RuleFile, string Name, int? Csv = null, string? Table = null);

/// <summary>The JSON of kept sources.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KeptSources))]
internal sealed partial class KeptJson : JsonSerializerContext
{
    /// <summary>As it is written: no browser reads it, and a quote takes two bytes and not six.</summary>
    public static KeptJson Written => new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }); // There are some above.
}
