using System.Buffers.Binary;
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
    private readonly ImageWriter _writer = new();

    public unsafe Table Assemble(int[] order)
    {
        (Section originRows, byte originWidth) = _writer.AddIds(Array.ConvertAll(order, row => (uint)originIds[row]), origins.Count);
        List<FirstEntry> stretches = Stretches(order);
        (Section filter, Section rowSlots) = WriteRowIndex(order, stretches);
        var layout = new TableLayout(
            name,
            order.Length,
            [.. columns.Select(column => column.Write(_writer, order))],
            default,
            WriteFirstIndex(stretches),
            rowSlots,
            filter,
            _writer.Add<uint>(Array.ConvertAll(order, row => lines[row])),
            originWidth,
            originRows,
            [.. origins]);

        layout = layout with { Records = WriteRecords(layout, order) };
        byte[] image = _writer.ToImage(layout);
        byte* start = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(image, 0);
        byte[] hash = TableHash.Of(new Table(image, start, image.Length));
        TableImage.Seal(image, hash);
        return new Table(image, start, image.Length);
    }

    private Section WriteRecords(TableLayout layout, int[] order)
    {
        int stride = layout.Stride;
        byte[] records = new byte[checked(order.Length * stride)];
        for (int i = 0; i < order.Length; i++)
        {
            Span<byte> record = records.AsSpan(i * stride, stride);
            BinaryPrimitives.WriteInt32LittleEndian(record, from[order[i]]);
            BinaryPrimitives.WriteInt32LittleEndian(record[4..], through[order[i]]);
            int at = 8;
            for (int part = 0; part < keys.Length; part++)
            {
                uint id = keys[part].Rank(order[i]);
                for (int left = layout.Columns[part].Width; left > 0; left--)
                {
                    record[at++] = (byte)id;
                    id >>= 8;
                }
            }
        }

        return _writer.Add<byte>(records);
    }

    private List<FirstEntry> Stretches(int[] order)
    {
        var stretches = new List<FirstEntry>();
        for (int start = 0; start < order.Length;)
        {
            int end = start + 1;
            while (end < order.Length && keys[0].Same(order[start], order[end]))
            {
                end++;
            }

            stretches.Add(new FirstEntry(keys[0].Key(order[start]), (uint)start, (uint)end));
            start = end;
        }

        return stretches;
    }

    private Section WriteFirstIndex(List<FirstEntry> stretches)
    {
        var places = new FirstEntry[RowIndex.FirstPlaces(stretches.Count)];
        foreach (FirstEntry stretch in stretches)
        {
            uint place = KeyHash.Slot(KeyHash.Of(stretch.Key), (uint)places.Length);
            while (places[place].End != 0)
            {
                place = place + 1 == places.Length ? 0 : place + 1;
            }

            places[place] = stretch;
        }

        return _writer.Add<FirstEntry>(places);
    }

    private (Section Filter, Section Slots) WriteRowIndex(int[] order, List<FirstEntry> stretches)
    {
        var slots = new uint[RowIndex.SlotCount(order.Length, keys.Length)];
        var filter = new uint[RowIndex.FilterWords(order.Length, keys.Length)];
        Span<ulong> rest = stackalloc ulong[keys.Length - 1];
        foreach (FirstEntry stretch in rest.IsEmpty ? [] : stretches)
        {
            Span<uint> slotsHere = slots.AsSpan((int)stretch.Start * RowIndex.Slots, (int)(stretch.End - stretch.Start) * RowIndex.Slots);
            for (int i = (int)stretch.Start; i < stretch.End; i++)
            {
                if (i > stretch.Start && HasKeyOf(order[i - 1], order[i]))
                {
                    continue;
                }

                for (int part = 0; part < rest.Length; part++)
                {
                    rest[part] = keys[part + 1].Key(order[i]);
                }

                ulong hash = KeyHash.Of(rest);
                ulong bit = ((ulong)stretch.Start * RowIndex.FilterBits) + KeyHash.Bit(hash, (stretch.End - stretch.Start) * RowIndex.FilterBits);
                filter[bit >> 5] |= 1u << (int)bit;
                Insert(slotsHere, hash, (uint)i - stretch.Start + 1);
            }
        }

        return (_writer.Add<uint>(filter), _writer.Add<uint>(slots));
    }

    private bool HasKeyOf(int left, int right)
    {
        foreach (DictionaryColumnBuilder key in keys)
        {
            if (!key.Same(left, right))
            {
                return false;
            }
        }

        return true;
    }

    private static void Insert(Span<uint> slots, ulong hash, uint value)
    {
        uint slot = KeyHash.Slot(hash, (uint)slots.Length);
        while (slots[(int)slot] != 0)
        {
            slot = slot + 1 == slots.Length ? 0 : slot + 1;
        }

        slots[(int)slot] = value;
    }
}
