using EditEngine.Codes;

namespace EditEngine.Tables;

/// <content>Look-ups.</content>
public sealed unsafe partial class Table
{
    /// <summary>The row with exactly this key in force on a day.</summary>
    /// <param name="key">
    /// One number for each key column, in their order: <see cref="Code.Packed"/> for codes, <see cref="KeyOf"/> for texts. 0 stands for the empty
    /// cell of a code column.
    /// </param>
    /// <param name="day">A <see cref="DateOnly.DayNumber"/>.</param>
    /// <returns>The row, or -1.</returns>
    /// <remarks>
    /// O(1). With two or more key columns most misses end at a bit filter. The texts of <see cref="Code.Odd"/> codes are in no table: ask before.
    /// </remarks>
    public int FindRow(ReadOnlySpan<ulong> key, int day)
    {
        if (key.Length != KeyCount)
        {
            WrongKeyLength();
        }

        int row = KeyCount == 1 ? FindByFirst(key[0], day) : FindByAll(key, day);
        GC.KeepAlive(this);
        return row;
    }

    /// <summary>All rows, in force or not, whose first key column has this number. O(1).</summary>
    /// <returns>The first of them and the one after the last; equal where there are none.</returns>
    public (int First, int End) FindRows(ulong firstKey)
    {
        int id = FindFirst(firstKey);
        (int, int) rows = id < 0 ? (0, 0) : (_firstStarts.Int(id), _firstStarts.Int(id + 1));
        GC.KeepAlive(this);
        return rows;
    }

    /// <summary>The number a text stands under in a key column, letter case aside; meaningful in this table only.</summary>
    /// <returns><see cref="ulong.MaxValue"/>, which no row has, where the column has no such text.</returns>
    public ulong KeyOf(int column, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        KeyColumn(column);
        int id = Typed(column, ColumnType.Text).FindText(text);
        GC.KeepAlive(this);
        return id < 0 ? ulong.MaxValue : (ulong)id;
    }

    private int FindByFirst(ulong key, int day)
    {
        int id = FindFirst(key);
        return id < 0 ? -1 : InForce(_firstStarts.Int(id), _firstStarts.Int(id + 1), day);
    }

    private int FindFirst(ulong key)
    {
        ColumnView column = _columns[0];
        uint slot = KeyHash.Slot(KeyHash.Of(key), (uint)_firstSlots.Count);
        for (int left = _firstSlots.Count; left > 0; left--)
        {
            uint id = _firstSlots[(int)slot];
            if (id == 0)
            {
                return -1;
            }

            id--;
            if ((column.Column.Type == ColumnType.Code ? column.CodeOfId(id) : id) == key)
            {
                return (int)id;
            }

            slot = ++slot == (uint)_firstSlots.Count ? 0 : slot;
        }

        return -1;
    }

    private int FindByAll(ReadOnlySpan<ulong> key, int day)
    {
        ulong hash = KeyHash.Of(key);
        uint bit = KeyHash.Bit(hash, _filterBits);
        if ((_filter[(int)(bit >> 5)] & (1u << (int)bit)) == 0)
        {
            return -1;
        }

        uint slot = KeyHash.Slot(hash, (uint)_rowSlots.Count);
        for (int left = _rowSlots.Count; left > 0; left--)
        {
            int row = _rowSlots.Int((int)slot) - 1;
            if (row < 0)
            {
                return -1;
            }

            if (HasKey(row, key))
            {
                return InForce(row, day);
            }

            slot = ++slot == (uint)_rowSlots.Count ? 0 : slot;
        }

        return -1;
    }

    private bool HasKey(int row, ReadOnlySpan<ulong> key)
    {
        for (int i = key.Length - 1; i >= 0; i--)
        {
            if (_columns[i].Key(row) != key[i])
            {
                return false;
            }
        }

        return true;
    }

    private int InForce(int row, int end, int day)
    {
        for (; row < end && _from.Int(row) <= day; row++)
        {
            if (_through.Int(row) >= day)
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>As above, over the rows with the key of <paramref name="first"/>: few, one after the other.</summary>
    private int InForce(int first, int day)
    {
        for (int row = first; _from.Int(row) <= day;)
        {
            if (_through.Int(row) >= day)
            {
                return row;
            }

            row++;
            if (row == RowCount || !SameKey(first, row))
            {
                return -1;
            }
        }

        return -1;
    }

    private bool SameKey(int left, int right)
    {
        for (int i = KeyCount - 1; i >= 0; i--)
        {
            if (_columns[i].Id(left) != _columns[i].Id(right))
            {
                return false;
            }
        }

        return true;
    }

    private void WrongKeyLength() => throw new ArgumentException($"Table '{Name}' has {KeyCount} key columns.", "key");
}
