using System.Text.Json;
using System.Text.Json.Serialization;

namespace EditEngine.Plans;

/// <summary>The JSON form of plans, by generated code: what it writes is all there is of a plan, and it is what is saved, printed and hashed.</summary>
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
    /// <summary>More than the deepest rule that compiles.</summary>
    private const int MaxDepth = 32_768;

    /// <summary>The form whose sets and tables are written as a place's own texts.</summary>
    public static PlanJson With(IPlanReferences references)
    {
        JsonSerializerOptions options = new(Default.GeneratedSerializerOptions!) // There are some above.
        {
            MaxDepth = MaxDepth,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
        options.Converters.Insert(0, new ActionConverter()); // Before that of all enums.
        options.Converters.Add(new CodeSetConverter(references));
        options.Converters.Add(new TableConverter(references));
        options.Converters.Add(new CodeConverter());
        options.Converters.Add(new RationalConverter());
        options.Converters.Add(new FactRefConverter());
        return new PlanJson(options);
    }
}
