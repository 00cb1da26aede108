using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace EditEngine.Formats.Json;

/// <summary>Gathers the items of one list, so that only the list's own array is made: the first in place, from the second on in a borrowed array.</summary>
internal ref struct PooledList<T>
{
    private T _first;
    private T[]? _items;

    public int Count { get; private set; }

    public void Add(T item)
    {
        if (Count == 0)
        {
            (_first, Count) = (item, 1);
            return;
        }

        if (_items is null)
        {
            _items = ArrayPool<T>.Shared.Rent(16);
            _items[0] = _first;
        }

        if (Count == _items.Length)
        {
            T[] larger = ArrayPool<T>.Shared.Rent(Count * 2);
            _items.CopyTo(larger, 0);
            ArrayPool<T>.Shared.Return(_items, clearArray: true);
            _items = larger;
        }

        _items[Count++] = item;
    }

    /// <summary>The items; the borrowed array goes back.</summary>
    public ImmutableArray<T> ToImmutable()
    {
        if (_items is null)
        {
            return Count == 0 ? [] : [_first];
        }

        ImmutableArray<T> made = ImmutableCollectionsMarshal.AsImmutableArray(_items.AsSpan(0, Count).ToArray());
        ArrayPool<T>.Shared.Return(_items, clearArray: true);
        _items = null;
        return made;
    }
}
