using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace EditEngine.Analysis.Snapshots;

/// <summary>What a pack decided of claims: a line a claim, to be kept beside the rules and looked at where it changes.</summary>
/// <param name="Pack">Name of the pack, without version and hash: those change with the rules.</param>
/// <param name="Claims">In the order they were read.</param>
internal sealed record Snapshot(string Pack, ImmutableArray<SnapshotClaim> Claims)
{
    private const int Form = 1;

    // Quotes and letters of other scripts stay readable; the file is never a part of a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As text: a first line that says what it is, then a line a claim.</summary>
    public string Write()
    {
        StringBuilder text = new();
        text.Append(Line(json =>
        {
            json.WriteNumber("snapshot", Form);
            json.WriteString("pack", Pack);
        }));
        foreach (SnapshotClaim claim in Claims)
        {
            text.Append(Line(json =>
            {
                json.WriteString("claim", claim.Id);
                json.WriteStartArray("decided");
                foreach (DecisionLine decided in claim.Decided)
                {
                    json.WriteStartArray();
                    json.WriteStringValue(decided.Edit);
                    json.WriteStringValue(decided.Text);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            }));
        }

        return text.ToString();
    }

    /// <summary>Reads what was written.</summary>
    /// <param name="text">The file.</param>
    /// <param name="fault">The number of the line that is none of a snapshot's, from 1, and why.</param>
    /// <returns>Null where it is no snapshot.</returns>
    public static Snapshot? Read(string text, out (int Line, string Why) fault)
    {
        fault = (1, "the file is empty");
        string? pack = null;
        ImmutableArray<SnapshotClaim>.Builder claims = ImmutableArray.CreateBuilder<SnapshotClaim>();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0)
            {
                continue;
            }

            try
            {
                using JsonDocument json = JsonDocument.Parse(line);
                if (pack is null)
                {
                    pack = json.RootElement.GetProperty("snapshot").GetInt32() == Form ? json.RootElement.GetProperty("pack").GetString() ?? "" : throw new FormatException("it is of another version");
                    continue;
                }

                claims.Add(new SnapshotClaim(
                    json.RootElement.GetProperty("claim").GetString() ?? "",
                    [.. json.RootElement.GetProperty("decided").EnumerateArray().Select(one => new DecisionLine(one[0].GetString() ?? "", one[1].GetString() ?? ""))]));
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
            {
                fault = (number, wrong is KeyNotFoundException ? "a member is missing" : wrong.Message);
                return null;
            }
        }

        return pack is null ? null : new Snapshot(pack, claims.ToImmutable());
    }

    private static string Line(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Readable))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }
}

/// <summary>What was decided of one claim.</summary>
/// <param name="Id">Its id; several claims may have one.</param>
/// <param name="Decided">In the order of the result; none for a clean claim.</param>
internal sealed record SnapshotClaim(string Id, ImmutableArray<DecisionLine> Decided);
