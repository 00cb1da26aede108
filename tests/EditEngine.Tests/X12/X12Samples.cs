using System.Collections.Immutable;
using System.Text;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.X12;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>The sample files, and what a reader makes of one.</summary>
internal static class X12Samples
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "X12", "samples");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static string Text(string name) => Encoding.Latin1.GetString(Bytes(name));

    public static IEnumerable<string> Names(string pattern) =>
        Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path))
            .Order(StringComparer.Ordinal);

    public static X12Reading Read(string text) => Read(Encoding.Latin1.GetBytes(text));

    /// <summary>Whatever a test reads, both readers read, and say the same.</summary>
    public static X12Reading Read(byte[] bytes)
    {
        X12Comparison.Hold(bytes);
        return Read(new MemoryStream(bytes));
    }

    public static X12Reading Read(Stream stream)
    {
        using X12ClaimReader reader = new(stream, "sample");
        ImmutableArray<ReadClaim>.Builder claims = ImmutableArray.CreateBuilder<ReadClaim>();
        while (reader.Read() is ReadClaim claim)
        {
            claims.Add(claim);
        }

        Assert.Null(reader.Read());
        return new X12Reading(claims.ToImmutable(), reader.FileProblems);
    }
}

/// <summary>All that came of one file.</summary>
internal sealed record X12Reading(ImmutableArray<ReadClaim> Claims, ImmutableArray<Diagnostic> FileProblems)
{
    public IEnumerable<Diagnostic> Problems => Claims.SelectMany(claim => claim.Problems).Concat(FileProblems);

    public Claims.Claim Single => Assert.Single(Claims).Claim ?? throw new InvalidOperationException(string.Join('\n', Problems));
}
