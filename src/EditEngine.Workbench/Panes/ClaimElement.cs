using System.Buffers;
using System.Text.Json;
using EditEngine.Claims;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;

namespace EditEngine.Workbench.Panes;

/// <summary>Claims and results as members of an answer, in their schemas.</summary>
internal static class ClaimElement
{
    /// <summary>A claim.</summary>
    public static JsonElement Of(Claim claim)
    {
        using ClaimWriter writer = new();
        return Written(output => writer.Write(claim, output));
    }

    /// <summary>A result.</summary>
    public static JsonElement Of(Result result)
    {
        using ResultWriter writer = new();
        return Written(output => writer.Write(result, output));
    }

    private static JsonElement Written(Action<IBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> bytes = new();
        write(bytes);
        Utf8JsonReader reader = new(bytes.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
