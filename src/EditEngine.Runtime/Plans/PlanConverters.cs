using System.Text.Json;
using System.Text.Json.Serialization;
using EditEngine.Codes;
using EditEngine.Numbers;
using EditEngine.Outcomes;
using EditEngine.Tables;

namespace EditEngine.Plans;

/// <summary>A set by its name.</summary>
internal sealed class CodeSetConverter(IPlanReferences references) : JsonConverter<CodeSet>
{
    public override CodeSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => references.SetOf(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, CodeSet value, JsonSerializerOptions options) => writer.WriteStringValue(references.NameOf(value));
}

/// <summary>A table by its name.</summary>
internal sealed class TableConverter(IPlanReferences references) : JsonConverter<Table>
{
    public override Table Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => references.TableOf(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Table value, JsonSerializerOptions options) => writer.WriteStringValue(references.NameOf(value));
}

/// <summary>A code: <c>Modifier 25</c>.</summary>
internal sealed class CodeConverter : JsonConverter<Code>
{
    public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CodeName.TryParse(reader.GetString(), out Code code) ? code : throw new JsonException("a code is a system and a text");

    public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue(CodeName.Of(value));
}

/// <summary>An action by its verb.</summary>
internal sealed class ActionConverter : JsonConverter<EditAction>
{
    public override EditAction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? verb = reader.GetString();
        return ActionTable.All.FirstOrDefault(row => row.Verb == verb)?.Action ?? throw new JsonException($"there is no action '{verb}'");
    }

    public override void Write(Utf8JsonWriter writer, EditAction value, JsonSerializerOptions options) => writer.WriteStringValue(ActionTable.Of(value).Verb);
}

/// <summary>An exact number: <c>7/2</c>.</summary>
internal sealed class RationalConverter : JsonConverter<Rational>
{
    public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Rational.TryParse(reader.GetString(), out Rational number) ? number : throw new JsonException("a number is a whole number or a fraction");

    public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToExactText());
}
