using EditEngine.Codes;
using EditEngine.Evaluation.Compiled;
using EditEngine.Tables;
using EditEngine.Tests.Tables;
using EditEngine.Values;
using Xunit;

namespace EditEngine.Tests.Compiled;

/// <summary>Rows that were found lately are those that the table finds.</summary>
public sealed class RecentRowsTests
{
    private const int None = 1;

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 1)]
    [InlineData(3, 40)]
    [InlineData(4, 450)]
    public void Whatever_is_asked_in_whatever_order_the_table_would_say_the_same(int seed, int lines)
    {
        Random random = new(seed);
        Table[] tables = [RandomTables.Make(seed, 1, 300).Table, RandomTables.Make(seed + 100, 2, 400).Table, RandomTables.Make(seed + 200, 2, 60).Table];
        RecentRows found = new();
        for (int claim = 0; claim < 20; claim++)
        {
            ulong[] codes = [.. Enumerable.Range(0, lines).Select(_ => random.Next(12) == 0 ? (ulong)random.Next(2) : First(random))];
            found.Begin(codes);
            for (int asked = 0; asked < 500; asked++)
            {
                Table table = tables[random.Next(tables.Length)];
                ulong first = random.Next(3) == 0 ? First(random) : codes[random.Next(lines)];
                ulong second = table.KeyCount == 1 ? 0 : table.KeyOf(1, RandomTables.Texts[random.Next(RandomTables.Texts.Length)]);
                int day = random.Next(20) == 0 ? None : Day.FromNumber(700_000 + random.Next(1_300)).Packed;
                int expected = table.KeyCount == 1 ? KnownValues.Find(table, day, first) : KnownValues.Find(table, day, first, second);
                int seen = table.KeyCount == 1 ? found.Find(table, day, first) : random.Next(2) == 0 ? found.Find(table, day, first, second) : found.FindPair(table, day, first, second);
                Assert.True(expected == seen, $"seed {seed}, claim {claim}, question {asked}: {seen}, and the table has {expected}");
            }
        }
    }

    [Fact]
    public void A_key_of_more_parts_than_the_table_has_is_refused()
    {
        Table table = RandomTables.Make(5, 1, 50).Table;
        RecentRows found = new();
        ulong known = table.GetKey(0, 0);
        found.Begin(new[] { known });

        Assert.Throws<ArgumentException>(() => found.FindPair(table, Day.FromNumber(700_100).Packed, known, known));
    }

    [Fact]
    public void Nothing_of_a_claim_is_kept_when_it_is_forgotten()
    {
        Table table = RandomTables.Make(6, 1, 50).Table;
        RecentRows found = new();
        ulong known = table.GetKey(0, 0);
        found.Begin(new[] { known });
        int row = found.Find(table, Day.FromNumber(700_100).Packed, known);
        Assert.False(found.IsEmpty);

        found.Forget();

        Assert.True(found.IsEmpty);
        Assert.Equal(row, found.Find(table, Day.FromNumber(700_100).Packed, known));
    }

    private static ulong First(Random random) => Code.From(CodeSystem.Procedure, RandomTables.NextKey(random, 1, 70)[0]).Packed;
}
