using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Tables;

/// <summary>Rows by key and day: what a rule looks up. Immutable, safe from any thread.</summary>
/// <remarks>
/// Made by <see cref="TableBuilder"/>, or read from a file by <see cref="TableFile"/>; both are the same bytes and answer alike.
/// The memory is given back when the table is no longer referenced. Rows are sorted by their key columns, then by their first day. A key has
/// at most one row in force on any day. No look-up allocates, apart from the first reading of a text.
/// </remarks>
internal sealed unsafe partial class Table
{
    private static int _made;

    private readonly object _owner;
    private readonly byte* _image;
    private readonly long _length;
    private readonly ColumnView[] _columns;
    private readonly Cells _from;
    private readonly Cells _through;
    private readonly KeyIndex _index;
    private readonly Cells _lines;
    private readonly Cells _originIds;
    private readonly ImmutableArray<RowSource> _origins;

    /// <summary>A view of an image whose header was checked.</summary>
    /// <param name="owner">Keeps the memory at <paramref name="image"/> as long as it is referenced.</param>
    /// <param name="image">First byte.</param>
    /// <param name="length">Number of bytes.</param>
    /// <exception cref="InvalidDataException">The layout does not fit the image. Other exceptions of <see cref="BinaryReader"/> mean the same.</exception>
    internal Table(object owner, byte* image, long length)
    {
        _owner = owner;
        _image = image;
        _length = length;
        var header = new ReadOnlySpan<byte>(image, TableImage.HeaderLength);
        int layoutLength = TableImage.LayoutLengthOf(header);
        long bodyAt = TableImage.BodyAt(layoutLength);
        if (layoutLength < 0 || bodyAt > length)
        {
            throw new InvalidDataException("the layout lies outside of the file");
        }

        TableLayout layout = TableImage.ReadLayout(new ReadOnlySpan<byte>(image + TableImage.HeaderLength, layoutLength).ToArray());
        var body = new ImageBody(image + bodyAt, length - bodyAt);
        Name = layout.Name;
        RowCount = layout.RowCount;
        ContentHash = Convert.ToHexStringLower(header.Slice(TableImage.HashAt, 32));
        Columns = [.. layout.Columns.Select(column => column.Column)];
        KeyCount = Columns.Count(column => column.IsKey);
        _columns = [.. layout.Columns.Select((_, place) => new ColumnView(layout, place, body))];
        _from = body.Cells(layout.Records, RowCount, layout.Stride, 0, 4);
        _through = body.Cells(layout.Records, RowCount, layout.Stride, 4, 4);
        _index = new KeyIndex(layout, _columns, KeyCount, _from, _through, body);
        _lines = body.Cells(layout.Lines, RowCount, 4);
        _originIds = body.Cells(layout.OriginIds, RowCount, layout.OriginWidth);
        _origins = layout.Origins;
        TableColumns.Require(Columns);
        if (layout.Columns.Any(column => column.Scale > TableCell.MaxScale))
        {
            throw new InvalidDataException("a number has too many decimals");
        }

        RequireReferences(layout);
    }

    /// <summary>A number above 0 that no other table of this process has: it stands for the table where a reference would be dear to keep.</summary>
    public int Number { get; } = Interlocked.Increment(ref _made);

    /// <summary>The table's name, as rules call it.</summary>
    public string Name { get; }

