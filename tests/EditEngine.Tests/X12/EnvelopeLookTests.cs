using System.Text;
using EditEngine.Formats;
using EditEngine.Formats.X12;
using EditEngine.Tests.Batch;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>A look at envelopes passes what it need not look at: it says the same where bytes come one by one, and there is never anything to pass.</summary>
public sealed class EnvelopeLookTests(ITestOutputHelper output)
{
    // EDITS_MUTATIONS=100000 runs as many; without it as many as a build can wait for.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS"), out int rounds) ? rounds : 1_000;

    [Fact]
    public void Passing_is_looking()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("EDITS_MUTATIONS_SEED"), out int given) ? given : Environment.TickCount;
        output.WriteLine($"seed {seed}");
        byte[][] files = [.. X12Samples.Names("*.*").Select(X12Samples.Bytes), .. X12MadeFiles.All(subscribers: 6, seed).Select(file => file.Bytes)];
        Assert.All(files, file => Assert.Equal(Look(new ByteByByte(file)), Look(new MemoryStream(file))));
        for (int round = 0, rounds = Rounds; round < rounds; round++)
        {
            Random random = new(unchecked(seed + round));
            byte[] broken = X12Mutations.Mutate(files[random.Next(files.Length)], files, random);
            string[] expected = Look(new ByteByByte(broken));
            string[] seen = Look(new MemoryStream(broken));
            Assert.True(expected.SequenceEqual(seen), $"EDITS_MUTATIONS_SEED={seed}, round {round}: {X12Comparison.FirstDifference(expected, seen)}\n{Encoding.Latin1.GetString(broken)}");
        }
    }

    private static string[] Look(Stream bytes)
    {
        X12EnvelopeLog envelopes = new();
        using X12ClaimReader reader = X12ClaimReader.OfEnvelopes(bytes, "file", envelopes);
        Assert.Null(reader.Read());
        return
        [
            .. reader.FileProblems.Select(RecordText.Of),
            .. envelopes.All.Select(envelope => $"{RecordText.Of(envelope)} {envelopes.IsFaulty(envelope)} {envelopes.IsRejected(envelope)}"),
        ];
    }

    private sealed class ByteByByte(byte[] bytes) : ForwardStream(Null)
    {
        private int _next;

        public override int Read(Span<byte> buffer)
        {
            if (_next == bytes.Length || buffer.IsEmpty)
            {
                return 0;
            }

            buffer[0] = bytes[_next++];
            return 1;
        }
    }
}
