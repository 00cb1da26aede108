using System.Globalization;

namespace EditEngine.Tables;

/// <summary>Numbers while rows are added: what has the most decimals says how all are kept.</summary>
internal interface INumberCells
{
    /// <summary>The column.</summary>
    TableColumn Column { get; }

    /// <summary>Decimals of the column.</summary>
    int Scale { get; }

    /// <summary>The number as it was given.</summary>
    string Text(int row);

    /// <summary>The number with the decimals of the column; null where that does not fit.</summary>
    long? Scaled(int row);
}

/// <summary>A key column of numbers. Equal numbers are one key, however they were written.</summary>
internal sealed class NumberKeyColumnBuilder(TableColumn column) : DictionaryColumnBuilder(column), INumberCells
{
    private readonly Dictionary<DecimalDigits, int> _ids = [];
    private readonly List<DecimalDigits> _numbers = [];

    public int Scale { get; private set; }

    public override int DictionaryCount => _numbers.Count;

    public string Text(int row) => _numbers[Seen(row)].Text;

    public long? Scaled(int row) => _numbers[Seen(row)].WithDecimals(Scale);

    public override ulong Key(int row) => KeyOf(_numbers[Seen(row)]);

    public override string Shown(int row) => Text(row);

    public override ColumnLayout Write(ImageWriter writer, ReadOnlySpan<int> order)
    {
        (Section rows, byte width) = WriteRows(writer, order);
        ulong[] sorted = [.. _numbers.Select(KeyOf)];
        Array.Sort(sorted);
        return new ColumnLayout(Column, width, (byte)Scale, rows, sorted.Length, writer.Add<ulong>(sorted), default);
    }

    protected override int Intern(in TableCell cell)
    {
        DecimalDigits number = DecimalDigits.Of(cell);
        if (!_ids.TryGetValue(number, out int id))
        {
            id = _numbers.Count;
            _ids.Add(number, id);
            _numbers.Add(number);
            Scale = Math.Max(Scale, number.Decimals);
        }

        return id;
    }

    protected override int[] SortDictionary()
    {
        ulong[] sorted = [.. _numbers.Select(KeyOf)];
        int[] seenOfRank = new int[sorted.Length];
        for (int i = 0; i < seenOfRank.Length; i++)
        {
            seenOfRank[i] = i;
        }

        Array.Sort(sorted, seenOfRank);
        return seenOfRank;
    }

    // A number that is too long with the decimals of the column is in no row that stays.
    private ulong KeyOf(DecimalDigits number) => number.WithDecimals(Scale) is long digits ? NumberKey.Of(digits) : ulong.MaxValue;
}

/// <summary>A decimal number as its digits and how many of them stand behind the point; <see cref="long.MinValue"/> is the empty cell.</summary>
internal readonly record struct DecimalDigits(long Digits, int Decimals)
{
    /// <summary>Of a cell of a number column.</summary>
    public static DecimalDigits Of(in TableCell cell) => cell.IsEmpty ? new DecimalDigits(long.MinValue, 0) : new DecimalDigits((long)cell.Bits, cell.Scale);

    /// <summary>As it was given.</summary>
    public string Text
    {
        get
        {
            if (Digits == long.MinValue)
            {
                return "";
            }

            decimal number = Digits;
            for (int left = Decimals; left > 0; left--)
            {
                number /= 10m;
            }

            return number.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The digits with as many decimals as said, no fewer than it has; null where that does not fit.</summary>
    public long? WithDecimals(int decimals)
    {
        long digits = Digits;
        for (int has = Decimals; has < decimals && digits != long.MinValue; has++)
        {
            if (digits is > long.MaxValue / 10 or < -(long.MaxValue / 10))
            {
                return null;
            }

            digits *= 10;
        }

        return digits;
    }
}
