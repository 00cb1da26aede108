using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12.Fast;

namespace EditEngine.Formats.X12;

/// <summary>Reads an 837 into batches: what is plainly good as rows, all else as <see cref="X12ClaimReader"/> reads it. Both give the same claims and problems, in the same order.</summary>
internal sealed class X12BatchReader : IBatchReader
{
    // Of claims that are read piece by piece, each of which takes some 5 KB.
    private const int MostEntries = 512;
    private const string ClaimLoop = "2300";

    private readonly string _fileName;
    private readonly int _stretch;
    private readonly SegmentSource _source;
    private readonly SegmentReading _reading;
    private readonly SegmentFeed _feed;
    private readonly FastReader _fast = new();
    private long _indexedFrom = -1;
    private int _indexedTo;
    private Delimiters _indexedBy;
    private long _leftAt = -1;
    private bool _isHeld;

    /// <param name="stream">The bytes; disposed with the reader.</param>
    /// <param name="fileName">Name for places.</param>
    /// <param name="envelopes">As for <see cref="X12ClaimReader"/>.</param>
    /// <param name="stretch">How many bytes are looked through in one go at most.</param>
    public X12BatchReader(Stream stream, string fileName, X12EnvelopeLog? envelopes = null, int stretch = int.MaxValue)
    {
        (_fileName, _stretch) = (fileName, stretch);
        _source = new SegmentSource(stream);
        _reading = envelopes is null
            ? new SegmentReading(fileName, envelopes, SourceMapBuilder.OfNone(fileName))
            : new SegmentReading(fileName, envelopes, SourceMapBuilder.Of(fileName), new LevelSegments());
        _feed = new SegmentFeed(_source, _reading);
    }

    /// <summary>Problems that belong to no claim; complete once <see cref="Fill"/> gave nothing.</summary>
    public ImmutableArray<Diagnostic> FileProblems => _reading.Problems.OfFile;

    /// <summary>Claims that were read as rows.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Fills a batch with the next claims.</summary>
    /// <param name="batch">What it held before is forgotten.</param>
    /// <returns>False where there are no more.</returns>
    public bool Fill(ClaimBatch batch)
    {
        batch.Clear();
        batch.PlaceOf = PlaceOf;
        long readTo = _source.ReadTo;
        while (!_feed.IsOver)
        {
            if (!_isHeld && !_feed.Advance())
            {
                continue;
            }

            if (_reading.EndBefore(_source.CurrentId) is ReadClaim claim)
            {
                batch.AddEntry(claim);
                if (IsFull(batch, readTo))
                {
                    _isHeld = true;
                    return true;
                }
            }

            _isHeld = false;
            if (_source.CurrentId is not (SegmentId.Hl or SegmentId.Clm) || _source.Offset == _leftAt || !_source.IsPlain || !TryRun(batch))
            {
                _reading.Feed(_source.Current(_feed.Number), _source.Delimiters);
            }
            else if (IsFull(batch, readTo))
            {
                return true;
            }
        }

        while (_reading.End(_source.Offset) is ReadClaim last)
        {
            batch.AddEntry(last);
        }

        return batch.Entries.Count > 0;
    }

    // What comes through a pipe is given when it came: a batch does not wait for more bytes than its first claim did.
    private bool IsFull(ClaimBatch batch, long readTo) => batch.Entries.Count >= MostEntries || (batch.Entries.Count > 0 && _source.ReadTo != readTo);

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    /// <summary>Reads into rows from the segment at hand on. False where nothing could be read so.</summary>
    private bool TryRun(ClaimBatch batch)
    {
        BatchMark before = batch.Mark();
        FastState state = new(batch);
        if (!_reading.TrySave(state))
        {
            batch.CutTo(before);
            return false;
        }

        int entries = batch.Entries.Count;
        FastEnd end = Run(state);
        _source.RightTo = end == FastEnd.Segment ? _source.BufferOffset + _fast.EndedAt : 0;
        if (_fast.SegmentsRead == 0)
        {
            batch.CutTo(before);
            _leftAt = _source.Offset;
            return false;
        }

        RowsRead += batch.Entries.Count - entries;
        _reading.Resume(batch, _fast.Loops, _fast.Levels, _fast.SegmentsRead - 1);
        _source.MoveTo(_fast.Position);
        _leftAt = end == FastEnd.Segment ? _source.BufferOffset + _fast.Position : -1;
        return true;
    }

    private FastEnd Run(FastState state)
    {
        if (_indexedFrom != _source.BufferOffset || _source.SegmentStart >= _indexedTo || _indexedBy != _source.Delimiters)
        {
            Index();
        }

        FastEnd end = RunOnce(state);
        if (_fast.SegmentsRead == 0 && end == FastEnd.Bytes)
        {
            _source.FillBehindSegment();
            Index();
            end = RunOnce(state);
        }

        return end;
    }

    private FastEnd RunOnce(FastState state) =>
        _fast.Run(_source.Buffer, _source.SegmentStart, _source.BufferOffset, _feed.Number, state, _reading.DoHeadersConform);

    private void Index()
    {
        _indexedFrom = _source.BufferOffset;
        _indexedTo = (int)Math.Min((long)_source.SegmentStart + _stretch, _source.Filled);
        _indexedBy = _source.Delimiters;
        _fast.Index(_source.Buffer, _source.SegmentStart, _indexedTo, _indexedBy);
    }

    private X12Place PlaceOf(in ClaimRow row) => new(_fileName, row.Offset, row.Number, "CLM", ClaimLoop, null, null);
}
