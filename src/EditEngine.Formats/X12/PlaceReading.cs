using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>Reads segments once more in which nothing was wrong, for where their values stand: levels from the billing provider's on, then one claim.</summary>
internal sealed class PlaceReading
{
    private readonly Delimiters _delimiters;
    private readonly SourceMapBuilder _places;
    private readonly ProblemLog _problems;
    private readonly LoopParser _loops;
    private readonly ClaimContent _content;

    private readonly int[] _ends = new int[ElementEnds.Most];

    /// <param name="transaction">Their transaction.</param>
    /// <param name="places">Takes where the values stand.</param>
    public PlaceReading(SentTransaction transaction, SourceMapBuilder places)
    {
        (_delimiters, _places) = (transaction.Delimiters, places);
        _problems = new ProblemLog(transaction.File, envelopes: null);
        _loops = new LoopParser(_problems);
        _content = new ClaimContent(_problems, places);
        _loops.Begin(transaction.Table, default);
        _content.Begin(transaction.Table.Type, _delimiters);
    }

    /// <summary>Reads segments that follow each other.</summary>
    /// <param name="bytes">All of them; behind the last there may be a terminator or not.</param>
    /// <param name="offset">Where the first begins in the file.</param>
    /// <param name="number">Its number.</param>
    public void Read(ReadOnlySpan<byte> bytes, long offset, int number)
    {
        while (bytes.IndexOfAnyExcept((byte)'\r', (byte)'\n') is int start and >= 0)
        {
            int length = bytes[start..].IndexOf(_delimiters.Terminator) is int end and >= 0 ? end : bytes.Length - start;
            ReadOnlySpan<byte> segment = bytes.Slice(start, length);
            ReadOnlySpan<int> ends = _ends.AsSpan(0, ElementEnds.Find(segment, _delimiters.Element, _ends));
            Read(new Segment(segment, ends, _delimiters.Component, SegmentId.Of(segment[..ends[0]]), offset + start, number++));
            int next = Math.Min(start + length + 1, bytes.Length);
            bytes = bytes[next..];
            offset += next;
        }
    }

    /// <summary>Ends the claim.</summary>
    public void EndClaim() => _content.EndClaim();

    private void Read(in Segment segment)
    {
        if (SegmentDirectory.Find(segment.Id) is not SegmentForm form)
        {
            return;
        }

        LoopRule? rule = _loops.Place(segment, out bool opens, ref form);
        if (opens && rule?.Opens is Level level)
        {
            _problems.Open(level);
            _places.Open(level);
            _content.Open(level);
        }

        if (rule is not null)
        {
            _content.Read(segment, rule, opens);
        }
    }
}
