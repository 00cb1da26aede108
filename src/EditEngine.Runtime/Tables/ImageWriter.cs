using System.Runtime.InteropServices;

namespace EditEngine.Tables;

/// <summary>Puts sections one after the other, then header, layout and sections into one image.</summary>
internal sealed class ImageWriter
{
    private readonly List<byte[]> _sections = [];
    private long _length;

    public Section Add<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        byte[] bytes = MemoryMarshal.AsBytes(values).ToArray();
        var section = new Section(_length, bytes.Length);
        _sections.Add(bytes);
        _length += Padded(bytes.Length);
        return section;
    }

    /// <summary>Ids below a count, in as few bytes as hold them; none at all where there is but one.</summary>
    public (Section Rows, byte Width) AddIds(uint[] ids, int count)
    {
        byte width = WidthOfIds(count);
        Section rows = width switch
        {
            0 => Add<byte>([]),
            1 => Add<byte>(Array.ConvertAll(ids, id => (byte)id)),
            2 => Add<ushort>(Array.ConvertAll(ids, id => (ushort)id)),
            _ => Add<uint>(ids),
        };
        return (rows, width);
    }

    public static byte WidthOfIds(int count) => count switch { <= 1 => 0, <= 1 << 8 => 1, <= 1 << 16 => 2, _ => 4 };

    /// <summary>Signed numbers in as few bytes as hold them; the least of each width stands for <see cref="long.MinValue"/>.</summary>
    public (Section Rows, byte Width) AddNumbers(long[] numbers)
    {
        long least = 0;
        long most = 0;
        foreach (long number in numbers)
        {
            if (number != long.MinValue)
            {
                least = Math.Min(least, number);
                most = Math.Max(most, number);
            }
        }

        if (least > sbyte.MinValue && most <= sbyte.MaxValue)
        {
            return (Add<sbyte>(Array.ConvertAll(numbers, n => n == long.MinValue ? sbyte.MinValue : (sbyte)n)), 1);
        }

        if (least > short.MinValue && most <= short.MaxValue)
        {
            return (Add<short>(Array.ConvertAll(numbers, n => n == long.MinValue ? short.MinValue : (short)n)), 2);
        }

        if (least > int.MinValue && most <= int.MaxValue)
        {
            return (Add<int>(Array.ConvertAll(numbers, n => n == long.MinValue ? int.MinValue : (int)n)), 4);
        }

        return (Add<long>(numbers), 8);
    }

    /// <summary>The image, unsealed, in memory that does not move.</summary>
    public byte[] ToImage(TableLayout layout)
    {
        byte[] written = TableImage.WriteLayout(layout);
        long at = TableImage.BodyAt(written.Length);
        byte[] image = GC.AllocateArray<byte>(checked((int)(at + _length)), pinned: true);
        written.CopyTo(image, TableImage.HeaderLength);
        for (int i = 0; i < _sections.Count; i++)
        {
            _sections[i].CopyTo(image, at);
            at += Padded(_sections[i].Length);
            _sections[i] = [];
        }

        TableImage.WriteHeader(image, written.Length);
        return image;
    }

    private static long Padded(long length) => (length + 7) & ~7L;
}
