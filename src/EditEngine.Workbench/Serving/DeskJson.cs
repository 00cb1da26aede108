using System.Text.Json;
using System.Text.Json.Serialization;

namespace EditEngine.Workbench.Serving;

/// <summary>How the page and the workbench write to each other.</summary>
internal static class DeskJson
{
    /// <summary>Members in camel case; what is null is left out; kinds by their names.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
