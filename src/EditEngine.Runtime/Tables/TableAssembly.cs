using System.Runtime.InteropServices;

namespace EditEngine.Tables;

/// <summary>Lays out sorted, sound rows as an image: columns, intervals, sources, indexes.</summary>
internal sealed class TableAssembly(
    string name,
    ColumnBuilder[] columns,
    DictionaryColumnBuilder[] keys,
    List<int> from,
    List<int> through,
    List<uint> lines,
    List<int> originIds,
    List<RowSource> origins)
{
    // A miss ends here about fifteen times in sixteen, at 2 bytes a key.
    private const int FilterBitsPerKey = 16;

    private readonly ImageWriter _writer = new();

    public unsafe Table Assemble(int[] order)
    {
        (Section originRows, byte originWidth) = _writer.AddIds(Array.ConvertAll(order, row => (uint)originIds[row]), origins.Count);
        (Section filter, Section rowSlots) = keys.Length > 1 ? WriteRowIndex(order) : (_writer.Add<uint>([]), _writer.Add<uint>([]));
        (Section firstSlots, Section firstStarts) = WriteFirstIndex(order);
        var layout = new TableLayout(
            name,
            order.Length,
            [.. columns.Select(column => column.Write(_writer, order))],
            _writer.Add<int>(Array.ConvertAll(order, row => from[row])),
            _writer.Add<int>(Array.ConvertAll(order, row => through[row])),
            firstSlots,
            firstStarts,
            rowSlots,
            filter,
            _writer.Add<uint>(Array.ConvertAll(order, row => lines[row])),
            originWidth,
            originRows,
            [.. origins]);

        byte[] image = _writer.ToImage(layout);
        byte* start = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(image, 0);
        byte[] hash = TableHash.Of(new Table(image, start, image.Length));
        TableImage.Seal(image, hash);
        return new Table(image, start, image.Length);
    }

    private (Section Slots, Section Starts) WriteFirstIndex(int[] order)
    {
        DictionaryColumnBuilder first = keys[0];
        var starts = new uint[first.DictionaryCount + 1];
        var slots = new uint[SlotCount(first.DictionaryCount)];
        int row = 0;
        for (uint id = 0; id < first.DictionaryCount; id++)
        {
            starts[id] = (uint)row;
            if (row < order.Length && first.Rank(order[row]) == id)
            {
                Insert(slots, KeyHash.Of(first.Key(order[row])), id + 1);
            }

            while (row < order.Length && first.Rank(order[row]) == id)
            {
                row++;
            }
        }

        starts[^1] = (uint)row;
        return (_writer.Add<uint>(slots), _writer.Add<uint>(starts));
    }

    private (Section Filter, Section Slots) WriteRowIndex(int[] order)
    {
        int distinct = 0;
        for (int i = 0; i < order.Length; i++)
        {
            distinct += IsFirstOfKey(order, i) ? 1 : 0;
        }

        var slots = new uint[SlotCount(distinct)];
        var filter = new uint[Math.Clamp((int)((long)distinct * FilterBitsPerKey / 32), 1, (1 << 27) - 1)];
        Span<ulong> key = stackalloc ulong[keys.Length];
        for (int i = 0; i < order.Length; i++)
        {
            if (IsFirstOfKey(order, i))
            {
                for (int part = 0; part < keys.Length; part++)
                {
                    key[part] = keys[part].Key(order[i]);
                }

                ulong hash = KeyHash.Of(key);
                Insert(slots, hash, (uint)i + 1);
                uint bit = KeyHash.Bit(hash, (uint)filter.Length * 32);
                filter[bit >> 5] |= 1u << (int)bit;
            }
        }

        return (_writer.Add<uint>(filter), _writer.Add<uint>(slots));
    }

    private bool IsFirstOfKey(int[] order, int i)
    {
        foreach (DictionaryColumnBuilder key in keys)
        {
            if (i == 0 || !key.Same(order[i - 1], order[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static int SlotCount(int keyCount) => Math.Max(2, checked(2 * keyCount));

    private static void Insert(uint[] slots, ulong hash, uint value)
    {
        uint slot = KeyHash.Slot(hash, (uint)slots.Length);
        while (slots[slot] != 0)
        {
            slot = ++slot == (uint)slots.Length ? 0 : slot;
        }

        slots[slot] = value;
    }
}