    /// <summary>Its columns, key columns first.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>How many of the columns are keys, 1 or more.</summary>
    public int KeyCount { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Hex SHA-256 over columns and rows: what a rule can see. Name, file names, lines and releases do not change it.</summary>
    public string ContentHash { get; }

    /// <summary>Position of a column by its name, letter case aside; -1 where there is none.</summary>
    public int FindColumn(string name)
    {
        for (int i = 0; i < Columns.Length; i++)
        {
            if (string.Equals(Columns[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Any key column's number: <see cref="Code.Packed"/>, or what <c>KeyOf</c> gives for a text or a number.</summary>
    public ulong GetKey(int row, int column)
    {
        ulong key = KeyColumn(column).Key(row);
        GC.KeepAlive(this);
        return key;
    }

    /// <summary>A code's <see cref="Code.Packed"/>; 0 for an empty cell.</summary>
    public ulong GetCode(int row, int column)
    {
        ulong code = Typed(column, ColumnType.Code).Code(row);
        GC.KeepAlive(this);
        return code;
    }

    /// <summary>A text as seen; null for an empty cell. In a key column one spelling stands for all that differ in letter case only.</summary>
    public string? GetText(int row, int column)
    {
        string? text = Typed(column, ColumnType.Text).Text(row);
        GC.KeepAlive(this);
        return text;
    }

    /// <summary>An exact number.</summary>
    /// <returns>False for an empty cell.</returns>
    public bool TryGetNumber(int row, int column, out Rational value)
    {
        ColumnView view = Typed(column, ColumnType.Number);
        long number = view.Signed(row);
        GC.KeepAlive(this);
        value = number == long.MinValue ? default : Rational.Scaled(number, view.Scale);
        return number != long.MinValue;
    }

    /// <summary>A day as <see cref="DateOnly.DayNumber"/>; <see cref="int.MinValue"/> for an empty cell.</summary>
    public int GetDate(int row, int column)
    {
        int day = Typed(column, ColumnType.Date).Int(row);
        GC.KeepAlive(this);
        return day;
    }

    /// <summary>Yes, no, or null for an empty cell.</summary>
    public bool? GetYesNo(int row, int column)
    {
        uint value = Typed(column, ColumnType.YesNo).Id(row);
        GC.KeepAlive(this);
        return value switch { 0 => false, 1 => true, _ => null };
    }

    /// <summary>First day a row is in force, as day number; <see cref="int.MinValue"/> where it has no beginning.</summary>
    public int GetFrom(int row)
    {
        int day = _from.Int(row);
        GC.KeepAlive(this);
        return day;
    }

    /// <summary>Last day a row is in force; <see cref="int.MaxValue"/> where it has no end. The day before the first: it never was in force.</summary>
    public int GetThrough(int row)
    {
        int day = _through.Int(row);
        GC.KeepAlive(this);
        return day;
    }

    /// <summary>Where a row came from.</summary>
    public RowSource GetSource(int row)
    {
        uint origin = _originIds[row];
        if (origin >= (uint)_origins.Length)
        {
            Cells.Outside();
        }

        RowSource source = _origins[(int)origin] with { Line = _lines[row] };
        GC.KeepAlive(this);
        return source;
    }

    internal void WriteTo(Stream stream)
    {
        const int Chunk = 1 << 20;
        for (long at = 0; at < _length; at += Chunk)
        {
            stream.Write(new ReadOnlySpan<byte>(_image + at, (int)Math.Min(Chunk, _length - at)));
        }

        GC.KeepAlive(this);
    }

    /// <summary>How its file begins: length, checksum and content hash are in it.</summary>
    internal ReadOnlySpan<byte> Header => new(_image, TableImage.HeaderLength);

    /// <summary>Whether a stream goes on, from where it is, with the bytes of this table and no others.</summary>
    internal bool HasContentOf(Stream stream)
    {
        const int Chunk = 1 << 20;
        byte[] buffer = new byte[Chunk];
        bool same = true;
        for (long at = 0; at < _length && same; at += Chunk)
        {
            Span<byte> read = buffer.AsSpan(0, (int)Math.Min(Chunk, _length - at));
            same = stream.ReadAtLeast(read, read.Length, throwOnEndOfStream: false) == read.Length && read.SequenceEqual(new ReadOnlySpan<byte>(_image + at, read.Length));
        }

        GC.KeepAlive(this);
        return same && stream.ReadByte() < 0;
    }

    /// <summary>Whether another table has the same bytes.</summary>
    internal bool HasContentOf(Table other)
    {
        bool same = _length == other._length && new ReadOnlySpan<byte>(_image, (int)_length).SequenceEqual(new ReadOnlySpan<byte>(other._image, (int)_length));
        GC.KeepAlive(this);
        GC.KeepAlive(other);
        return same;
    }

    internal int ScaleOf(int column) => _columns[column].Scale;

    internal long GetScaled(int row, int column)
    {
        long number = _columns[column].Signed(row);
        GC.KeepAlive(this);
        return number;
    }

    /// <summary>Once: what a row or a slot refers to is there, so that a table of a damaged file is refused and no look-up meets the damage.</summary>
    private void RequireReferences(TableLayout layout)
    {
        foreach (ColumnView column in _columns)
        {
            column.RequireReferences();
        }

        bool known = _originIds.AreBelow((uint)_origins.Length);
        if (!known || !_index.SlotsAreInside())
        {
            throw new InvalidDataException("a row refers to what is not there");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ColumnView Typed(int column, ColumnType type)
    {
        ColumnView view = _columns[column];
        if (view.Column.Type != type)
        {
            throw new ArgumentException($"Column '{view.Column.Name}' of table '{Name}' holds {view.Column.Type}, not {type}.", nameof(column));
        }

        return view;
    }

    private ColumnView KeyColumn(int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, KeyCount);
        return _columns[column];
    }
}
