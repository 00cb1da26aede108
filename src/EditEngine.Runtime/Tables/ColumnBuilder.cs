using EditEngine.Codes;

namespace EditEngine.Tables;

/// <summary>The cells of one column while rows are added.</summary>
internal abstract class ColumnBuilder
{
    protected ColumnBuilder(TableColumn column) => Column = column;

    public TableColumn Column { get; }

    public static ColumnBuilder For(TableColumn column) => column.Type switch
    {
        ColumnType.Code => new CodeColumnBuilder(column),
        ColumnType.Text => new TextColumnBuilder(column),
        ColumnType.Number when column.IsKey => new NumberKeyColumnBuilder(column),
        ColumnType.Number => new NumberColumnBuilder(column),
        _ => new SmallColumnBuilder(column),
    };

    public abstract void Add(in TableCell cell);

    public abstract bool Same(int left, int right);

    /// <summary>Writes the cells in the order of their rows.</summary>
    public abstract ColumnLayout Write(ImageWriter writer, ReadOnlySpan<int> order);
}

/// <summary>A column whose cells are ids of a dictionary.</summary>
internal abstract class DictionaryColumnBuilder : ColumnBuilder
{
    private readonly List<int> _seen = [];
    private int[] _rankOfSeen = [];

    protected DictionaryColumnBuilder(TableColumn column)
        : base(column)
    {
    }

    public abstract int DictionaryCount { get; }

    public override void Add(in TableCell cell) => _seen.Add(Intern(cell));

    public override bool Same(int left, int right) => _seen[left] == _seen[right];

    public uint Rank(int row) => (uint)_rankOfSeen[_seen[row]];

    /// <summary>Puts the dictionary in order; <see cref="Rank"/> holds from then on until the next row.</summary>
    public void Sort()
    {
        int[] seenOfRank = SortDictionary();
        _rankOfSeen = new int[seenOfRank.Length];
        for (int rank = 0; rank < seenOfRank.Length; rank++)
        {
            _rankOfSeen[seenOfRank[rank]] = rank;
        }
    }

    /// <summary>The number a row's cell stands under in keys.</summary>
    public abstract ulong Key(int row);

    public abstract string Shown(int row);

    protected int Seen(int row) => _seen[row];

    protected abstract int Intern(in TableCell cell);

    /// <summary>Sorts; gives for each rank the id as seen.</summary>
    protected abstract int[] SortDictionary();

    protected (Section Rows, byte Width) WriteRows(ImageWriter writer, ReadOnlySpan<int> order)
    {
        if (Column.IsKey)
        {
            return (default, ImageWriter.WidthOfIds(DictionaryCount));
        }

        var ids = new uint[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            ids[i] = Rank(order[i]);
        }

        return writer.AddIds(ids, DictionaryCount);
    }
}

internal sealed class CodeColumnBuilder(TableColumn column) : DictionaryColumnBuilder(column)
{
    // Keyed by Code, whose hash is mixed.
    private readonly Dictionary<Code, int> _ids = [];
    private readonly List<ulong> _codes = [];
    private ulong _last;
    private int _lastId = -1;

    public override int DictionaryCount => _codes.Count;

    public override ulong Key(int row) => _codes[Seen(row)];

    public override string Shown(int row) => Code.FromPacked(Key(row)).ToString();

    public override ColumnLayout Write(ImageWriter writer, ReadOnlySpan<int> order)
    {
        (Section rows, byte width) = WriteRows(writer, order);
        ulong[] sorted = [.. _codes];
        Array.Sort(sorted);
        return new ColumnLayout(Column, width, 0, rows, sorted.Length, writer.Add<ulong>(sorted), default);
    }

    protected override int Intern(in TableCell cell)
    {
        // Files come sorted: the first column repeats itself.
        if (_lastId >= 0 && _last == cell.Bits)
        {
            return _lastId;
        }

        _last = cell.Bits;
        if (!_ids.TryGetValue(Code.FromPacked(cell.Bits), out _lastId))
        {
            _lastId = _codes.Count;
            _ids.Add(Code.FromPacked(cell.Bits), _lastId);
            _codes.Add(cell.Bits);
        }

        return _lastId;
    }

    protected override int[] SortDictionary()
    {
        ulong[] sorted = [.. _codes];
        int[] seenOfRank = new int[sorted.Length];
        for (int i = 0; i < seenOfRank.Length; i++)
        {
            seenOfRank[i] = i;
        }

        Array.Sort(sorted, seenOfRank);
        return seenOfRank;
    }
}

