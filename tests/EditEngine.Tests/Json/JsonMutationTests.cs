using System.Text;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Json;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>Whatever the bytes, the reader ends and throws nothing, a claim is good or has an error, and a good one can be decided and written.</summary>
public sealed class JsonMutationTests(ITestOutputHelper output)
{
    // EDITS_MUTATIONS=100000 runs as many; without it as many as a build can wait for.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS"), out int rounds) ? rounds : 6_000;

    [Fact]
    public void Survives_thousands_of_broken_claims()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        byte[][] samples = [.. Enumerable.Range(0, 60).Select(RandomClaims.Line)];
        using ReadClaims use = new();
        (int good, int bad) = (0, 0);
        for (int round = 0, rounds = Rounds; round < rounds; round++)
        {
            Random random = new(unchecked(seed + round));
            byte[] broken = JsonMutations.Of(samples[random.Next(samples.Length)], samples[random.Next(samples.Length)], random);
            try
            {
                foreach (ReadClaim read in ReadAll([.. broken, (byte)'\n', .. samples[0]], random))
                {
                    Assert.Equal(read.Claim is null, read.Problems.Any(problem => problem.Severity == Severity.Error));
                    Assert.All(read.Problems, problem => Assert.NotEmpty(problem.ToString()));
                    (good, bad) = read.Claim is null ? (good, bad + 1) : (good + 1, bad);
                    if (read.Claim is not null)
                    {
                        use.Use(read.Claim);
                        byte[] written = use.Write(read.Claim);
                        Assert.Equal(written, use.Write(Assert.IsType<Claim>(ClaimJson.Parse(written).Claim)));
                    }
                }

                CompareParsed(broken);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"seed {seed + round}:\n{Encoding.Latin1.GetString(broken)}", failure);
            }
        }

        output.WriteLine($"{good} good claims, {bad} bad ones");
        Assert.True(good > 100 && bad > 100);
    }

    private static List<ReadClaim> ReadAll(byte[] bytes, Random random)
    {
        using JsonClaimReader reader = new(new SteppedStream(bytes, random.Next(4) == 0 ? random.Next(1, 200) : int.MaxValue), "broken");
        List<ReadClaim> claims = [];
        while (reader.Read() is ReadClaim read)
        {
            claims.Add(read);
        }

        Assert.All(reader.FileProblems, problem => Assert.NotEmpty(problem.ToString()));
        return claims;
    }

    // A text alone says the same in memory as in a file of one line.
    private static void CompareParsed(byte[] text)
    {
        ReadClaim parsed = ClaimJson.Parse(text, "broken");
        Assert.Equal(parsed.Claim is null, parsed.Problems.Any(problem => problem.Severity == Severity.Error));
        byte[] line = [.. text.AsSpan().TrimEnd((byte)'\n')];
        if (line.AsSpan().IndexOfAny((byte)'\n', (byte)0) < 0 && line is [(byte)'{', ..])
        {
            using JsonClaimReader reader = new(new MemoryStream(line), "broken");
            ReadClaim read = Assert.IsType<ReadClaim>(reader.Read());
            Assert.Equal(read.Problems, ClaimJson.Parse(line, "broken").Problems);
            Assert.Equal(read.Id, parsed.Id);
        }
    }
}
