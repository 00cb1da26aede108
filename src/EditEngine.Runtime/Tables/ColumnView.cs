using System.Runtime.CompilerServices;

namespace EditEngine.Tables;

/// <summary>One column of an image.</summary>
internal sealed unsafe class ColumnView
{
    private readonly Cells _rows;
    private readonly ulong* _codes;
    private readonly Cells _textStarts;
    private readonly char* _chars;
    private readonly int _charCount;
    private string?[]? _texts;

    public ColumnView(TableLayout table, int place, ImageBody body)
    {
        ColumnLayout layout = table.Columns[place];
        Column = layout.Column;
        Scale = layout.Scale;
        DictionaryCount = layout.DictionaryCount;
        _rows = Column.IsKey
            ? body.Cells(table.Records, table.RowCount, table.Stride, table.OffsetOf(place), layout.Width)
            : body.Cells(layout.Rows, table.RowCount, layout.Width);
        switch (Column.Type)
        {
            case ColumnType.Code:
            case ColumnType.Number when Column.IsKey:
                _codes = (ulong*)body.At(layout.Dictionary, 8L * DictionaryCount);
                break;
            case ColumnType.Text:
                _textStarts = body.Cells(layout.Dictionary, DictionaryCount + 1, 4);
                _chars = (char*)body.At(layout.Texts, layout.Texts.Length);
                _charCount = checked((int)(layout.Texts.Length / 2));
                break;
        }
    }

    /// <exception cref="InvalidDataException">A row names a code or text that there is none of, or texts do not follow one another.</exception>
    public void RequireReferences()
    {
        bool isOfDictionary = Column.Type is ColumnType.Code or ColumnType.Text || _codes != null;
        bool fits = !isOfDictionary || _rows.AreBelow((uint)DictionaryCount);
        for (int id = 0; id < _textStarts.Count && fits; id++)
        {
            uint next = id + 1 < _textStarts.Count ? _textStarts[id + 1] : (uint)_charCount;
            fits = _textStarts[id] <= next && next <= (uint)_charCount;
        }

        if (!fits)
        {
            throw new InvalidDataException("a row refers to what is not there");
        }
    }

    public TableColumn Column { get; }

    public int Scale { get; }

    public int DictionaryCount { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Id(int row) => _rows[row];

    /// <summary>The digits of a number; those of a key stand in the dictionary.</summary>
    public long Signed(int row) => _codes != null ? NumberKey.Digits(CodeOfId(_rows[row])) : _rows.Signed(row);

    public int Int(int row) => _rows.Int(row);

    public ulong Code(int row) => CodeOfId(_rows[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong CodeOfId(uint id)
    {
        if (id >= (uint)DictionaryCount)
        {
            Cells.Outside();
        }

        return _codes[id];
    }

    /// <summary>The number a row stands under in keys: the packed code, the <see cref="NumberKey"/>, or the id of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Key(int row)
    {
        uint id = _rows[row];
        return _codes != null ? CodeOfId(id) : id;
    }

    /// <summary>The text; each is made once and kept, so that look-ups do not allocate.</summary>
    public string? Text(int row)
    {
        uint id = _rows[row];
        if (id >= (uint)DictionaryCount)
        {
            Cells.Outside();
        }

        _texts ??= new string?[DictionaryCount];
        string text = _texts[id] ??= new string(TextOfId((int)id));
        return text.Length == 0 ? null : text;
    }

    public ReadOnlySpan<char> TextOfId(int id)
    {
        uint start = _textStarts[id];
        uint end = _textStarts[id + 1];
        return new ReadOnlySpan<char>(_chars, _charCount)[(int)start..(int)end];
    }

    /// <summary>The id of a text in a key column, whose dictionary is in ordinal order of upper case; -1 where there is none.</summary>
    public int FindText(ReadOnlySpan<char> text)
    {
        int low = 0;
        int high = DictionaryCount - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = TextOfId(middle).CompareTo(text, StringComparison.OrdinalIgnoreCase);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }
}
