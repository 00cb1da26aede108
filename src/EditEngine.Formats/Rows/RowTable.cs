using System.Runtime.CompilerServices;

namespace EditEngine.Formats.Rows;

/// <summary>Rows of one kind, one behind the other in an array that is used again. Row 0 is no row: a number of a row that is 0 says that there is none.</summary>
internal sealed class RowTable<T>
    where T : unmanaged
{
    private T[] _rows;
    private int _count = 1;

    /// <param name="capacity">For how many there is room at first.</param>
    public RowTable(int capacity) => _rows = new T[capacity];

    /// <summary>The number that the next row will have.</summary>
    public int Next => _count;

    /// <summary>A row. The reference is good until a row is added.</summary>
    public ref T this[int row] => ref _rows[row];

    /// <summary>Adds a row with nothing in it.</summary>
    /// <returns>It; good until the next is added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add()
    {
        if (_count == _rows.Length)
        {
            Grow(1);
        }

        ref T row = ref _rows[_count++];
        row = default;
        return ref row;
    }

    /// <summary>Adds a row.</summary>
    /// <returns>Its number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(in T row)
    {
        if (_count == _rows.Length)
        {
            Grow(1);
        }

        _rows[_count] = row;
        return _count++;
    }

    /// <summary>Adds several rows.</summary>
    /// <returns>The number of the first.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AddRange(ReadOnlySpan<T> rows)
    {
        if (rows.Length > _rows.Length - _count)
        {
            Grow(rows.Length);
        }

        rows.CopyTo(_rows.AsSpan(_count));
        int first = _count;
        _count += rows.Length;
        return first;
    }

    /// <summary>Takes back all rows from one on.</summary>
    public void CutTo(int next) => _count = next;

    /// <summary>The rows of a list.</summary>
    public ReadOnlySpan<T> Of(RowRange list) => _rows.AsSpan(list.First, list.Count);

    /// <summary>Adds a row to a list. False, and nothing is added, where rows of another list lie behind its last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAppend(ref RowRange list, in T row)
    {
        if (list.Count == 0)
        {
            list = new RowRange(Add(row), 1);
            return true;
        }

        if (list.First + list.Count != _count)
        {
            return false;
        }

        Add(row);
        list = list with { Count = list.Count + 1 };
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int more) => Array.Resize(ref _rows, Math.Max(_rows.Length * 2, _count + more));
}
