using System.Runtime.CompilerServices;

namespace EditEngine.Tables;

/// <summary>Numbers of one width in an image, one a row, side by side or at a place in records. Every read is checked against the count: a crafted file reads nothing outside.</summary>
internal readonly unsafe struct Cells
{
    private readonly byte* _data;
    private readonly int _count;
    private readonly byte _width;
    private readonly ushort _stride;

    public Cells(byte* data, int count, byte width, int stride)
    {
        _data = data;
        _count = count;
        _width = width;
        _stride = (ushort)stride;
    }

    public int Count => _count;

    /// <summary>Where the number at a place stands: to be fetched, never to be read.</summary>
    public byte* At(int index) => _data + ((nint)index * _stride);

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

            // Not a switch: a jump table would be mispredicted wherever widths take turns.
            byte* at = _data + ((nint)index * _stride);
            return _width == 2 ? *(ushort*)at : _width == 4 ? *(uint*)at : _width == 1 ? *at : 0u;
        }
    }

    /// <summary>The number at a place, as signed; the least number of the width is given as <see cref="long.MinValue"/>.</summary>
    public long Signed(int index)
    {
        if ((uint)index >= (uint)_count)
        {
            Outside();
        }

        byte* at = _data + ((nint)index * _stride);
        return _width switch
        {
            1 => *(sbyte*)at is sbyte.MinValue ? long.MinValue : *(sbyte*)at,
            2 => *(short*)at is short.MinValue ? long.MinValue : *(short*)at,
            4 => *(int*)at is int.MinValue ? long.MinValue : *(int*)at,
            8 => *(long*)at,
            _ => 0,
        };
    }

    /// <summary>Whether every number, as unsigned, is less than a bound. True where there are none.</summary>
    public bool AreBelow(uint bound)
    {
        if (_count == 0)
        {
            return true;
        }

        if (bound == 0)
        {
            return false;
        }

        // Side by side they are compared by vectors: a table of millions of rows is asked whenever it is opened.
        return (_width, _width == _stride) switch
        {
            (0, _) => true, // All are zero.
            (1, true) => bound > byte.MaxValue || !new ReadOnlySpan<byte>(_data, _count).ContainsAnyExceptInRange((byte)0, (byte)(bound - 1)),
            (2, true) => bound > ushort.MaxValue || !new ReadOnlySpan<ushort>(_data, _count).ContainsAnyExceptInRange((ushort)0, (ushort)(bound - 1)),
            (4, true) => !new ReadOnlySpan<uint>(_data, _count).ContainsAnyExceptInRange(0U, bound - 1),
            _ => Largest() < bound,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // It runs once, and long: no quick code first.
    private uint Largest()
    {
        uint largest = 0;
        byte* at = _data;
        for (int row = 0; row < _count; row++, at += _stride)
        {
            largest = Math.Max(largest, _width == 2 ? *(ushort*)at : _width == 4 ? *(uint*)at : _width == 1 ? *at : 0u);
        }

        return largest;
    }

    public int Int(int index) => (int)this[index];

    internal static void Outside() => throw new ArgumentOutOfRangeException("row", "There is no such row, or the table file is damaged.");
}
