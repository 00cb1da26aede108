using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace EditEngine.Tables;

/// <summary>Finds the rows of a table by their keys. Whoever asks keeps the table alive.</summary>
/// <remarks>
/// INVARIANT: the places read here are inside of the image: counts and stretches are checked when the table is made. A file that is mapped in place may have changed since: a probe ends, and a stretch is
/// checked again.
/// </remarks>
internal readonly unsafe struct KeyIndex
{
    // More rows of one first key are looked for by a filter, and seldom read.
    private const int FewRows = 16;

    private readonly ColumnView[] _columns;
    private readonly Cells _from;
    private readonly Cells _through;
    private readonly FirstEntry* _firstIndex;
    private readonly uint* _rowSlots;
    private readonly uint* _filter;
    private readonly uint _firstPlaces;
    private readonly int _rowCount;
    private readonly int _keyCount;

    /// <summary>The index in an image.</summary>
    /// <param name="layout">Where its parts stand.</param>
    /// <param name="columns">The table's columns, key columns first.</param>
    /// <param name="keyCount">How many of them are keys.</param>
    /// <param name="from">First days of the rows.</param>
    /// <param name="through">Last days of the rows.</param>
    /// <param name="body">The image.</param>
    /// <exception cref="InvalidDataException">A part lies outside of the image, or a stretch outside of the table.</exception>
    public KeyIndex(TableLayout layout, ColumnView[] columns, int keyCount, Cells from, Cells through, ImageBody body)
    {
        (_columns, _from, _through, _rowCount, _keyCount) = (columns, from, through, layout.RowCount, keyCount);
        _firstIndex = (FirstEntry*)body.At(layout.FirstIndex, layout.FirstIndex.Length);
        _firstPlaces = checked((uint)(layout.FirstIndex.Length / sizeof(FirstEntry)));
        _rowSlots = (uint*)body.At(layout.RowSlots, 4L * RowIndex.SlotCount(layout.RowCount, keyCount));
        _filter = (uint*)body.At(layout.Filter, 4L * RowIndex.FilterWords(layout.RowCount, keyCount));
        RequireFirstIndex();
    }

    /// <summary>The row of a whole key on a day; -1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<ulong> key, int day)
    {
        FirstEntry rows = FindFirst(key[0]);
        return rows.End == 0 ? -1
            : key.Length == 1 ? InForce((int)rows.Start, (int)rows.End, day)
            : FindAmong(rows.Start, rows.End, key, day);
    }

    /// <summary>The same, where the rows of the key's first part are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindAmong(uint start, uint end, ReadOnlySpan<ulong> key, int day)
    {
        ulong hash = key.Length == 2 ? KeyHash.Of(key[1]) : KeyHash.Of(key[1..]);
        ulong bit = ((ulong)start * RowIndex.FilterBits) + KeyHash.Bit(hash, (end - start) * RowIndex.FilterBits);
        return (_filter[bit >> 5] & (1u << (int)bit)) == 0 ? -1 : FindByHash(start, end, hash, key, day);
    }

    /// <summary>The rows of a first key; an empty entry where there are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FirstEntry FindFirst(ulong key)
    {
        uint place = KeyHash.Slot(KeyHash.Of(key), _firstPlaces);
        for (uint left = _firstPlaces; left > 0 && _firstIndex[place].End != 0; left--)
        {
            if (_firstIndex[place].Key == key)
            {
                FirstEntry found = _firstIndex[place];
                if (found.Start >= found.End || found.End > (uint)_rowCount)
                {
                    Cells.Outside();
                }

                return found;
            }

            place = place + 1 == _firstPlaces ? 0 : place + 1;
        }

        return default;
    }

    /// <summary>Has fetched from memory where a first key stands. It changes nothing that can be seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchFirst(ulong key)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(_firstIndex + KeyHash.Slot(KeyHash.Of(key), _firstPlaces));
        }
    }

    /// <summary>Has fetched what rows of one first key are found by: their filter and, of few rows, where they stand and their keys and days.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="end">The one after the last; equal: there are none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchRows(int first, int end)
    {
        if (!Sse.IsSupported || first == end)
        {
            return;
        }

        if (_keyCount > 1)
        {
            Sse.Prefetch0(_filter + (((long)first * RowIndex.FilterBits) >> 5));
        }

        if (end - first <= FewRows)
        {
            Sse.Prefetch0(_from.At(first));
            if (_keyCount > 1)
            {
                Sse.Prefetch0(_rowSlots + ((long)first * RowIndex.Slots));
            }
        }
    }

    /// <summary>Whether every slot names a row of its own stretch.</summary>
    public bool SlotsAreInside()
    {
        for (uint i = 0; i < _firstPlaces && _keyCount > 1; i++)
        {
            FirstEntry entry = _firstIndex[i];
            uint count = entry.End == 0 ? 0 : entry.End - entry.Start;
            ReadOnlySpan<uint> slots = new(_rowSlots + ((ulong)entry.Start * RowIndex.Slots), checked((int)(count * RowIndex.Slots)));
            if (slots.ContainsAnyExceptInRange(0U, count))
            {
                return false;
            }
        }

        return true;
    }

    // Once, so that look-ups need not check it: every stretch lies inside of the table, and there is an empty place to stop at.
    private void RequireFirstIndex()
    {
        bool inside = true;
        bool stops = false;
        for (uint i = 0; i < _firstPlaces; i++)
        {
            FirstEntry entry = _firstIndex[i];
            inside &= entry.End == 0 || (entry.Start < entry.End && entry.End <= (uint)_rowCount);
            stops |= entry.End == 0;
        }

        if (!inside || !stops)
        {
            throw new InvalidDataException("an index does not fit its table");
        }
    }

    private int FindByHash(uint start, uint end, ulong hash, ReadOnlySpan<ulong> key, int day)
    {
        uint count = (end - start) * RowIndex.Slots;
        uint* slots = _rowSlots + ((ulong)start * RowIndex.Slots);
        uint slot = KeyHash.Slot(hash, count);
        for (uint left = count; left > 0 && slots[slot] != 0; left--)
        {
            // In a damaged file this may be any row: reading it is checked.
            int row = (int)(start + slots[slot] - 1);
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
            if (row == _rowCount || !SameKey(first, row))
            {
                return -1;
            }
        }

        return -1;
    }

    private bool SameKey(int left, int right)
    {
        for (int i = _keyCount - 1; i >= 0; i--)
        {
            if (_columns[i].Id(left) != _columns[i].Id(right))
            {
                return false;
            }
        }

        return true;
    }
}
