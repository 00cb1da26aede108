using System.Runtime.CompilerServices;
using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Tables;

/// <content>Look-ups.</content>
internal sealed unsafe partial class Table
{
    /// <summary>The row with exactly this key in force on a day.</summary>
    /// <param name="key">
    /// One number for each key column, in their order: <see cref="Code.Packed"/> for codes, <c>KeyOf</c> for texts and numbers. 0 stands for the empty
    /// cell of a column of codes or numbers.
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

        FirstEntry rows = FindFirst(key[0]);
        int row = rows.End == 0 ? -1
            : key.Length == 1 ? InForce((int)rows.Start, (int)rows.End, day)
            : FindInStretch(rows, key, day);
        GC.KeepAlive(this);
        return row;
    }

    /// <summary>All rows, in force or not, whose first key column has this number. O(1).</summary>
    /// <returns>The first of them and the one after the last; equal where there are none.</returns>
    public (int First, int End) FindRows(ulong firstKey)
    {
        FirstEntry rows = FindFirst(firstKey);
        GC.KeepAlive(this);
        return ((int)rows.Start, (int)rows.End);
    }

    /// <summary>The row of a key that is in force on every day: what a look-up finds whose day is not known.</summary>
    /// <param name="key">As for <see cref="FindRow"/>.</param>
    /// <param name="hasRows">Whether the key has rows at all; those with days of their own hang on the day.</param>
    /// <returns>The row, or -1.</returns>
    public int FindRowOfAnyDay(ReadOnlySpan<ulong> key, out bool hasRows)
    {
        hasRows = false;
        (int first, int end) = FindRows(key[0]);
        for (int row = first; row < end; row++)
        {
            bool same = true;
            for (int i = 1; i < key.Length; i++)
            {
                same &= GetKey(row, i) == key[i];
            }

            if (same && GetFrom(row) == int.MinValue && GetThrough(row) == int.MaxValue)
            {
                hasRows = true;
                return row;
            }

            hasRows |= same;
        }

        return -1;
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

    /// <summary>The number that an exact number stands under in a key column of numbers.</summary>
    /// <returns><see cref="ulong.MaxValue"/>, which no row has, where the column can have no such number.</returns>
    public ulong KeyOf(int column, Rational number)
    {
        KeyColumn(column);
        int scale = Typed(column, ColumnType.Number).Scale;
        GC.KeepAlive(this);
        return NumberKey.Of(number, scale);
    }

    // INVARIANT: the places read here are inside of the image: counts and stretches were checked when the table was made. A file that is mapped in
    // place may have changed since: the probe ends, and a stretch is checked again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FirstEntry FindFirst(ulong key)
    {
        uint place = KeyHash.Slot(KeyHash.Of(key), _firstPlaces);
        for (uint left = _firstPlaces; left > 0 && _firstIndex[place].End != 0; left--)
        {
            if (_firstIndex[place].Key == key)
            {
                FirstEntry found = _firstIndex[place];
                if (found.Start >= found.End || found.End > (uint)RowCount)
                {
                    Cells.Outside();
                }

                return found;
            }

            place = place + 1 == _firstPlaces ? 0 : place + 1;
        }

        return default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindInStretch(FirstEntry rows, ReadOnlySpan<ulong> key, int day)
    {
        ulong hash = key.Length == 2 ? KeyHash.Of(key[1]) : KeyHash.Of(key[1..]);
        ulong bit = ((ulong)rows.Start * RowIndex.FilterBits) + KeyHash.Bit(hash, (rows.End - rows.Start) * RowIndex.FilterBits);
        return (_filter[bit >> 5] & (1u << (int)bit)) == 0 ? -1 : FindByHash(rows, hash, key, day);
    }

    private int FindByHash(FirstEntry rows, ulong hash, ReadOnlySpan<ulong> key, int day)
    {
        uint count = (rows.End - rows.Start) * RowIndex.Slots;
        uint* slots = _rowSlots + ((ulong)rows.Start * RowIndex.Slots);
        uint slot = KeyHash.Slot(hash, count);
        for (uint left = count; left > 0 && slots[slot] != 0; left--)
        {
            // In a damaged file this may be any row: reading it is checked.
            int row = (int)(rows.Start + slots[slot] - 1);
            if (HasRestOfKey(row, key))
            {
                return InForce(row, day);
            }

            slot = slot + 1 == count ? 0 : slot + 1;
        }

        return -1;
    }

    private bool HasRestOfKey(int row, ReadOnlySpan<ulong> key)
    {
        for (int i = 1; i < key.Length; i++)
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
