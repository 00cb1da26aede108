using System.Runtime.CompilerServices;

namespace EditEngine.Formats.X12.Fast;

/// <summary>One segment as it lies in the buffer, between positions of the index.</summary>
internal readonly ref struct FastSegment(ReadOnlySpan<byte> buffer, ReadOnlySpan<int> positions, int first, int elements, PartEnds parts)
{
    private readonly ReadOnlySpan<byte> _buffer = buffer;
    private readonly ReadOnlySpan<int> _positions = positions;
    private readonly int _first = first;

    /// <summary>The bytes that it lies in.</summary>
    public ReadOnlySpan<byte> Buffer => _buffer;

    /// <summary>Where its composites were cut, once its elements were checked.</summary>
    public PartEnds Parts => parts;

    /// <summary>How many elements follow the id.</summary>
    public int ElementCount => elements;

    /// <summary>The element at a position from 1; empty where there is none.</summary>
    public ReadOnlySpan<byte> this[int element]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => element <= ElementCount ? _buffer[Start(element)..End(element)] : default;
    }

    /// <summary>True where an element has something in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int element) => element <= ElementCount && End(element) > Start(element);

    /// <summary>Where an element that is there begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(int element) => _positions[_first + element - 1] + 1;

    /// <summary>Where an element that is there ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int End(int element) => _positions[_first + element];

    /// <summary>The position, in those of the index, of the end of its id.</summary>
    public int First => _first;

    /// <summary>A component of a composite that was checked, both from 1; empty where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Component(int element, int component)
    {
        if (!Has(element))
        {
            return default;
        }

        (int start, int end) = Parts.Of(element, component, Start(element));
        return _buffer[start..end];
    }
}

/// <summary>Where the components of one segment's composites end.</summary>
internal sealed class PartEnds
{
    private const int MostElements = 32;
    private const int MostParts = 256;

    private readonly byte[] _first = new byte[MostElements + 1];
    private readonly byte[] _count = new byte[MostElements + 1];
    private readonly int[] _ends = new int[MostParts];
    private int _next;

    /// <summary>Begins a segment.</summary>
    public void Clear() => _next = 0;

    /// <summary>Begins a composite.</summary>
    public void Begin(int element)
    {
        _first[element] = (byte)_next;
        _count[element] = 0;
    }

    /// <summary>Adds the end of a component.</summary>
    public void Add(int element, int end)
    {
        _ends[_next++] = end;
        _count[element]++;
    }

    /// <summary>How many components a composite has that was cut.</summary>
    public int CountOf(int element) => _count[element];

    /// <summary>Where a component stands; nowhere where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Start, int End) Of(int element, int component, int start)
    {
        if (component > _count[element])
        {
            return (start, start);
        }

        int at = _first[element] + component - 1;
        return (component == 1 ? start : _ends[at - 1] + 1, _ends[at]);
    }
}
