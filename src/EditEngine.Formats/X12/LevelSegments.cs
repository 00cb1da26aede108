using System.Runtime.InteropServices;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12;

/// <summary>The segments of the open levels, as they were sent: what the places of values are found by that claims take over from their levels.</summary>
internal sealed class LevelSegments
{
    // A level of the guides has some fifty segments. What is longer is read piece by piece.
    private const int MostBytes = 64 * 1024;

    private readonly List<byte> _bytes = [];
    private readonly List<StretchRow> _stretches = [];
    private readonly LevelStarts _starts = new();
    private Level _level;
    private bool _isFull;

    /// <summary>Opens a level.</summary>
    public void Open(Level level)
    {
        int cut = _starts.Open(level, _stretches.Count);
        _bytes.RemoveRange(cut < _stretches.Count ? _stretches[cut].Bytes.First : _bytes.Count, cut < _stretches.Count ? _bytes.Count - _stretches[cut].Bytes.First : 0);
        _stretches.RemoveRange(cut, _stretches.Count - cut);
        _level = level;
        _isFull &= _bytes.Count > 0;
    }

    /// <summary>Keeps a segment of the level that was opened last.</summary>
    public void Add(in Segment segment)
    {
        if (_level is Level.Transaction or Level.Claim)
        {
            return;
        }

        _isFull |= _bytes.Count + segment.Bytes.Length > MostBytes;
        if (!_isFull)
        {
            Add(segment.Offset, segment.Number, segment.Bytes);
        }
    }

    /// <summary>Adds them to a batch. False where they are too many.</summary>
    public bool TrySave(ClaimBatch batch, ref LevelStretches levels)
    {
        levels.Billing = Save(batch, Level.Billing);
        levels.Subscriber = Save(batch, Level.Subscriber);
        levels.Patient = Save(batch, Level.Patient);
        return !_isFull;
    }

    /// <summary>Takes over those of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="levels">Those of the open levels.</param>
    /// <param name="places">Reads them for the places of their values.</param>
    public void Resume(ClaimBatch batch, in LevelStretches levels, PlaceReading places)
    {
        Open(Level.Billing);
        Resume(batch, levels.Billing, places);
        if (levels.Subscriber.Count > 0)
        {
            Open(Level.Subscriber);
            Resume(batch, levels.Subscriber, places);
        }

        if (levels.Patient.Count > 0)
        {
            Open(Level.Patient);
            Resume(batch, levels.Patient, places);
        }
    }

    private void Resume(ClaimBatch batch, RowRange level, PlaceReading places)
    {
        foreach (StretchRow stretch in batch.Stretches.Of(level))
        {
            ReadOnlySpan<byte> bytes = batch.Sent.Of(stretch.Bytes);
            Add(stretch.Offset, stretch.Number, bytes);
            places.Read(bytes, stretch.Offset, stretch.Number);
        }
    }

    private void Add(long offset, int number, ReadOnlySpan<byte> bytes)
    {
        _stretches.Add(new StretchRow { Offset = offset, Number = number, Bytes = new RowRange(_bytes.Count, bytes.Length) });
        _bytes.AddRange(bytes);
    }

    private RowRange Save(ClaimBatch batch, Level level)
    {
        if (level > _level)
        {
            return default;
        }

        int end = level == _level ? _stretches.Count : _starts.Of(level + 1);
        RowRange saved = default;
        foreach (StretchRow stretch in CollectionsMarshal.AsSpan(_stretches)[_starts.Of(level)..end])
        {
            int first = batch.Sent.AddRange(CollectionsMarshal.AsSpan(_bytes).Slice(stretch.Bytes.First, stretch.Bytes.Count));
            batch.Stretches.TryAppend(ref saved, stretch with { Bytes = stretch.Bytes with { First = first } });
        }

        return saved;
    }
}
