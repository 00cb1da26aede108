using System.Collections.Immutable;
using System.Text;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Json;

namespace EditEngine.Tests.Json;

/// <summary>Texts of claims, read.</summary>
internal static class JsonReading
{
    public const string Smallest = """{"id":"A","type":"dental","lines":[{"number":1}]}""";

    public static (List<ReadClaim> Claims, ImmutableArray<Diagnostic> FileProblems) Read(byte[] bytes, int limit = JsonClaimReader.MostBytes, int step = int.MaxValue)
    {
        using JsonClaimReader reader = new(new SteppedStream(bytes, step), "claims.jsonl", limit);
        List<ReadClaim> claims = [];
        while (reader.Read() is ReadClaim claim)
        {
            claims.Add(claim);
        }

        return (claims, reader.FileProblems);
    }

    public static (List<ReadClaim> Claims, ImmutableArray<Diagnostic> FileProblems) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static ReadClaim One(string text)
    {
        (List<ReadClaim> claims, ImmutableArray<Diagnostic> problems) = Read(text);
        Xunit.Assert.Empty(problems);
        return Xunit.Assert.Single(claims);
    }

    /// <summary>The claim with these members after the required ones.</summary>
    public static ReadClaim With(string members) => One("""{"id":"A","type":"dental","lines":[{"number":1}],""" + members + "}");

    /// <summary>The claim whose one line has these members after its number.</summary>
    public static ReadClaim WithLine(string members) => One("""{"id":"A","type":"dental","lines":[{"number":1,""" + members + "}]}");

    public static ServiceLine Line(string members) => Good(WithLine(members)).Lines[0];

    public static Claim Good(ReadClaim read)
    {
        Xunit.Assert.Empty(read.Problems);
        Xunit.Assert.NotNull(read.Claim);
        return read.Claim;
    }
}

/// <summary>Gives its bytes a few at a time, as a slow network does.</summary>
internal sealed class SteppedStream(byte[] bytes, int step) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));
}
