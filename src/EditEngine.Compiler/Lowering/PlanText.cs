using System.Text;
using System.Text.Json;
using EditEngine.Plans;

namespace EditEngine.Compiler.Lowering;

/// <summary>A plan's JSON as lines: the name of a member, what it is, its plain values; its records and lists below it, indented. Null, false and empty lists are left out.</summary>
/// <example><code>
/// condition: operation operator="=" type=Truth
///   operands: field type=Code field=procedure#0
///   operands: constant type=Code value="Procedure 99213"
/// </code></example>
internal static class PlanText
{
    private const string Discriminator = "is";

    public static void Write(StringBuilder text, string label, JsonElement node, int depth)
    {
        text.Append(' ', 2 * depth).Append(label);
        if (node.TryGetProperty(Discriminator, out JsonElement kind))
        {
            text.Append(": ").Append(kind.GetString());
        }

        foreach (JsonProperty member in node.EnumerateObject())
        {
            if (member.Name != Discriminator && LeafOf(member) is string leaf)
            {
                text.Append(' ').Append(leaf);
            }
        }

        text.Append('\n');
        foreach (JsonProperty member in node.EnumerateObject())
        {
            WriteBelow(text, member, depth + 1);
        }
    }

    private static void WriteBelow(StringBuilder text, JsonProperty member, int depth)
    {
        if (member.Value.ValueKind == JsonValueKind.Object && FieldOf(member) is null)
        {
            Write(text, member.Name, member.Value, depth);
        }
        else if (IsListOfNodes(member.Value))
        {
            foreach (JsonElement item in member.Value.EnumerateArray())
            {
                Write(text, member.Name, item, depth);
            }
        }
    }

    private static bool IsListOfNodes(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object;

    private static string? LeafOf(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.True => $"{member.Name}=yes",
        JsonValueKind.Number => $"{member.Name}={member.Value.GetRawText()}",
        JsonValueKind.String => $"{member.Name}={Quoted(member.Value)}",
        JsonValueKind.Object => FieldOf(member),
        JsonValueKind.Array when member.Value.GetArrayLength() > 0 && !IsListOfNodes(member.Value) =>
            $"{member.Name}=[{string.Join(", ", member.Value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? Quoted(item) : item.GetRawText()))}]",
        _ => null,
    };

    private static string Quoted(JsonElement text) => text.GetString() is string plain && plain.Length > 0 && plain.All(char.IsAsciiLetter) ? plain : $"\"{text.GetString()}\"";

    // A reference to a field is short: its part, its name and the slot of its thing.
    private static string? FieldOf(JsonProperty member)
    {
        if (!member.Value.TryGetProperty(FactRefConverter.Field, out JsonElement field) || field.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        string part = member.Value.TryGetProperty(FactRefConverter.Part, out JsonElement key) && key.GetString() is string of ? NameOf(of) + "." : "";
        return $"{member.Name}={part}{NameOf(field.GetString()!)}#{member.Value.GetProperty(FactRefConverter.Slot).GetRawText()}"; // A key is a text.
    }

    private static string NameOf(string key) => key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
