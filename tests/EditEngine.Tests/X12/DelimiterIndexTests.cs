using System.Text;
using EditEngine.Formats.X12;
using EditEngine.Formats.X12.Fast;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>Delimiters found by vectors are those that are found one by one, whatever the width.</summary>
public sealed class DelimiterIndexTests
{
    private static readonly Delimiters Usual = new((byte)'*', (byte)':', (byte)'^', (byte)'~');

    [Fact]
    public void Vectors_of_all_widths_find_what_a_loop_finds()
    {
        Random random = new(11);
        for (int round = 0; round < 300; round++)
        {
            byte[] buffer = Bytes(random, random.Next(1, 700));
            int start = random.Next(Math.Min(5, buffer.Length - DelimiterIndex.Spare));
            int end = random.Next(start, buffer.Length - DelimiterIndex.Spare + 1);
            string expected = OneByOne(buffer, start, end);
            Assert.Equal(expected, Found<Block128>(buffer, start, end));
            Assert.Equal(expected, Found<Block256>(buffer, start, end));
            Assert.Equal(expected, Found<Block512>(buffer, start, end));
        }
    }

    [Theory]
    [InlineData("ST*837~\nSE*1~", "")]
    [InlineData("ST*837~\r\nSE*1~", "")]
    [InlineData("ST*837~\n\n\nSE*1~", "9")]
    [InlineData("ST*83\n7~", "5")]
    [InlineData("ST* 837~", "3")]
    [InlineData("ST*8 37~", "")]
    [InlineData("ST*8\u007f7~\u00e9", "4,7")]
    public void A_byte_without_business_is_odd(string text, string odd)
    {
        byte[] buffer = [.. Encoding.Latin1.GetBytes(text), .. new byte[DelimiterIndex.Spare]];
        DelimiterIndex index = new();
        index.Build(buffer, 0, text.Length, Usual);
        Assert.Equal(odd, string.Join(',', index.Odd.ToArray().TakeWhile(position => position != int.MaxValue)));
    }

    [Fact]
    public void Memory_is_used_again()
    {
        DelimiterIndex index = new();
        byte[] many = [.. Enumerable.Repeat((byte)'~', 5_000), .. new byte[DelimiterIndex.Spare]];
        index.Build(many, 0, 5_000, Usual);
        Assert.Equal(5_000, index.SegmentCount);
        index.Build(many, 0, 3, Usual);
        Assert.Equal(3, index.SegmentCount);
        Assert.Equal([0, 1, 2], index.Terminators.ToArray());
    }

    private static byte[] Bytes(Random random, int count)
    {
        byte[] buffer = new byte[count + DelimiterIndex.Spare];
        byte[] signs = "ABC123**~~:: \n\r\0\u00ff"u8.ToArray();
        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = signs[random.Next(signs.Length)];
        }

        return buffer;
    }

    private static string Found<TBlock>(byte[] buffer, int start, int end)
        where TBlock : IByteBlock
    {
        DelimiterIndex index = new();
        index.Build<TBlock>(buffer, start, end, Usual);
        int count = index.SegmentCount == 0 ? 0 : index.Terminators[^1] + 1;
        return $"{string.Join(',', index.Positions[..count].ToArray())} | {string.Join(',', index.Terminators.ToArray())} | {string.Join(',', index.Odd.ToArray().TakeWhile(position => position != int.MaxValue))}";
    }

    private static string OneByOne(byte[] buffer, int start, int end)
    {
        List<int> positions = [];
        List<int> terminators = [];
        List<int> odd = [];
        for (int at = start; at < end; at++)
        {
            byte before = at > start ? buffer[at - 1] : (byte)0;
            byte beforeThat = at > start + 1 ? buffer[at - 2] : (byte)0;
            byte sign = buffer[at];
            if (sign is (byte)'*' or (byte)'~')
            {
                positions.Add(at);
            }

            if (sign == '~')
            {
                terminators.Add(positions.Count - 1);
            }

            bool isBreak = sign is (byte)'\n' or (byte)'\r';
            bool isBehindTerminator = isBreak && (before == '~' || (before is (byte)'\n' or (byte)'\r' && beforeThat == '~'));
            if ((sign is < 0x20 or > 0x7E && !isBehindTerminator) || (sign == ' ' && before == '*'))
            {
                odd.Add(at);
            }
        }

        int count = terminators.Count == 0 ? 0 : terminators[^1] + 1;
        return $"{string.Join(',', positions[..count])} | {string.Join(',', terminators)} | {string.Join(',', odd)}";
    }
}
