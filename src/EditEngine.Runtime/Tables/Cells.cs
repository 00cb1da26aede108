using System.Runtime.CompilerServices;

namespace EditEngine.Tables;

/// <summary>Numbers of one width side by side in an image. Every read is checked against the count: a crafted file reads nothing outside.</summary>
internal readonly unsafe struct Cells
{
    private readonly byte* _data;
    private readonly int _count;
    private readonly byte _width;

    public Cells(byte* data, int count, byte width)
    {
        _data = data;
        _count = count;
        _width = width;
    }

    public int Count => _count;

    /// <summary>The number at a place, as unsigned.</summary>
    public uint this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)_count)
            {
                Outside();
            }

            return _width switch
            {
                2 => ((ushort*)_data)[index],
                4 => ((uint*)_data)[index],
                1 => _data[index],
                _ => 0,
            };
        }
    }

    /// <summary>The number at a place, as signed; the least number of the width is given as <see cref="long.MinValue"/>.</summary>
    public long Signed(int index)
    {
        if ((uint)index >= (uint)_count)
        {
            Outside();
        }

        return _width switch
        {
            1 => ((sbyte*)_data)[index] is sbyte.MinValue ? long.MinValue : ((sbyte*)_data)[index],
            2 => ((short*)_data)[index] is short.MinValue ? long.MinValue : ((short*)_data)[index],
            4 => ((int*)_data)[index] is int.MinValue ? long.MinValue : ((int*)_data)[index],
            _ => ((long*)_data)[index],
        };
    }

    public int Int(int index) => (int)this[index];

    internal static void Outside() => throw new ArgumentOutOfRangeException("row", "There is no such row, or the table file is damaged.");
}
