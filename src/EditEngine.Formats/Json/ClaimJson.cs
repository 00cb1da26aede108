using EditEngine.Claims;

namespace EditEngine.Formats.Json;

/// <summary>One claim in memory: its JSON to a claim, as a request brings it.</summary>
public static class ClaimJson
{
    private const string Thing = "claim";

    private static readonly JsonText.ReadWhole<Claim> ReadWhole = static (ref JsonParser parser) => parser.ReadClaim();

    [ThreadStatic]
    private static JsonContext? _idle;

    /// <summary>Reads one claim. Never throws on content.</summary>
    /// <param name="utf8">Its JSON, one object of the claim schema in UTF-8, in any layout; not kept.</param>
    /// <param name="name">The name that places show.</param>
    /// <returns>The claim, or what is wrong with it; with a claim, warnings only.</returns>
    /// <remarks>
    /// Says the same as a <see cref="JsonClaimReader"/> over the same bytes, and takes no buffers of its own: what a claim of 1 kB costs is the claim.
    /// Safe from any thread.
    /// </remarks>
    public static ReadClaim Parse(ReadOnlySpan<byte> utf8, string name = Thing)
    {
        ArgumentNullException.ThrowIfNull(name);

        // Taken while it is used, so that a call from within a call has its own.
        JsonContext context = _idle ?? NewContext();
        _idle = null;
        context.StartOver(name);
        ReadClaim read = utf8.Length > JsonClaimReader.MostBytes
            ? new ReadClaim(null, null, context.WholePlace, [JsonDiagnostics.TooLong(context.WholePlace, JsonClaimReader.MostBytes)])
            : Read(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, context);
        context.StartOver(""); // holds nothing of a person
        _idle = context;
        return read;
    }

    internal static JsonContext NewContext() => new(Thing);

    internal static ReadClaim Read(ReadOnlySpan<byte> text, JsonContext context)
    {
        Claim? claim = JsonText.Read(text, context, ReadWhole);
        if (claim is null && FhirResource.KindOf(text) is string kind)
        {
            // Each of its members would be told as unknown, and none of that helps.
            return new ReadClaim(null, null, context.WholePlace, [JsonDiagnostics.Fhir(context.WholePlace, kind)]);
        }

        return new ReadClaim(claim, context.ClaimId, context.WholePlace, context.Problems());
    }
}
