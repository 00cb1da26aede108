using System.Text;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;
using EditEngine.Formats.X12.Fast;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>What is read by rows is what is read segment by segment: each claim in every field, each problem with its place, in the same order.</summary>
public sealed class X12BatchReaderTests(ITestOutputHelper output)
{
    // EDITS_MUTATIONS=100000 runs as many; without it as many as a build can wait for.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS"), out int rounds) ? rounds : 4_000;

    private static readonly int[] Stretches = [int.MaxValue, 4096, 700];

    [Fact]
    public void Reads_every_sample_alike()
    {
        long rows = 0;
        long claims = 0;
        foreach ((string name, byte[] bytes) in X12Comparison.Files())
        {
            string[] expected = X12Comparison.Exactly(bytes);
            string[] answered = X12Comparison.Exactly(bytes, new X12EnvelopeLog());
            foreach (int stretch in Stretches)
            {
                string[] seen = X12Comparison.ByRows(bytes, stretch, out long read);
                Assert.True(expected.SequenceEqual(seen), $"{name}, {stretch} bytes at a time:\n{X12Comparison.FirstDifference(expected, seen)}");
                seen = X12Comparison.ByRows(bytes, stretch, out long answeredRead, new X12EnvelopeLog());
                Assert.True(answered.SequenceEqual(seen), $"{name}, {stretch} bytes at a time, with places:\n{X12Comparison.FirstDifference(answered, seen)}");
                Assert.Equal(read, answeredRead);
                rows += read;
                claims += expected.Length;
            }
        }

        output.WriteLine($"{rows} of {claims} claims and problems were rows");
        Assert.True(rows > 0);
    }

    [Fact]
    public void Reads_thousands_of_broken_files_alike()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS_SEED"), out int given) ? given : Environment.TickCount;
        output.WriteLine($"seed {seed}");
        byte[][] files = [.. X12Comparison.Files().Select(file => file.Bytes)];
        byte[][] made = [.. X12MadeFiles.All(subscribers: 12, seed).Select(file => file.Bytes)];
        long rows = 0;
        long things = 0;
        for (int round = 0, rounds = Rounds; round < rounds; round++)
        {
            Random random = new(unchecked(seed + round));
            byte[] broken = X12Mutations.Mutate(random.Next(2) == 0 ? made[random.Next(made.Length)] : files[random.Next(files.Length)], files, random);
            bool isAnswered = random.Next(2) == 0;
            string[] expected = X12Comparison.Exactly(broken, isAnswered ? new X12EnvelopeLog() : null);
            string[] seen = X12Comparison.ByRows(broken, Stretches[random.Next(Stretches.Length)], out long read, isAnswered ? new X12EnvelopeLog() : null);
            rows += read;
            things += expected.Length;
            if (!expected.SequenceEqual(seen))
            {
                Assert.Fail($"EDITS_MUTATIONS_SEED={seed}, round {round}: {X12Comparison.FirstDifference(expected, seen)}\n{Encoding.Latin1.GetString(broken)}");
            }
        }

        output.WriteLine($"{rows} of {things} claims and problems were rows");
        Assert.True(rows > 0);
    }

    [Theory]
    [InlineData("a level that is longer than a segment may be ends no claim", "\nHL*3", "\nHL*", 70_000)]
    [InlineData("nor does the end of a transaction", "\nSE*", "\nSE*", 70_000)]
    [InlineData("a claim's number that is too long", "\nCLM*", "\nCLM*", 39)]
    public void Reads_what_is_too_long_alike(string why, string before, string instead, int length)
    {
        string text = Encoding.Latin1.GetString(X12MadeFiles.All(subscribers: 6, seed: 1).Last().Bytes).ReplaceLineEndings("").Replace("~", "~\n", StringComparison.Ordinal);
        Assert.Contains(before, text, StringComparison.Ordinal);
        byte[] broken = Encoding.Latin1.GetBytes(text.Replace(before, instead + new string('9', length), StringComparison.Ordinal));
        string[] expected = X12Comparison.Exactly(broken);
        string[] seen = X12Comparison.ByRows(broken, int.MaxValue, out _);
        Assert.True(expected.SequenceEqual(seen), $"{why}: {X12Comparison.FirstDifference(expected, seen)}");
    }

    [Fact]
    public void Clean_claims_are_rows()
    {
        byte[] bytes = File.ReadAllBytes(Repository.PathOf("samples/claims/clinic.837"));
        using X12BatchReader reader = new(new MemoryStream(bytes), "clinic.837");
        ClaimBatch batch = new();
        Assert.True(reader.Fill(batch));
        Assert.All(batch.Entries.Where(entry => entry.Read is not null), entry => Assert.NotEmpty(entry.Read!.Problems));
        Assert.True(reader.RowsRead > 0);
        Assert.False(reader.Fill(batch));
    }

    /// <summary>A claim keeps nothing of what the fast reader passes over.</summary>
    [Fact]
    public void What_a_claim_keeps_of_a_segment_is_read_or_left()
    {
        foreach (LoopRule rule in (LoopRule[])[.. LoopTables.Professional.Rules, .. LoopTables.Institutional.Rules, .. LoopTables.Dental.Rules])
        {
            Assert.All(
                rule.Forms.Where(form => X12KeptPage.Find(rule.Role, form) is not null),
                form => Assert.NotEqual(SegmentMeaning.Nothing, SegmentMeanings.Of(rule.Role, form.Tag)));
        }
    }
}
