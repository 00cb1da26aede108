using System.Text.Json;
using System.Text.Json.Serialization;
using EditEngine.Fields;

namespace EditEngine.Plans;

/// <summary>Writes a value of a plan as a text. What reads plans is <see cref="Reading.PlanNode"/>.</summary>
/// <param name="text">The text.</param>
internal sealed class TextConverter<T>(Func<T, string> text) : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Plans are only written by the serializer.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
}

/// <summary>Writes a field of a thing by the keys of its rows: <c>{"row":"provider.npi","part":"line.rendering","slot":0}</c>.</summary>
internal sealed class FactRefConverter : JsonConverter<FactRef>
{
    public const string Field = "row";
    public const string Part = "part";
    public const string Slot = "slot";

    /// <inheritdoc/>
    public override FactRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Plans are only written by the serializer.");

    /// <inheritdoc/>
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
}
