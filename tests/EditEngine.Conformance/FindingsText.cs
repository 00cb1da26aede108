using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EditEngine.Claims;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Packs;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;

namespace EditEngine.Conformance;

/// <summary>What a pack says of the claims of its own tests.</summary>
internal static class FindingsText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The results as written for a host, a test below the other; without the pack's label, which holds a hash of all of it.</summary>
    public static string Of(CompileResult pack, Func<Claim, DateOnly, Result> evaluate)
    {
        StringBuilder text = new();
        foreach (EditTests edit in pack.Tests)
        {
            foreach (TestCase test in edit.Cases)
            {
                text.Append(CultureInfo.InvariantCulture, $"{edit.Edit} \"{test.Title}\"\n{Of(evaluate(test.Claim!, test.AsOf))}\n"); // A test without a mistake has its claim.
            }
        }

        return text.ToString();
    }

    /// <summary>One result.</summary>
    public static string Of(Result result)
    {
        ArrayBufferWriter<byte> output = new();
        using ResultWriter writer = new();
        writer.Write(result, output);
        JsonObject json = JsonNode.Parse(output.WrittenSpan)!.AsObject(); // A result is an object.
        json.Remove("pack");
        return json.ToJsonString(Indented);
    }
}
