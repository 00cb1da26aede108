using System.Text;
using System.Text.Json;
using EditEngine.Formats;
using EditEngine.Formats.Json;
using EditEngine.Formats.X12;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>Whatever the bytes, the reader ends, throws nothing, and gives each claim good or bad with an error; one that conforms has none.</summary>
public sealed class X12MutationTests(ITestOutputHelper output)
{
    // EDITS_MUTATIONS=100000 runs as many; without it as many as a build can wait for.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS"), out int rounds) ? rounds : 8_000;

    [Fact]
    public void Survives_thousands_of_broken_files()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        using Json.ReadClaims use = new();
        byte[][] files = [.. X12Samples.Names("*.837").Select(X12Samples.Bytes)];
        for (int round = 0, rounds = Rounds; round < rounds; round++)
        {
            Random random = new(unchecked(seed + round));
            byte[] broken = X12Mutations.Mutate(files[random.Next(files.Length)], files, random);
            try
            {
                ReadAll(broken, use);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"seed {seed + round}:\n{Encoding.Latin1.GetString(broken)}", failure);
            }
        }
    }

    private static void ReadAll(byte[] bytes, Json.ReadClaims use)
    {
        X12EnvelopeLog envelopes = new();
        using X12ClaimReader reader = new(new MemoryStream(bytes), "broken", envelopes);
        using MemoryStream answer = new();
        using AcknowledgementWriter acknowledgement = new(answer, (_, _) => "lines[0].units");
        int claims = 0;
        while (reader.Read() is ReadClaim claim)
        {
            claims++;
            bool hasErrors = claim.Problems.Any(problem => problem.Severity == Diagnostics.Severity.Error);
            Assert.True(hasErrors || claim.Claim is not null);
            Assert.False(claim.Conforms && hasErrors);
            Assert.All(claim.Problems, problem => Assert.NotEmpty(problem.ToString()));
            Assert.NotNull(reader.Places.Find("lines[0].units"));
            acknowledgement.Write(claim, claim.Claim is null ? null : use.Use(claim.Claim));
            if (claim.Claim is not null)
            {
                Assert.NotEmpty(claim.Claim.Lines);
                Assert.NotEmpty(claim.Claim.Id);
                Assert.Equal(claim.Claim.Lines.Length, claim.Claim.Lines.Select(line => line.Number).Distinct().Count());
            }
        }

        acknowledgement.Finish(envelopes, reader.FileProblems);
        using (JsonDocument document = JsonDocument.Parse(answer.ToArray()))
        {
            Assert.Equal(claims, document.RootElement.GetProperty("claims").GetArrayLength());
        }

        Assert.InRange(claims, 0, bytes.Length / 4);
        Assert.All(reader.FileProblems, problem => Assert.NotEmpty(problem.ToString()));
    }
}
