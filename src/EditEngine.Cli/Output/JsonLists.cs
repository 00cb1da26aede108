using System.Text.Json;

namespace EditEngine.Cli.Output;

/// <summary>Members that are lists.</summary>
internal static class JsonLists
{
    /// <summary>A list of values.</summary>
    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of objects.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">The member.</param>
    /// <param name="items">What stands in the list.</param>
    /// <param name="members">Writes the members of one.</param>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members) => json.WriteList(name, items, item =>
    {
        json.WriteStartObject();
        members(item);
        json.WriteEndObject();
    });

    /// <summary>A list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts) => json.WriteList(name, texts, json.WriteStringValue);
}
