using System.Text.Json;

namespace EditEngine.Packs;

/// <summary>The JSON that pack files hold has no null: what is absent is left out, and an element of a list is there.</summary>
/// <remarks>The serializer, which reads the rules' text, takes a null as an element of a list, and as a list. What reads the rest takes none, and asks here only where it is.</remarks>
internal static class SavedJson
{
    /// <summary>Refuses a null.</summary>
    /// <param name="json">A section of a pack file.</param>
    /// <exception cref="JsonException">There is one, or the text is no JSON.</exception>
    public static void RefuseNulls(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        string member = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                member = reader.GetString() ?? "";
            }
            else if (reader.TokenType == JsonTokenType.Null)
            {
                throw new JsonException(member.Length == 0 ? $"there is a null at byte {reader.TokenStartIndex}" : $"there is a null at byte {reader.TokenStartIndex}, behind '{member}'");
            }
        }
    }
}
