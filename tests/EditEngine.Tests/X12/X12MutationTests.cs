using System.Text;
using EditEngine.Formats;
using EditEngine.Formats.X12;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>Whatever the bytes, the reader ends, throws nothing, and gives each claim good without errors or bad with one.</summary>
public sealed class X12MutationTests(ITestOutputHelper output)
{
    // EDITS_MUTATIONS=100000 runs as many; without it as many as a build can wait for.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS"), out int rounds) ? rounds : 8_000;

    [Fact]
    public void Survives_thousands_of_broken_files()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        byte[][] files = [.. X12Samples.Names("*.837").Select(X12Samples.Bytes)];
        for (int round = 0, rounds = Rounds; round < rounds; round++)
        {
            Random random = new(unchecked(seed + round));
            byte[] broken = Mutate(files[random.Next(files.Length)], files, random);
            try
            {
                ReadAll(broken);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"seed {seed + round}:\n{Encoding.Latin1.GetString(broken)}", failure);
            }
        }
    }

    private static void ReadAll(byte[] bytes)
    {
        using X12ClaimReader reader = new(new MemoryStream(bytes), "broken");
        int claims = 0;
        while (reader.Read() is ReadClaim claim)
        {
            claims++;
            bool hasErrors = claim.Problems.Any(problem => problem.Severity == Diagnostics.Severity.Error);
            Assert.Equal(claim.Claim is null, hasErrors);
            Assert.All(claim.Problems, problem => Assert.NotEmpty(problem.ToString()));
            Assert.NotNull(reader.Places.Find("lines[0].units"));
            if (claim.Claim is not null)
            {
                Assert.NotEmpty(claim.Claim.Lines);
                Assert.NotEmpty(claim.Claim.Id);
                Assert.Equal(claim.Claim.Lines.Length, claim.Claim.Lines.Select(line => line.Number).Distinct().Count());
            }
        }

        Assert.InRange(claims, 0, bytes.Length / 4);
        Assert.All(reader.FileProblems, problem => Assert.NotEmpty(problem.ToString()));
    }

    private static byte[] Mutate(byte[] file, byte[][] files, Random random)
    {
        List<byte> bytes = [.. file];
        for (int change = random.Next(1, 5); change > 0 && bytes.Count > 4; change--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = "*~:^\n>AB09 "u8[random.Next(11)];
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 60), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, file[..random.Next(Math.Min(200, file.Length))]);
                    break;
                case 4:
                    byte[] other = files[random.Next(files.Length)];
                    bytes.InsertRange(at, other[random.Next(other.Length)..]);
                    break;
                case 5:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    MoveSegments(bytes, random);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Swaps, doubles or drops whole segments: the mutations that reach deepest.</summary>
    private static void MoveSegments(List<byte> bytes, Random random)
    {
        List<string> segments = [.. Encoding.Latin1.GetString([.. bytes]).Split('~')];
        int from = random.Next(segments.Count);
        string moved = segments[from];
        if (random.Next(3) != 0)
        {
            segments.RemoveAt(from);
        }

        if (random.Next(3) != 0)
        {
            segments.Insert(random.Next(segments.Count + 1), moved);
        }

        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(string.Join('~', segments)));
    }
}
