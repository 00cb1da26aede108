using System.Text.Json;

namespace EditEngine.Formats.Json;

/// <summary>Recognizes a FHIR resource, which senders take for a claim of ours.</summary>
internal static class FhirResource
{
    private const int LongestKind = 64;

    /// <summary>What kind of resource a text says it is; null where it says none.</summary>
    /// <param name="text">One JSON object, which may be broken.</param>
    public static string? KindOf(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("\"resourceType\""u8) < 0)
        {
            return null;
        }

        Utf8JsonReader json = new(text);
        try
        {
            while (json.Read())
            {
                if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("resourceType"u8))
                {
                    return json.Read() && json.TokenType == JsonTokenType.String && json.ValueSpan.Length <= LongestKind && !json.ValueIsEscaped ? json.GetString() : null;
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return null;
    }
}
