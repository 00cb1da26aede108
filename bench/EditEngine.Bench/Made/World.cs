using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Bench.Made;

/// <summary>Codes as they are billed, few of them most of the time, and the tables over them. The same for the same seed.</summary>
internal sealed class World
{
    private const int CodeCount = 12_000;
    private readonly double[] _reach = new double[CodeCount];

    public World(int seed, int pairs)
    {
        Random random = new(seed);
        Codes = [.. Enumerable.Range(0, CodeCount).Select(i => Code.From(CodeSystem.Procedure, (10_000 + (i * 7)).ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        random.Shuffle(Codes);
        double sum = 0;
        for (int i = 0; i < CodeCount; i++)
        {
            sum += 1.0 / Math.Pow(i + 3, 0.9);
            _reach[i] = sum;
        }

        // The visits are among the codes billed most.
        Visits = [.. Enumerable.Range(0, 8).Select(i => Codes[(i * 5) + 2])];
        Pairs = PairTable(random, pairs);
        Units = UnitTable(random);
        Globals = GlobalTable(random);
    }

    /// <summary>The same codes, with hardly any pairs: for what asks for no pairs.</summary>
    public static World OfCodes(int seed) => new(seed, pairs: 1_000);

    public Code[] Codes { get; }

    public ImmutableArray<Code> Visits { get; }

    public Table Pairs { get; }

    public Table Units { get; }

    public Table Globals { get; }

    /// <summary>A code, the first of them most often.</summary>
    public Code Draw(Random random)
    {
        int at = Array.BinarySearch(_reach, random.NextDouble() * _reach[^1]);
        return Codes[Math.Min(CodeCount - 1, at < 0 ? ~at : at)];
    }

    private Table PairTable(Random random, int pairs)
    {
        TableBuilder builder = new("ptp", [Column("column1"), Column("column2"), new TableColumn("indicator", ColumnType.Number, CodeSystem.None, false)]);
        HashSet<(int, int)> known = new(pairs);
        int opened = new DateOnly(2010, 1, 1).DayNumber;
        while (known.Count < pairs)
        {
            (int first, int second) = (random.Next(CodeCount), random.Next(CodeCount));
            if (first == second || !known.Add((first, second)))
            {
                continue;
            }

            int from = opened + random.Next(4_000);
            int through = random.Next(4) == 0 ? from + random.Next(2_500) : int.MaxValue;
            int indicator = random.Next(10) switch { 0 => 9, <= 3 => 0, _ => 1 };
            builder.AddRow(new RowSource("ptp", known.Count), from, through, TableCell.Of(Codes[first]), TableCell.Of(Codes[second]), TableCell.Of(indicator));
        }

        return builder.Build(out _)!; // Made without a mistake.
    }

    private Table UnitTable(Random random)
    {
        TableBuilder builder = new("mue", [
            Column("code"), new TableColumn("setting", ColumnType.Text, CodeSystem.None, true),
            new TableColumn("value", ColumnType.Number, CodeSystem.None, false), new TableColumn("mai", ColumnType.Number, CodeSystem.None, false)]);
        foreach (Code code in Codes)
        {
            foreach (string setting in (string[])["practitioner", "outpatient"])
            {
                builder.AddRow(new RowSource("mue", 1), new DateOnly(2015, 1, 1).DayNumber, int.MaxValue, TableCell.Of(code), TableCell.Of(setting), TableCell.Of(random.Next(1, 12)), TableCell.Of(random.Next(1, 4)));
            }
        }

        return builder.Build(out _)!; // Made without a mistake.
    }

    private Table GlobalTable(Random random)
    {
        TableBuilder builder = new("mpfs", [Column("code"), new TableColumn("global", ColumnType.Text, CodeSystem.None, false)]);
        foreach (Code code in Codes)
        {
            string global = Visits.Contains(code) ? "XXX" : random.Next(10) switch { 0 => "000", 1 => "010", 2 => "090", _ => "XXX" };
            builder.AddRow(new RowSource("mpfs", 1), int.MinValue, int.MaxValue, TableCell.Of(code), TableCell.Of(global));
        }

        return builder.Build(out _)!; // Made without a mistake.
    }

    private static TableColumn Column(string name) => new(name, ColumnType.Code, CodeSystem.Procedure, true);
}
