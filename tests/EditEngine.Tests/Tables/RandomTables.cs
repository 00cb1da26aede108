using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Tables;

/// <summary>Tables of random rows and the slow way to look things up in them.</summary>
internal sealed record RandomTables(int Seed, Table Table, List<RandomTables.Row> Rows)
{
    public sealed record Row(string[] Key, int From, int Through, decimal? Number, string? Text, int Line);

    public static readonly string[] Texts = ["practitioner", "Outpatient", "DME", "", "straße", "i", "x y"];

    /// <summary>Rows of few keys, so that keys share rows; of those that overlap the earlier stays, as the builder has it.</summary>
    public static RandomTables Make(int seed, int keyCount, int rowCount)
    {
        var random = new Random(seed);
        var columns = ImmutableArray.CreateBuilder<TableColumn>();
        for (int i = 0; i < keyCount; i++)
        {
            columns.Add(i == 1 ? new TableColumn("setting", ColumnType.Text, CodeSystem.None, true)
                : new TableColumn($"code{i}", ColumnType.Code, CodeSystem.Procedure, true));
        }

        columns.Add(new TableColumn("number", ColumnType.Number, CodeSystem.None, false));
        columns.Add(new TableColumn("text", ColumnType.Text, CodeSystem.None, false));
        var builder = new TableBuilder("random", columns.ToImmutable());
        var rows = new List<Row>();
        for (int line = 1; line <= rowCount; line++)
        {
            Row row = NextRow(random, keyCount, rowCount, line);
            if (rows.Any(other => SameKey(other.Key, row.Key) && other.From <= row.Through && row.From <= other.Through))
            {
                continue;
            }

            rows.Add(row);
            TableCell number = default;
            Assert.True(row.Number is null || TableCell.TryOf(row.Number.Value, out number));
            TableCell[] cells = [.. row.Key.Select((part, i) => CellOf(i, part)), number, TableCell.Of(row.Text)];
            builder.AddRow(new RowSource($"file{line % 3}", line, null, line % 2 == 0), row.From, row.Through, cells);
        }

        Table? table = builder.Build(out var problems);
        Assert.True(table is not null, string.Join('\n', problems));
        return new RandomTables(seed, table, rows);
    }

    public static string[] NextKey(Random random, int keyCount, int spread)
    {
        var key = new string[keyCount];
        for (int i = 0; i < keyCount; i++)
        {
            key[i] = i == 1 ? Texts[random.Next(Texts.Length)] : random.Next(20) == 0 ? "" : (10000 + random.Next(spread)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return key;
    }

    public static ulong[] KeyNumbers(Table table, string[] key) =>
        [.. key.Select((part, i) => i == 1 ? table.KeyOf(1, part.ToLowerInvariant()) : Code.From(CodeSystem.Procedure, part).Packed)];

    public int FindLine(string[] key, int day) =>
        Rows.FirstOrDefault(row => SameKey(row.Key, key) && row.From <= day && day <= row.Through)?.Line ?? -1;

    private static Row NextRow(Random random, int keyCount, int rowCount, int line)
    {
        int from = random.Next(10) == 0 ? int.MinValue : 700_000 + random.Next(1000);
        int through = random.Next(6) switch
        {
            0 => int.MaxValue,
            1 when from != int.MinValue => from,
            2 when from != int.MinValue => from - 1,
            _ => Math.Max(from, 700_000) + random.Next(300),
        };
        decimal? number = random.Next(5) == 0 ? null : (random.Next(100000) - 50000) / (decimal)Math.Pow(10, random.Next(5));
        return new Row(NextKey(random, keyCount, 3 + (rowCount / 5)), from, through, number, random.Next(4) == 0 ? null : Texts[random.Next(Texts.Length)], line);
    }

    private static TableCell CellOf(int column, string text) =>
        column == 1 ? TableCell.Of(text) : TableCell.Of(Code.From(CodeSystem.Procedure, text));

    private static bool SameKey(string[] left, string[] right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            if (!string.Equals(left[i], right[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
