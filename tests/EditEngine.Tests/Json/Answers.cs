using System.Text;
using System.Text.Json;
using EditEngine.Formats;
using EditEngine.Formats.Json;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;

namespace EditEngine.Tests.Json;

/// <summary>Acknowledgements of X12 files, and what stands in them.</summary>
internal static class Answers
{
    /// <summary>The answer for some files, each a name and its text.</summary>
    public static byte[] Of(IEnumerable<KeyValuePair<string, string>> files, Func<Claims.Claim, Result>? decide = null)
    {
        MemoryStream output = new();
        Write(output, files, decide);
        return output.ToArray();
    }

    /// <summary>As above, into any stream.</summary>
    public static void Write(Stream output, IEnumerable<KeyValuePair<string, string>> files, Func<Claims.Claim, Result>? decide = null)
    {
        X12EnvelopeLog envelopes = new();
        using AcknowledgementWriter writer = new(output, (_, _) => "lines[0].placeOfService");
        List<Diagnostics.Diagnostic> problems = [];
        foreach ((string name, string text) in files)
        {
            using X12ClaimReader reader = new(new MemoryStream(Encoding.Latin1.GetBytes(text)), name, envelopes);
            while (reader.Read() is ReadClaim read)
            {
                writer.Write(read, read.Claim is Claims.Claim claim ? (decide ?? (claim => claim.Result(null)))(claim) : null);
            }

            problems.AddRange(reader.FileProblems);
        }

        writer.Finish(envelopes, problems);
    }

    public static Result Result(this Claims.Claim claim, Finding? finding) => new()
    {
        Claim = claim.Id,
        Pack = "p@1#0",
        AsOf = new DateOnly(2026, 1, 31),
        Disposition = default,
        Lines = [],
        Findings = finding is null ? [] : [finding],
    };

    public static JsonElement Parse(byte[] answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    /// <summary>Some members of each entry of a list.</summary>
    public static IEnumerable<string> Rows(JsonElement answer, string list, params string[] names) =>
        answer.GetProperty(list).EnumerateArray().Select(one => Words(one, names));

    public static string Words(JsonElement element, params string[] names) => string.Join(' ', names.Select(name => element.GetProperty(name).ToString()));
}
