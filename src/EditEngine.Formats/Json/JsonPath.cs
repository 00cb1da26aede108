using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EditEngine.Formats.Json;

/// <summary>Where in its claim a byte is, as a path of members. Found by walking there anew: a claim without a problem, as nearly all are, pays nothing for it.</summary>
internal static class JsonPath
{
    /// <summary>The path of the value or member at a byte, as <c>lines[0].units</c>; null for the whole.</summary>
    /// <param name="text">UTF-8; where it is no JSON, the walk ends at the break.</param>
    /// <param name="offset">Byte of the text.</param>
    /// <param name="member">A member of the object at that byte, or null.</param>
    public static string? To(ReadOnlySpan<byte> text, long offset, string? member)
    {
        Stack<Step> open = [];
        Utf8JsonReader json = new(text);
        try
        {
            while (json.Read() && !IsThere(ref json, offset, open))
            {
            }
        }
        catch (JsonException)
        {
            // The break itself is what is reported; the path is that of what was open there.
        }

        StringBuilder path = new();
        foreach (Step step in open.Reverse())
        {
            if (step.IsList && step.Index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            }
            else
            {
                Append(path, step.Name);
            }
        }

        Append(path, member);
        return path.Length == 0 ? null : path.ToString();
    }

    private static bool IsThere(ref Utf8JsonReader json, long offset, Stack<Step> open)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                open.Pop();
                return false;
            case JsonTokenType.PropertyName:
                open.Pop();
                open.Push(new Step(IsList: false, NameOf(ref json), -1));
                break;
            default:
                if (open.TryPeek(out Step step) && step.IsList)
                {
                    open.Pop();
                    open.Push(step with { Index = step.Index + 1 });
                }

                break;
        }

        if (json.TokenStartIndex >= offset)
        {
            return true;
        }

        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            open.Push(new Step(json.TokenType == JsonTokenType.StartArray, null, -1));
        }

        return false;
    }

    // Null for a name with half of a character.
    private static string? NameOf(ref Utf8JsonReader json) =>
        json.ValueIsEscaped && Surrogates.LoneEscape(json.ValueSpan) >= 0 ? null : SentText.Name(json.GetString()!); // a name is a text

    private static void Append(StringBuilder path, string? name)
    {
        if (name is not null)
        {
            path.Append(path.Length == 0 ? "" : ".").Append(name);
        }
    }

    private readonly record struct Step(bool IsList, string? Name, int Index);
}
