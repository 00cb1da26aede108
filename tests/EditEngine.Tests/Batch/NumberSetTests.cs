using EditEngine.Formats.Batch;
using Xunit;

namespace EditEngine.Tests.Batch;

/// <summary>A set of numbers says what the framework's says.</summary>
public sealed class NumberSetTests
{
    private const ulong Spread = 0x9E3779B97F4A7C15;

    public static TheoryData<string, int> Kinds => new() { { "spread", 300_000 }, { "few", 1_000 }, { "one after another", 20_000 }, { "alike in their first bits", 20_000 } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Says_what_the_framework_s_set_says(string kind, int count)
    {
        Random random = new(7);
        HashSet<ulong> expected = [];
        NumberSet seen = new();
        for (int i = 0; i < count; i++)
        {
            ulong number = kind switch
            {
                "spread" => (ulong)random.NextInt64(count) * Spread,
                "few" => (ulong)random.Next(20) * Spread,
                "one after another" => (ulong)i,
                _ => 0xABCD_0000_0000_0000 + (ulong)random.Next(count),
            };
            Assert.Equal(expected.Contains(number), seen.Contains(number));
            Assert.Equal(expected.Add(number), seen.Add(number));
            Assert.True(seen.Contains(number));
        }

        Assert.Equal(expected.Count, seen.Count);
        Assert.All(expected, number => Assert.True(seen.Contains(number)));
    }

    [Fact]
    public void Takes_few_bytes_a_number()
    {
        const int Count = 2_000_000;
        NumberSet numbers = new();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (ulong i = 1; i <= Count; i++)
        {
            numbers.Add(i * Spread);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Count, 8, 16);
        Assert.Equal(Count, numbers.Count);
    }
}
