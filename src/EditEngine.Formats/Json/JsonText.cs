using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>One whole text of JSON, whatever its bytes are: what is read of it, or what breaks it.</summary>
internal static class JsonText
{
    /// <summary>Reads one thing.</summary>
    /// <returns>It; null where anything in it is an error. What is wrong stands in the context.</returns>
    public delegate T? ReadWhole<T>(ref JsonParser parser);

    public static T? Read<T>(ReadOnlySpan<byte> text, JsonContext context, ReadWhole<T> read)
        where T : class
    {
        if (!Utf8.IsValid(text))
        {
            ReportNotUtf8(text, context);
            return null;
        }

        JsonParser parser = new(text, context);
        try
        {
            return read(ref parser);
        }
        catch (JsonException fault)
        {
            ReportNotJson(text, context, fault, parser.Depth);
            return null;
        }
    }

    private static void ReportNotUtf8(ReadOnlySpan<byte> text, JsonContext context)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        if (context.TryFaultInBytes(text, at, out JsonPlace? place))
        {
            context.Add(JsonDiagnostics.NotUtf8(place, text[at]));
        }
    }

    private static void ReportNotJson(ReadOnlySpan<byte> text, JsonContext context, JsonException fault, int depth)
    {
        ReadOnlySpan<byte> rest = text;
        for (long line = fault.LineNumber ?? 0; line > 0; line--)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        int offset = text.Length - rest.Length + (int)Math.Min(fault.BytePositionInLine ?? 0, rest.Length);
        if (!context.TryFault(text, offset, null, out JsonPlace? place))
        {
            return;
        }

        ReadOnlySpan<byte> broken = text[offset..];
        bool isCutOff = broken.IndexOfAnyExcept(" \t\r\n"u8) < 0;
        context.Add(
            isCutOff ? JsonDiagnostics.CutOff(place, context.Thing)
            : depth == JsonTokens.MaxDepth && broken[0] is (byte)'[' or (byte)'{' ? JsonDiagnostics.TooDeep(place, JsonTokens.MaxDepth)
            : JsonDiagnostics.NotJson(place, CharacterAt(broken), context.Thing));
    }

    private static string CharacterAt(ReadOnlySpan<byte> text) =>
        Rune.DecodeFromUtf8(text, out Rune character, out _) == System.Buffers.OperationStatus.Done ? SentText.Name(character.ToString()) : "?";
}
