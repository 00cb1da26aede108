using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>A result that was read, or what is wrong with it.</summary>
/// <param name="Result">The result; null: it is bad.</param>
/// <param name="Problems">What is wrong; empty with a result.</param>
public sealed record ReadResult(Result? Result, ImmutableArray<Diagnostic> Problems);

/// <summary>One result in memory: its JSON, as <see cref="ResultWriter"/> wrote it, to a result.</summary>
public static class ResultJson
{
    private static readonly JsonText.ReadWhole<Result> ReadWhole = static (ref JsonParser parser) => parser.ReadResult();

    /// <summary>Reads one result. Never throws on content.</summary>
    /// <param name="utf8">Its JSON, one object of the result schema in UTF-8; a line feed behind it is passed over. Not kept.</param>
    /// <param name="name">The name that places show.</param>
    /// <remarks>
    /// Written again, it gives the same bytes. The member <c>engine</c>, which this engine does not write, is passed over. Safe from any thread.
    /// </remarks>
    public static ReadResult Parse(ReadOnlySpan<byte> utf8, string name = "result")
    {
        ArgumentNullException.ThrowIfNull(name);
        JsonContext context = new("result");
        context.StartOver(name);
        Result? result = JsonText.Read(utf8, context, ReadWhole);
        return new ReadResult(result, context.Problems());
    }
}
