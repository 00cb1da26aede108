using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Numbers;
using EditEngine.Tables;
using Xunit;
using static EditEngine.Tests.Tables.RandomTables;

namespace EditEngine.Tests.Tables;

public sealed class TableTests
{
    public static TheoryData<int, int, int> Shapes()
    {
        var data = new TheoryData<int, int, int>();
        for (int seed = 1; seed <= 6; seed++)
        {
            data.Add(seed, 1, 40 * seed);
            data.Add(seed, 2, 60 * seed);
            data.Add(seed, 3, 100 * seed);
            data.Add(seed, 6, 300);
        }

        data.Add(7, 1, 0);
        data.Add(7, 2, 0);
        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Finds_what_a_walk_over_all_rows_finds_in_memory_and_from_a_file(int seed, int keyCount, int rowCount)
    {
        RandomTables made = Make(seed, keyCount, rowCount);
        using var file = new TableOnDisk(made.Table);
        foreach (Table table in new[] { made.Table, file.Open() })
        {
            Assert.Equal(made.Rows.Count, table.RowCount);
            Assert.Equal(made.Table.ContentHash, table.ContentHash);
            Assert.Null(TableFile.Verify(table));
            AssertLookUps(made, table, keyCount, rowCount);
            AssertCells(made, table, keyCount);
        }
    }

    [Fact]
    public void Rows_of_a_first_key_are_one_stretch_and_the_rest_are_not_in_it()
    {
        RandomTables made = Make(11, 2, 300);
        foreach (string code in made.Rows.Select(row => row.Key[0]).Distinct().Append("99999"))
        {
            (int first, int end) = made.Table.FindRows(Code.From(CodeSystem.Procedure, code).Packed);
            Assert.Equal(made.Rows.Count(row => row.Key[0] == code), end - first);
            for (int row = first; row < end; row++)
            {
                Assert.Equal(code, Code.FromPacked(made.Table.GetKey(row, 0)).ToString());
            }
        }
    }

    [Fact]
    public void Look_ups_allocate_nothing()
    {
        RandomTables made = Make(12, 2, 200);
        Table table = made.Table;
        ulong[] key = KeyNumbers(table, made.Rows[0].Key);
        int found = Look(table, key);
        long least = long.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            // A collection that another test starts closes this thread's buffer, and what was left of it is counted: the least round is the look-up's own.
            long before = GC.GetAllocatedBytesForCurrentThread();
            found += Look(table, key);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.True(found > 0);
    }

    [Fact]
    public void The_hash_is_of_what_rules_see_and_not_of_names_lines_order_or_trailing_zeros()
    {
        string one = TwoRows("a", "f1", reversed: false, 1.50m).ContentHash;
        Assert.Equal(one, TwoRows("b", "f2", reversed: true, 1.5m).ContentHash);
        Assert.NotEqual(one, TwoRows("a", "f1", reversed: false, 1.51m).ContentHash);
    }

    [Fact]
    public void A_key_prints_with_its_parts()
    {
        Table table = TwoRows("a", "f", reversed: false, 2);
        Assert.Equal("99213, Practitioner", table.GetKeyText(1));
        Assert.Equal(new RowSource("f", 2), table.GetSource(1));
    }

    private static Table TwoRows(string name, string file, bool reversed, decimal number)
    {
        var builder = new TableBuilder(name, [
            new TableColumn("code", ColumnType.Code, CodeSystem.Procedure, true),
            new TableColumn("setting", ColumnType.Text, CodeSystem.None, true),
            new TableColumn("value", ColumnType.Number, CodeSystem.None, false),
            new TableColumn("since", ColumnType.Date, CodeSystem.None, false),
            new TableColumn("qw", ColumnType.YesNo, CodeSystem.None, false)]);
        Assert.True(TableCell.TryOf(number, out TableCell value));
        TableCell setting = TableCell.Of("Practitioner");
        for (int i = 1; i <= 2; i++)
        {
            bool first = (i == 1) != reversed;
            builder.AddRow(new RowSource(file, i), 1, 2, TableCell.Of(Code.From(CodeSystem.Procedure, first ? "20610" : "99213")),
                setting, first ? value : TableCell.Of(700), TableCell.Of(new DateOnly(2024, 2, 29)), first ? TableCell.Of(true) : default);
        }

        Table table = builder.Build(out _)!;
        Assert.Equal(Rational.From(number), Number(table, 0, 2));
        Assert.Equal(new DateOnly(2024, 2, 29).DayNumber, table.GetDate(1, 3));
        Assert.Equal([true, null], new[] { table.GetYesNo(0, 4), table.GetYesNo(1, 4) });
        return table;
    }

    private static Rational? Number(Table table, int row, int column) => table.TryGetNumber(row, column, out Rational value) ? value : null;

    private static int Look(Table table, ulong[] key)
    {
        int found = 0;
        for (int day = 700_000; day < 701_000; day++)
        {
            int row = table.FindRow(key, day);
            found += row < 0 ? 0 : 1 + (table.GetText(row, 3)?.Length ?? 0) + (table.TryGetNumber(row, 2, out _) ? 1 : 0);
            found += table.FindRows(key[0]).End + table.GetFrom(0) + (int)table.GetSource(0).Line + (table.KeyOf(1, "dme") > 0 ? 1 : 0);
        }

        return found;
    }

    private static void AssertLookUps(RandomTables made, Table table, int keyCount, int rowCount)
    {
        var random = new Random(made.Seed);
        for (int i = 0; i < 2000; i++)
        {
            string[] key = NextKey(random, keyCount, 3 + (rowCount / 5));
            int day = 699_900 + random.Next(1500);
            int row = table.FindRow(KeyNumbers(table, key), day);
            int line = row < 0 ? -1 : (int)table.GetSource(row).Line;
            Assert.True(made.FindLine(key, day) == line, $"seed {made.Seed}: {string.Join(',', key)} on {day}: line {line}");
        }
    }

    private static void AssertCells(RandomTables made, Table table, int keyCount)
    {
        ImmutableDictionary<long, Row> byLine = made.Rows.ToImmutableDictionary(row => (long)row.Line);
        for (int row = 0; row < table.RowCount; row++)
        {
            Row expected = byLine[table.GetSource(row).Line];
            Assert.Equal(new RowSource($"file{expected.Line % 3}", expected.Line, null, expected.Line % 2 == 0), table.GetSource(row));
            Assert.Equal((expected.From, expected.Through), (table.GetFrom(row), table.GetThrough(row)));
            Assert.Equal(string.IsNullOrEmpty(expected.Text) ? null : expected.Text, table.GetText(row, keyCount + 1));
            Assert.Equal(expected.Number is decimal number ? Rational.From(number) : null, Number(table, row, keyCount));
            Assert.Equal(string.Join(", ", expected.Key), table.GetKeyText(row));
        }
    }
}
