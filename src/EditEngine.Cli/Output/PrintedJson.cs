using System.Buffers;
using System.Text;
using System.Text.Json;

namespace EditEngine.Cli.Output;

/// <summary>JSON for a program that reads what a command prints: indented, lines end with a line feed on every platform.</summary>
internal static class PrintedJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>The text of one value, without a line feed at its end.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Indented))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
