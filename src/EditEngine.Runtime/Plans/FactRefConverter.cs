using System.Text.Json;
using System.Text.Json.Serialization;
using EditEngine.Fields;

namespace EditEngine.Plans;

/// <summary>A field of a thing by the keys of its rows: <c>{"row":"provider.npi","part":"line.rendering","slot":0}</c>.</summary>
internal sealed class FactRefConverter : JsonConverter<FactRef>
{
    public const string Field = "row";

    public const string Part = "part";

    public const string Slot = "slot";

    public override FactRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (ClaimField? field, ClaimField? part, int? slot) = (null, null, null);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("a field is an object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!; // A name is a text.
            reader.Read();
            switch (name)
            {
                case Field:
                    field = RowOf(reader.GetString());
                    break;
                case Part:
                    part = RowOf(reader.GetString());
                    break;
                case Slot:
                    slot = reader.GetInt32();
                    break;
                default:
                    throw new JsonException($"a field has no '{name}'");
            }
        }

        if (part is not null && part.Type.Kind != FieldKind.Thing)
        {
            throw new JsonException($"'{part.Key}' is no part of a thing");
        }

        return field is not null && slot is int at ? FactRef.Of(field, at, part) : throw new JsonException("a field has its key and a slot");
    }

    public override void Write(Utf8JsonWriter writer, FactRef value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Field, value.Field.Key);
        if (value.Part is ClaimField part)
        {
            writer.WriteString(Part, part.Key);
        }

        writer.WriteNumber(Slot, value.Slot);
        writer.WriteEndObject();
    }

    private static ClaimField RowOf(string? key) => FieldTable.Find(key ?? "") ?? throw new JsonException($"there is no field '{key}'");
}
