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
        Span<Step> steps = stackalloc Step[JsonTokens.MaxDepth];
        int depth = 0;
        JsonTokens tokens = new(text);
        try
        {
            while (tokens.Read() && !IsThere(tokens, offset, steps, ref depth))
            {
            }
        }
        catch (JsonException)
        {
            // The break itself is what is reported; the path is that of what was open there.
        }

        StringBuilder path = new();
        foreach (Step step in steps[..depth])
        {
            if (step.IsList && step.At >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{step.At}]");
            }
            else if (!step.IsList && step.At >= 0)
            {
                Append(path, NameAt(text[step.At..]));
            }
        }

        Append(path, member);
        return path.Length == 0 ? null : path.ToString();
    }

    private static bool IsThere(in JsonTokens tokens, long offset, Span<Step> open, ref int depth)
    {
        switch (tokens.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                depth--;
                return false;
            case JsonTokenType.PropertyName:
                open[depth - 1].At = tokens.TokenStartIndex;
                break;
            default:
                if (depth > 0 && open[depth - 1].IsList)
                {
                    open[depth - 1].At++;
                }

                break;
        }

        if (tokens.TokenStartIndex >= offset)
        {
            return true;
        }

        if (tokens.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            open[depth++] = new Step { IsList = tokens.TokenType == JsonTokenType.StartArray, At = -1 };
        }

        return false;
    }

    // Null for a name with half of a character.
    private static string? NameAt(ReadOnlySpan<byte> quoted)
    {
        JsonTokens name = new(quoted);
        name.Read();
        return name.ValueIsEscaped && Surrogates.LoneEscape(name.ValueSpan) >= 0 ? null : SentText.Name(name.GetString());
    }

    private static void Append(StringBuilder path, string? name)
    {
        if (name is not null)
        {
            path.Append(path.Length == 0 ? "" : ".").Append(name);
        }
    }

    // An object or list that is open: where the name stands of the member in it, or the index of the item; -1 before the first.
    private struct Step
    {
        public bool IsList;
        public int At;
    }
}
