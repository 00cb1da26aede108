namespace EditEngine.Formats.X12;

/// <summary>Collects where the values of the open levels stand: two lists of small numbers, used again for every claim.</summary>
/// <param name="file">Name for places.</param>
/// <param name="most">How many are kept.</param>
internal sealed class SourceMapBuilder(string file, int most)
{
    // A claim of the most lines has some 20,000 values; more come only from broken files, and need no places.
    private const int MostOfClaim = 100_000;

    private readonly List<PlaceMark> _marks = [];
    private readonly List<SegmentMark> _segments = [];
    private readonly List<byte> _values = [];
    private readonly LevelStarts _markStarts = new();
    private readonly LevelStarts _segmentStarts = new();
    private X12SourceMap? _taken;

    /// <summary>One for a file.</summary>
    public static SourceMapBuilder Of(string file) => new(file, MostOfClaim);

    /// <summary>One for a file of whose values nobody asks where they stand: it keeps none.</summary>
    public static SourceMapBuilder OfNone(string file) => new(file, 0);

    public void Open(Level level)
    {
        Cut(_marks, _markStarts.Open(level, _marks.Count));
        Cut(_segments, _segmentStarts.Open(level, _segments.Count));
        Cut(_values, _marks.Count == 0 ? 0 : _marks[^1].Start + _marks[^1].Length);
        _taken = null;
    }

    public void Mark(in Segment segment, string? loop, string path, int element, int component = 0, int first = 0, int second = 0)
    {
        if (_marks.Count >= most)
        {
            return;
        }

        if (_segments.Count == 0 || _segments[^1].Offset != segment.Offset)
        {
            _segments.Add(new SegmentMark(segment.Offset, segment.Number, segment.Id, loop));
        }

        ReadOnlySpan<byte> value = element == 0 ? default : component == 0 ? segment[element] : segment.Component(element, component);
        _marks.Add(new PlaceMark(path, first, second, _segments.Count - 1, (byte)element, (byte)component, _values.Count, value.Length));
        _values.AddRange(value);
    }

    /// <summary>The places of the claim that was read last.</summary>
    public X12SourceMap Take() => _taken ??= new X12SourceMap(file, Marks());

    /// <summary>Where its values stand.</summary>
    public SourceMarks Marks() => new([.. _marks], [.. _segments], [.. _values]);

    private static void Cut<T>(List<T> list, int count) => list.RemoveRange(count, list.Count - count);
}
