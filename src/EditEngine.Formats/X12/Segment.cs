namespace EditEngine.Formats.X12;

/// <summary>One segment as it lies in the buffer: valid until the source moves on.</summary>
internal readonly ref struct Segment
{
    private readonly ReadOnlySpan<int> _ends;
    private readonly byte _component;

    public Segment(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ends, byte component, uint id, long offset, int number)
    {
        Bytes = bytes;
        _ends = ends;
        _component = component;
        Id = id;
        Offset = offset;
        Number = number;
    }

    /// <summary>All of it, without the terminator.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Where in <see cref="Bytes"/> its id and each of its elements end.</summary>
    public ReadOnlySpan<int> Ends => _ends;

    /// <summary>Its id as a number; 0 where it is unusable.</summary>
    public uint Id { get; }

    /// <summary>Byte offset in the file.</summary>
    public long Offset { get; }

    /// <summary>Number in its transaction, or in its interchange outside of one.</summary>
    public int Number { get; }

    /// <summary>True where nothing is wrong with its elements, as who read ahead found.</summary>
    public bool IsRight { get; init; }

    /// <summary>What its components are taken apart by.</summary>
    public byte Separator => _component;

    /// <summary>How many elements follow the id.</summary>
    public int ElementCount => _ends.Length - 1;

    /// <summary>The element at a position from 1; empty where there is none.</summary>
    public ReadOnlySpan<byte> this[int element] =>
        element < _ends.Length ? Bytes[(_ends[element - 1] + 1).._ends[element]] : default;

    /// <summary>A component of an element, both from 1; empty where there is none.</summary>
    public ReadOnlySpan<byte> Component(int element, int component) => Part(this[element], component);

    /// <summary>A component of an element already at hand.</summary>
    public ReadOnlySpan<byte> Part(ReadOnlySpan<byte> element, int component)
    {
        while (--component > 0)
        {
            int end = element.IndexOf(_component);
            if (end < 0)
            {
                return default;
            }

            element = element[(end + 1)..];
        }

        int stop = element.IndexOf(_component);
        return stop < 0 ? element : element[..stop];
    }

    /// <summary>True where an element consists of more than one component.</summary>
    public bool IsComposite(int element) => this[element].Contains(_component);

    /// <summary>The element that holds a byte of the segment; 0 is the id.</summary>
    public int ElementAt(int position)
    {
        int element = 0;
        while (element < _ends.Length - 1 && _ends[element] < position)
        {
            element++;
        }

        return element;
    }
}
