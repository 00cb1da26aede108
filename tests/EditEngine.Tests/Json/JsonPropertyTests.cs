using System.Buffers;
using System.Text;
using System.Text.Json;
using EditEngine.Claims;
using EditEngine.Formats;
using EditEngine.Formats.Json;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>What holds for every claim and for every text; a failure names its seed.</summary>
public sealed class JsonPropertyTests
{
    [Fact]
    public void A_written_claim_reads_as_it_was()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            Claim claim = new RandomClaims(seed).Next();
            byte[] line = Written(claim);
            ReadClaim read = Assert.Single(JsonReading.Read(line, step: 1 + (seed * 37)).Claims);
            Assert.True(read.Claim is not null, $"seed {seed}: {string.Join('\n', read.Problems)}");
            string? difference = RandomClaims.Difference(claim, read.Claim);
            Assert.True(difference is null, $"seed {seed}: {difference}");
            Assert.Equal(line, Written(read.Claim));
        }
    }

    [Fact]
    public void Every_value_may_be_of_every_other_type()
    {
        string[] values = ["null", "true", "false", "5", "-1.5", "1e99", "\"\"", "\"x\"", "[]", "[null]", "[5]", "[\"\"]", "[[]]", "[{}]", "{}", "{\"a\":[]}"];
        for (int seed = 0; seed < 8; seed++)
        {
            byte[] claim = [.. RandomClaims.Line(seed).AsSpan().TrimEnd((byte)'\n')];
            foreach ((int from, int through) in Values(claim))
            {
                foreach (string value in values)
                {
                    byte[] changed = [.. claim[..from], .. Encoding.ASCII.GetBytes(value), .. claim[through..]];
                    try
                    {
                        ReadClaim read = ClaimJson.Parse(changed);
                        Assert.Equal(read.Claim is null, read.Problems.Any(problem => problem.Severity == EditEngine.Diagnostics.Severity.Error));
                    }
                    catch (Exception fault)
                    {
                        Assert.Fail($"seed {seed}, byte {from}, {value}: {fault}");
                    }
                }
            }
        }
    }

    // Where each value of a member or list begins and ends.
    private static List<(int From, int Through)> Values(byte[] claim)
    {
        List<(int, int)> values = [];
        Utf8JsonReader json = new(claim);
        while (json.Read())
        {
            if (json.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray) && json.TokenStartIndex > 0)
            {
                Utf8JsonReader whole = json;
                whole.Skip();
                values.Add(((int)json.TokenStartIndex, (int)whole.BytesConsumed));
            }
        }

        return values;
    }

    [Fact]
    public void No_text_makes_the_reader_throw_or_lose_a_line()
    {
        for (int seed = 0; seed < 1000; seed++)
        {
            byte[] text = Mutated(seed);
            try
            {
                (List<ReadClaim> claims, _) = JsonReading.Read(text, step: 1 + (seed % 5000));
                Assert.All(claims, claim => Assert.Equal(claim.Claim is null, claim.Problems.Any(problem => problem.Severity == EditEngine.Diagnostics.Severity.Error)));
            }
            catch (Exception fault)
            {
                Assert.Fail($"seed {seed}: {fault}");
            }
        }
    }

    private static byte[] Mutated(int seed)
    {
        Random random = new(seed);
        List<byte> text = [.. Written(new RandomClaims(seed).Next()), .. Written(new RandomClaims(seed + 1).Next())];
        byte[][] pieces = [.. new[] { "{", "}", "[", "]", "\"", ",", ":", "\\", "\n", "null", "1e999", "-", "0", "\\ud800", "true", "\0", "{}", "\"id\":", "ä" }.Select(Encoding.UTF8.GetBytes), [0xFF], [0xC3]];
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            // Near the start as often as anywhere: the first bytes decide how a file is cut.
            int at = random.Next(random.Next(2) == 0 ? 3 : text.Count);
            switch (random.Next(3))
            {
                case 0: text.InsertRange(at, pieces[random.Next(pieces.Length)]); break;
                case 1: text.RemoveRange(at, Math.Min(random.Next(1, 12), text.Count - at)); break;
                default: text[at] = (byte)random.Next(256); break;
            }
        }

        return [.. text];
    }

    private static byte[] Written(Claim claim)
    {
        using ClaimWriter writer = new();
        ArrayBufferWriter<byte> line = new();
        writer.Write(claim, line);
        return line.WrittenSpan.ToArray();
    }
}
