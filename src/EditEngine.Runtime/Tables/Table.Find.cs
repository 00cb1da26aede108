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

        int row = _index.Find(key, day);
        GC.KeepAlive(this);
        return row;
    }

    /// <summary>The row of a key of two parts, where the rows of its first part are known: what <see cref="FindRow"/> finds.</summary>
    /// <param name="first">The rows, as <see cref="FindRows"/> says; equal ends: none.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="key">The whole key.</param>
    /// <param name="day">A <see cref="DateOnly.DayNumber"/>.</param>
    /// <returns>The row, or -1.</returns>
    public int FindRowAmong(int first, int end, ReadOnlySpan<ulong> key, int day)
    {
        if (key.Length != KeyCount)
        {
            WrongKeyLength();
        }

        int row = first == end ? -1 : _index.FindAmong((uint)first, (uint)end, key, day);
        GC.KeepAlive(this);
        return row;
    }

    /// <summary>All rows, in force or not, whose first key column has this number. O(1).</summary>
    /// <returns>The first of them and the one after the last; equal where there are none.</returns>
    public (int First, int End) FindRows(ulong firstKey)
    {
        FirstEntry rows = _index.FindFirst(firstKey);
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

    /// <summary>Has fetched from memory where a first key stands: it is asked soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchFirst(ulong key) => _index.FetchFirst(key);

    /// <summary>Has fetched from memory what rows of one first key are found by: they are asked soon.</summary>
    /// <param name="first">The first of them, as <see cref="FindRows"/> says.</param>
    /// <param name="end">The one after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchRows(int first, int end) => _index.FetchRows(first, end);

    private void WrongKeyLength() => throw new ArgumentException($"Table '{Name}' has {KeyCount} key columns.", "key");
}
