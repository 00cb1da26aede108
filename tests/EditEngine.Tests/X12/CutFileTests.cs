using System.Text;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>A file that is cut, and read by several at once, gives what it gives to one: each claim and problem, with its place, in the same order.</summary>
public sealed class CutFileTests(ITestOutputHelper output)
{
    private static readonly int[] Stretches = [300, 1000, 4096, 20_000];

    // EDITS_MUTATIONS=100000 runs as many; without it as many as a build can wait for.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS"), out int rounds) ? rounds : 3_000;

    [Fact]
    public void Every_sample_is_read_alike()
    {
        long ahead = 0;
        foreach ((string name, byte[] bytes) in X12Comparison.Files())
        {
            string[] expected = X12Comparison.Exactly(bytes);
            foreach (int stretch in Stretches)
            {
                foreach (int most in (int[])[1, 2, 3, 4])
                {
                    string[] seen = X12Comparison.Ahead(bytes, stretch, most, new Random(stretch + most), out long rows);
                    Assert.True(expected.SequenceEqual(seen), $"{name}, {most} stretches of {stretch} bytes:\n{X12Comparison.FirstDifference(expected, seen)}");
                    ahead += rows;
                }
            }
        }

        output.WriteLine($"{ahead} claims were read ahead");
        Assert.True(ahead > 0);
    }

    [Fact]
    public void Thousands_of_broken_files_are_read_alike()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS_SEED"), out int given) ? given : Environment.TickCount;
        output.WriteLine($"seed {seed}");
        byte[][] files = [.. X12Comparison.Files().Select(file => file.Bytes)];
        byte[][] made = [.. X12MadeFiles.All(subscribers: 30, seed).Select(file => file.Bytes)];
        long ahead = 0;
        long things = 0;
        for (int round = 0, rounds = Rounds; round < rounds; round++)
        {
            Random random = new(unchecked(seed + round));
            byte[] joined = Joined([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(4) > 0 ? made[random.Next(made.Length)] : files[random.Next(files.Length)])], random);
            byte[] broken = random.Next(4) == 0 ? joined : X12Mutations.Mutate(joined, files, random);
            string[] expected = X12Comparison.Exactly(broken);
            string[] seen = X12Comparison.Ahead(broken, random.Next(200, 8000), random.Next(1, 6), random, out long rows);
            ahead += rows;
            things += expected.Length;
            if (!expected.SequenceEqual(seen))
            {
                Assert.Fail($"EDITS_MUTATIONS_SEED={seed}, round {round}: {X12Comparison.FirstDifference(expected, seen)}\n{Encoding.Latin1.GetString(broken)}");
            }
        }

        output.WriteLine($"{ahead} of {things} claims and problems were read ahead");
        Assert.True(ahead > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Threads_read_alike(int threads)
    {
        byte[] bytes = Joined([.. X12MadeFiles.All(subscribers: 400, seed: 3).Select(file => file.Bytes)], new Random(threads));
        string[] expected = X12Comparison.Exactly(bytes);
        long ahead = 0;
        foreach (int stretch in (int[])[500, 3000, 12_000, int.MaxValue])
        {
            string[] seen = X12Comparison.ByThreads(bytes, stretch, threads, out long rows);
            Assert.True(expected.SequenceEqual(seen), $"{threads} threads, {stretch} bytes:\n{X12Comparison.FirstDifference(expected, seen)}");
            ahead += rows;
        }

        output.WriteLine($"{ahead} claims were read ahead");
        Assert.True(ahead > 0);
    }

    private static byte[] Joined(byte[][] files, Random random) => [.. files.SelectMany(file => random.Next(3) == 0 ? WithOtherDelimiters(file) : file)];

    private static byte[] WithOtherDelimiters(byte[] file) =>
        [.. file.Select(one => one switch { (byte)'*' => (byte)'|', (byte)'~' => (byte)'!', (byte)'|' => (byte)'*', (byte)'!' => (byte)'~', _ => one })];
}
