using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12.Ahead;
using EditEngine.Formats.X12.Fast;

namespace EditEngine.Formats.X12;

/// <summary>Reads an 837 into batches: what is plainly good as rows, all else as <see cref="X12ClaimReader"/> reads it. Both give the same claims and problems, in the same order.</summary>
internal sealed class X12BatchReader : IAheadReader
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
    private readonly CutStream _bytes;
    private readonly bool _isAnswered;
    private readonly ClaimBatch _saved = new();
    private volatile Known? _known;
    private LevelStart? _arrived;
    private Stretch? _own;
    private long _indexedFrom = -1;
    private int _indexedTo;
    private Delimiters _indexedBy;
    private long _leftAt = -1;
    private bool _isHeld;

    /// <param name="stream">The bytes; disposed with the reader.</param>
    /// <param name="fileName">Name for places.</param>
    /// <param name="envelopes">As for <see cref="X12ClaimReader"/>.</param>
    /// <param name="stretch">How many bytes are read and looked through in one go at most.</param>
    public X12BatchReader(Stream stream, string fileName, X12EnvelopeLog? envelopes = null, int stretch = int.MaxValue)
    {
        (_fileName, _stretch) = (fileName, stretch);
        _bytes = new CutStream(stream, stretch);
        _isAnswered = envelopes is not null;
        _source = new SegmentSource(_bytes);
        _reading = envelopes is null
            ? new SegmentReading(fileName, envelopes, SourceMapBuilder.OfNone(fileName))
            : new SegmentReading(fileName, envelopes, SourceMapBuilder.Of(fileName), new LevelSegments());
        _feed = new SegmentFeed(_source, _reading);
    }

    /// <summary>Problems that belong to no claim; complete once <see cref="Fill(ClaimBatch)"/> gave nothing.</summary>
    public ImmutableArray<Diagnostic> FileProblems => _reading.Problems.OfFile;

    /// <summary>Claims that were read as rows.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Claims of stretches that were read ahead, and stood.</summary>
    public long RowsReadAhead { get; private set; }

    /// <inheritdoc/>
    public Stretch? Take()
    {
        if (_isAnswered || _known is not Known known || _bytes.Take(known.Delimiters) is not Stretch stretch)
        {
            return null;
        }

        stretch.Guess = stretch.Head is LevelHead head ? known.Start?.Guess(head, stretch.Start, known.Start.Number + (int)(stretch.SegmentsBefore - known.SegmentsBefore)) : null;
        return stretch;
    }

    /// <inheritdoc/>
    public bool Fill(ClaimBatch batch) => Fill(batch, null);

    /// <inheritdoc/>
    public bool Fill(ClaimBatch batch, Stretch? ahead)
    {
        _own = ahead?.Owner == _bytes && ahead.Next > _source.Offset ? ahead : null;
        if (_own is null || !TryTakeOver(batch, _own))
        {
            batch.Clear();
        }

        batch.PlaceOf = PlaceOf;
        if (ahead?.Owner == _bytes && _own is null)
        {
            _bytes.GiveBack(ahead);
        }

        // What another has taken is that one's to give: else all who come behind would find theirs read.
        bool isGiven = (_own is null && _bytes.IsTaken) || FillOn(batch);
        if (_own is not null)
        {
            Arrive(_own);
            _bytes.GiveBack(_own);
        }

        return isGiven;
    }

    private bool FillOn(ClaimBatch batch)
    {
        long readTo = _source.ReadTo;
        while (!_feed.IsOver)
        {
            if (!_isHeld && !_feed.Advance())
            {
                continue;
            }

            ReadClaim? claim = _reading.EndBefore(_source.CurrentId);
            if (claim is not null)
            {
                batch.AddEntry(claim);
            }

            if (_own is not null ? _source.Offset >= _own.Next : claim is not null && IsFull(batch, readTo))
            {
                _isHeld = true;
                return true;
            }

            _isHeld = false;
            if (_source.CurrentId is not (SegmentId.Hl or SegmentId.Clm) || _source.Offset == _leftAt || !_source.IsPlain || !TryRun(batch))
            {
                _reading.Feed(_source.Current(_feed.Number), _source.Delimiters);
            }
            else if (_own is null && IsFull(batch, readTo))
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

    /// <summary>What is open where the next stretch begins, for who took it and who will take another.</summary>
    private void Arrive(Stretch own)
    {
        if (own.NextHead is not LevelHead head || _source.Offset != own.Next || _source.CurrentId != SegmentId.Hl || !_source.IsPlain)
        {
            return;
        }

        _saved.Clear();
        FastState state = new(_saved);
        if (_reading.TrySave(state) && LevelStart.Of(state, head.IsBilling, _source.Delimiters, _reading.DoHeadersConform, _source.Offset, _feed.Number) is LevelStart start)
        {
            _arrived = start;
            _known = new Known(start.Delimiters, start, own.SegmentsThrough);
        }
    }

    /// <summary>Takes over what was read ahead, where that began with what is open now.</summary>
    private bool TryTakeOver(ClaimBatch batch, Stretch own)
    {
        LevelStart? arrived = _arrived;
        _arrived = null;

        // The number of a subscriber that ended is told of, long after it; who begins with a billing provider does not know it.
        if (arrived is null || own.Guess != arrived || own.Fast.SegmentsRead == 0 || own.Fast.Levels.SubscriberNumber == 0)
        {
            return false;
        }

        _isHeld = false;
        RowsReadAhead += batch.Entries.Count;
        TakeOver(batch, own.Fast, own.FastEnd, own.Start, 0);
        _bytes.PassTo(_source.ReadTo);
        return true;
    }

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
        if (_fast.SegmentsRead == 0)
        {
            _source.RightTo = end == FastEnd.Segment ? _source.BufferOffset + _fast.EndedAt : 0;
            batch.CutTo(before);
            _leftAt = _source.Offset;
            return false;
        }

        TakeOver(batch, _fast, end, _source.BufferOffset, entries);
        if (_known?.Delimiters != _source.Delimiters)
        {
            _known = new Known(_source.Delimiters, null, 0);
        }

        return true;
    }

    /// <summary>Goes on where rows end.</summary>
    /// <param name="batch">The batch that was filled.</param>
    /// <param name="fast">Who filled it.</param>
    /// <param name="end">Why that ended.</param>
    /// <param name="origin">Where the first of its bytes stands in the file.</param>
    /// <param name="entries">How many entries there were before.</param>
    private void TakeOver(ClaimBatch batch, FastReader fast, FastEnd end, long origin, int entries)
    {
        RowsRead += batch.Entries.Count - entries;
        _reading.Resume(batch, fast.Loops, fast.Levels, fast.SegmentsRead - 1);
        _source.RightTo = end == FastEnd.Segment ? origin + fast.EndedAt : 0;
        _source.MoveTo(origin + fast.Position);
        _leftAt = end == FastEnd.Segment ? origin + fast.Position : -1;
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
        _indexedTo = (int)Math.Min(Math.Min((long)_source.SegmentStart + _stretch, _source.Filled), _own is null ? int.MaxValue : _own.End - _source.BufferOffset);
        _indexedBy = _source.Delimiters;
        _fast.Index(_source.Buffer, _source.SegmentStart, _indexedTo, _indexedBy);
    }

    private X12Place PlaceOf(in ClaimRow row) => new(_fileName, row.Offset, row.Number, "CLM", ClaimLoop, null, null);

    /// <summary>What was last known of the file, for who guesses further on.</summary>
    /// <param name="Delimiters">The signs of the interchange.</param>
    /// <param name="Start">What was open where a stretch began; null: none was come to yet.</param>
    /// <param name="SegmentsBefore">Terminators before that stretch.</param>
    private sealed record Known(Delimiters Delimiters, LevelStart? Start, long SegmentsBefore);
}
