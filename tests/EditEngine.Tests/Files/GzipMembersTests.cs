using System.IO.Compression;
using System.Text;
using EditEngine.Formats.Files;
using Xunit;

namespace EditEngine.Tests.Files;

public sealed class GzipMembersTests
{
    private static readonly byte[] First = Packed("first\n");
    private static readonly byte[] Second = Packed("second\n");
    private static readonly byte[] Nothing = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static TheoryData<string, byte[], string> Whole => new()
    {
        { "one", First, "first\n" },
        { "two", [.. First, .. Second], "first\nsecond\n" },
        { "zeros behind", [.. First, .. new byte[700]], "first\n" },
        { "an empty one", Nothing, "" },
        { "empty ones between", [.. First, .. Nothing, .. Nothing, .. Second, .. Nothing], "first\nsecond\n" },
        { "a header with all there can be", [.. WithHeader(First)], "first\n" },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void Whole_members_are_unpacked_one_after_another(string name, byte[] packed, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal((expected, null), Read(packed));
    }

    public static TheoryData<string, byte[], string, string> Damaged => new()
    {
        { "text behind", [.. First, .. "and so on"u8], "first\n", $"byte {First.Length}" },
        { "zeros and text behind", [.. First, 0, 0, 7], "first\n", $"byte {First.Length + 2}" },
        { "half a magic behind", [.. First, 0x1F], "first\n", $"byte {First.Length}" },
        { "a second header damaged", [.. First, 0x1F, 0x8C, .. Second[2..]], "first\n", $"byte {First.Length}" },
        { "an unknown method", [.. First, 0x1F, 0x8B, 9, .. Second[3..]], "first\n", $"byte {First.Length}" },
        { "a header cut", [.. First, .. Second[..5]], "first\n", $"byte {First.Length + 5}" },
        { "data cut", Second[..13], "se", "byte 13" },
        { "no trailer", First[..^8], "first\n", "byte 10" },
        { "half a trailer", First[..^3], "first\n", "byte 10" },
        { "another checksum", [.. First[..^8], (byte)(First[^8] ^ 1), .. First[^7..]], "first\n", "byte 10" },
        { "another length", [.. First[..^1], 1], "first\n", "byte 10" },
        { "a trailer damaged before a good member", [.. First[..^1], 1, .. Second], "first\n", "byte 10" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Damage_is_told_with_its_byte_behind_what_is_good(string name, byte[] packed, string good, string place)
    {
        Assert.NotEmpty(name);
        (string text, string? fault) = Read(packed);
        Assert.Equal(good, text);
        Assert.Contains(place, fault ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Long_members_are_whole_in_portions_of_every_size_and_no_cut_goes_unseen()
    {
        const int Seed = 20250304;
        Random random = new(Seed);
        string[] texts = [.. new[] { 300_000, 1, 70_000, 512, 65_536 }.Select(length => string.Create(length, random, static (span, from) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = (char)('a' + from.Next(20));
            }
        }))];
        byte[] packed = [.. texts.SelectMany(Packed)];
        HashSet<int> ends = [];
        int end = 0;
        foreach (string text in texts)
        {
            ends.Add(end += Packed(text).Length);
        }

        Assert.Equal((string.Concat(texts), null), Read(packed, portion: 7));
        foreach (int cut in Enumerable.Range(0, 40).Select(_ => random.Next(1, packed.Length)).Where(cut => !ends.Contains(cut)))
        {
            (string text, string? fault) = Read(packed[..cut]);
            Assert.True(fault is not null && string.Concat(texts).StartsWith(text, StringComparison.Ordinal), $"seed {Seed}, cut at {cut}");
        }
    }

    private static byte[] Packed(string text)
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static byte[] WithHeader(byte[] member) => [0x1F, 0x8B, 8, 2 | 4 | 8 | 16, .. member[4..10], 3, 0, 1, 2, 3, .. "name\0"u8, .. "comment\0"u8, 9, 9, .. member[10..]];

    private static (string Text, string? Fault) Read(byte[] packed, int portion = 4096)
    {
        using GzipMembers members = new(new MemoryStream(packed));
        MemoryStream text = new();
        byte[] buffer = new byte[portion];
        try
        {
            while (members.Read(buffer) is int read and > 0)
            {
                text.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException fault)
        {
            return (Encoding.UTF8.GetString(text.ToArray()), fault.Message);
        }

        return (Encoding.UTF8.GetString(text.ToArray()), null);
    }
}