internal sealed class TextColumnBuilder : DictionaryColumnBuilder
{
    private readonly StringComparer _comparer;
    private readonly Dictionary<string, int> _ids;
    private readonly List<string> _texts = [];
    private string[] _sorted = [];

    public TextColumnBuilder(TableColumn column)
        : base(column)
    {
        // The spelling of a key text does not count, that of any other does.
        _comparer = column.IsKey ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        _ids = new Dictionary<string, int>(_comparer);
    }

    public override int DictionaryCount => _texts.Count;

    public override ulong Key(int row) => Rank(row);

    public override string Shown(int row) => _texts[Seen(row)];

    public override ColumnLayout Write(ImageWriter writer, ReadOnlySpan<int> order)
    {
        (Section rows, byte width) = WriteRows(writer, order);
        var starts = new uint[_sorted.Length + 1];
        for (int i = 0; i < _sorted.Length; i++)
        {
            starts[i + 1] = checked(starts[i] + (uint)_sorted[i].Length);
        }

        char[] chars = string.Concat(_sorted).ToCharArray();
        return new ColumnLayout(Column, width, 0, rows, _sorted.Length, writer.Add<uint>(starts), writer.Add<char>(chars));
    }

    protected override int Intern(in TableCell cell)
    {
        string text = cell.Text ?? "";
        if (_ids.TryGetValue(text, out int id))
        {
            // Whichever row comes first, the same spelling stands for all.
            if (Column.IsKey && string.CompareOrdinal(text, _texts[id]) < 0)
            {
                _texts[id] = text;
            }

            return id;
        }

        _ids.Add(text, _texts.Count);
        _texts.Add(text);
        return _texts.Count - 1;
    }

    protected override int[] SortDictionary()
    {
        _sorted = [.. _texts];
        int[] seenOfRank = new int[_sorted.Length];
        for (int i = 0; i < seenOfRank.Length; i++)
        {
            seenOfRank[i] = i;
        }

        Array.Sort(_sorted, seenOfRank, _comparer);
        return seenOfRank;
    }
}

internal sealed class NumberColumnBuilder(TableColumn column) : ColumnBuilder(column), INumberCells
{
    private readonly List<long> _digits = [];
    private readonly List<byte> _scales = [];

    public int Scale { get; private set; }

    public override void Add(in TableCell cell)
    {
        _digits.Add(cell.IsEmpty ? long.MinValue : (long)cell.Bits);
        _scales.Add((byte)cell.Scale);
        Scale = Math.Max(Scale, cell.Scale);
    }

    public override bool Same(int left, int right) => Scaled(left) == Scaled(right);

    public string Text(int row) => NumberAt(row).Text;

    public long? Scaled(int row) => NumberAt(row).WithDecimals(Scale);

    public override ColumnLayout Write(ImageWriter writer, ReadOnlySpan<int> order)
    {
        var numbers = new long[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            numbers[i] = Scaled(order[i]).GetValueOrDefault();
        }

        (Section rows, byte width) = writer.AddNumbers(numbers);
        return new ColumnLayout(Column, width, (byte)Scale, rows, 0, default, default);
    }

    private DecimalDigits NumberAt(int row) => new(_digits[row], _scales[row]);
}

/// <summary>Days, and yes or no.</summary>
internal sealed class SmallColumnBuilder(TableColumn column) : ColumnBuilder(column)
{
    private const int EmptyYesNo = 2;

    private readonly List<int> _values = [];

    public override void Add(in TableCell cell)
    {
        int empty = Column.Type == ColumnType.Date ? int.MinValue : EmptyYesNo;
        _values.Add(cell.IsEmpty ? empty : (int)cell.Bits);
    }

    public override bool Same(int left, int right) => _values[left] == _values[right];

    public override ColumnLayout Write(ImageWriter writer, ReadOnlySpan<int> order)
    {
        var values = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            values[i] = _values[order[i]];
        }

        bool isDate = Column.Type == ColumnType.Date;
        Section rows = isDate ? writer.Add<int>(values) : writer.AddIds(Array.ConvertAll(values, value => (uint)value), 3).Rows;
        return new ColumnLayout(Column, (byte)(isDate ? 4 : 1), 0, rows, 0, default, default);
    }
}
