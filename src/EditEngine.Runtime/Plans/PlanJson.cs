using System.Text.Json;
using System.Text.Json.Serialization;
using EditEngine.Codes;
using EditEngine.Numbers;
using EditEngine.Outcomes;
using EditEngine.Tables;

namespace EditEngine.Plans;

/// <summary>Writes the JSON of plans, by generated code: what it writes is all there is of a plan, and it is what is saved and printed. <see cref="Reading.PlanNode"/> reads it.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(EditPlan))]
[JsonSerializable(typeof(Packs.PackDocument))]
internal sealed partial class PlanJson : JsonSerializerContext
{
    /// <summary>Members of members: more than in the deepest rule that compiles.</summary>
    public const int MaxDepth = 32_768;

    /// <summary>The form whose sets and tables are written as a place's own texts.</summary>
    public static PlanJson With(IPlanNames names)
    {
        JsonSerializerOptions options = new(Default.GeneratedSerializerOptions!) { MaxDepth = MaxDepth }; // There are some above.
        options.Converters.Insert(0, new TextConverter<EditAction>(action => ActionTable.Of(action).Verb)); // Before that of all enums.
        options.Converters.Add(new TextConverter<CodeSet>(names.NameOf));
        options.Converters.Add(new TextConverter<Table>(names.NameOf));
        options.Converters.Add(new TextConverter<Code>(CodeName.Of));
        options.Converters.Add(new TextConverter<Rational>(number => number.ToExactText()));
        options.Converters.Add(new FactRefConverter());
        return new PlanJson(options);
    }
}
