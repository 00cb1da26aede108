using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using EditEngine.Compiler.Binding;

namespace EditEngine.Cli.Records;

/// <summary>What a run was made of: enough to make it again, and to say what is another where it does not come out the same.</summary>
/// <param name="Engine">Version of the engine.</param>
/// <param name="Pack">Path of the pack, as it was given.</param>
/// <param name="Label">name@version#meaning hash.</param>
/// <param name="AsOf">The date of the run; null: each claim's own.</param>
/// <param name="Budget">Steps an edit may take on one claim.</param>
/// <param name="RequireHistory">Edits that read history were not evaluated without it.</param>
/// <param name="Edits">Hash of each edit's meaning, by id.</param>
/// <param name="Tables">Content hash of each table, by name.</param>
/// <param name="Claims">SHA-256 of each claim file, in the order read.</param>
/// <param name="Results">SHA-256 of the results.</param>
internal sealed record RunRecord(
    string Engine,
    string Pack,
    string Label,
    DateOnly? AsOf,
    long Budget,
    bool RequireHistory,
    ImmutableSortedDictionary<string, string> Edits,
    ImmutableSortedDictionary<string, string> Tables,
    ImmutableArray<(string File, string Hash)> Claims,
    string Results)
{
    private const int Form = 1;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>Version of this engine.</summary>
    public static string ThisEngine => typeof(RulePack).Assembly.GetName().Version?.ToString() ?? "0";

    /// <summary>Hashes of the edits of a pack, by id.</summary>
    public static ImmutableSortedDictionary<string, string> EditsOf(BoundPack pack) =>
        pack.Edits.ToImmutableSortedDictionary(edit => edit.Id, PackFingerprint.HashOf, StringComparer.Ordinal);

    /// <summary>Content hashes of the tables of a pack, by name.</summary>
    public static ImmutableSortedDictionary<string, string> TablesOf(BoundPack pack) =>
        pack.Tables.Where(table => table.Table is not null).ToImmutableSortedDictionary(table => table.Name, table => table.Table!.ContentHash, StringComparer.Ordinal); // Asked before.

    /// <summary>SHA-256 of a file's bytes, hex.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string HashOf(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>One object.</summary>
    public byte[] Write()
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("record", Form);
            json.WriteString("engine", Engine);
            json.WriteString("pack", Pack);
            json.WriteString("label", Label);
            json.WriteString("asOf", AsOf is DateOnly day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "each claim's own");
            json.WriteNumber("budget", Budget);
            json.WriteBoolean("requireHistory", RequireHistory);
            Hashes(json, "edits", Edits);
            Hashes(json, "tables", Tables);
            json.WriteStartArray("claims");
            foreach ((string file, string hash) in Claims)
            {
                json.WriteStartObject();
                json.WriteString("file", file);
                json.WriteString("sha256", hash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("results", Results);
            json.WriteEndObject();
        }

        return [.. bytes.WrittenSpan, (byte)'\n'];
    }

    /// <summary>Reads what was written.</summary>
    /// <param name="text">The file.</param>
    /// <param name="why">Why it is no record.</param>
    public static RunRecord? Read(string text, out string why)
    {
        why = "";
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement json = document.RootElement;
            if (json.GetProperty("record").GetInt32() != Form)
            {
                why = "it is of another version";
                return null;
            }

            return new RunRecord(
                Text(json, "engine"),
                Text(json, "pack"),
                Text(json, "label"),
                DateOnly.TryParseExact(Text(json, "asOf"), "yyyy-MM-dd", out DateOnly day) ? day : null,
                json.GetProperty("budget").GetInt64(),
                json.GetProperty("requireHistory").GetBoolean(),
                Hashes(json.GetProperty("edits")),
                Hashes(json.GetProperty("tables")),
                [.. json.GetProperty("claims").EnumerateArray().Select(one => (Text(one, "file"), Text(one, "sha256")))],
                Text(json, "results"));
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            why = wrong is KeyNotFoundException ? "a member is missing" : wrong.Message;
            return null;
        }
    }

    private static void Hashes(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, string> hashes)
    {
        json.WriteStartObject(name);
        foreach ((string key, string hash) in hashes)
        {
            json.WriteString(key, hash);
        }

        json.WriteEndObject();
    }

    private static ImmutableSortedDictionary<string, string> Hashes(JsonElement json) =>
        json.EnumerateObject().ToImmutableSortedDictionary(one => one.Name, one => one.Value.GetString() ?? "", StringComparer.Ordinal);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}
