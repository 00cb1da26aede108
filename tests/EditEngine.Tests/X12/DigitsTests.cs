using System.Globalization;
using System.Text;
using EditEngine.Formats.X12.Fast;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>Eight bytes at a time say what they say one by one.</summary>
public sealed class DigitsTests
{
    [Fact]
    public void Reads_what_the_framework_reads()
    {
        Random random = new(3);
        const string Signs = "0123456789012345678901234567890123456789/:;+-. A*~";
        for (int round = 0; round < 200_000; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(0, 11)).Select(_ => Signs[random.Next(random.Next(4) == 0 ? Signs.Length : 40)])]);
            byte[] bytes = Encoding.ASCII.GetBytes(text + "77*~7777");
            bool isNumber = text.Length is > 0 and <= Digits.Most && text.All(char.IsAsciiDigit);
            Assert.Equal(isNumber, Digits.TryRead(bytes.AsSpan(0, text.Length), out uint number));
            Assert.Equal(isNumber, Digits.AreAll(ref bytes[0], text.Length));
            Assert.Equal(isNumber ? uint.Parse(text, CultureInfo.InvariantCulture) : 0, number);
        }
    }

    [Fact]
    public void Every_byte_but_a_digit_is_none()
    {
        for (int seen = 0; seen < 256; seen++)
        {
            for (int at = 0; at < Digits.Most; at++)
            {
                byte[] bytes = "12345678"u8.ToArray();
                bytes[at] = (byte)seen;
                Assert.Equal(char.IsAsciiDigit((char)seen), Digits.AreAll(ref bytes[0], Digits.Most));
            }
        }
    }

    [Fact]
    public void Parts_of_sets_have_their_ranks()
    {
        Random random = new(5);
        for (int round = 0; round < 10_000; round++)
        {
            ulong all = (ulong)random.NextInt64() << 1;
            ulong part = all & (ulong)random.NextInt64();
            int[] members = [.. Enumerable.Range(0, 64).Where(bit => (all >> bit & 1) != 0)];
            int[] expected = [.. members.Index().Where(one => (part >> one.Item & 1) != 0).Select(one => one.Index + 100)];
            int[] seen = new int[64 + 8];
            SetBits.Write(ref seen[0], SetBits.RanksOf(part, all), 100);
            Assert.Equal(expected, seen[..expected.Length]);
        }
    }
}
