using EditEngine.Formats.Rows;
using EditEngine.Formats.X12.Fast;

namespace EditEngine.Formats.X12.Ahead;

/// <summary>A piece of a file that one thread reads before it is its turn, from what is likely open where the piece begins.</summary>
/// <param name="owner">What it is cut off.</param>
/// <param name="capacity">How many bytes it has at most.</param>
internal sealed class Stretch(CutStream owner, int capacity)
{
    private int _length;

    /// <summary>What it is cut off.</summary>
    public CutStream Owner => owner;

    /// <summary>What it read; good where <see cref="Guess"/> was right.</summary>
    public FastReader Fast { get; } = new();

    /// <summary>Why that ended.</summary>
    public FastEnd FastEnd { get; private set; }

    /// <summary>What was thought to be open where it begins; null: it was not read ahead.</summary>
    public LevelStart? Guess { get; set; }

    /// <summary>Room for its bytes, and <see cref="DelimiterIndex.Spare"/> more.</summary>
    public byte[] Buffer { get; } = GC.AllocateUninitializedArray<byte>(capacity + DelimiterIndex.Spare);

    /// <summary>Where it begins in the file.</summary>
    public long Start { get; private set; }

    /// <summary>The segment that it begins with, where that begins a level; it stands in the stretch before too.</summary>
    public LevelHead? Head { get; private set; }

    /// <summary>How many terminators stand before it, of all that was cut.</summary>
    public long SegmentsBefore { get; private set; }

    /// <summary>As many with its own; those of <see cref="NextHead"/> are not.</summary>
    public long SegmentsThrough { get; private set; }

    /// <summary>As <see cref="Head"/>, of the stretch behind; its position is one in this.</summary>
    public LevelHead? NextHead { get; private set; }

    /// <summary>Where the stretch behind begins in the file.</summary>
    public long Next => Start + (NextHead?.Position ?? _length);

    /// <summary>Where what it has ends in the file.</summary>
    public long End => Start + _length;

    /// <summary>A thread has it.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Who reads in order is behind it.</summary>
    public bool IsPassed { get; set; }

    /// <summary>Begins anew.</summary>
    /// <param name="start">Where it begins in the file.</param>
    /// <param name="head">The segment that it begins with.</param>
    /// <param name="segmentsBefore">Terminators before it.</param>
    /// <param name="segmentsThrough">As many with its own.</param>
    /// <param name="filled">How many bytes were read.</param>
    /// <param name="nextHead">Where the stretch behind begins; null: behind all of them.</param>
    public void Begin(long start, LevelHead? head, long segmentsBefore, long segmentsThrough, int filled, LevelHead? nextHead)
    {
        (Start, Head, SegmentsBefore, SegmentsThrough, NextHead) = (start, head, segmentsBefore, segmentsThrough, nextHead);
        (Guess, IsTaken, IsPassed) = (null, false, false);
        _length = nextHead?.End ?? filled;
    }

    /// <summary>Its bytes from one of the file on.</summary>
    public ReadOnlySpan<byte> From(long offset) => Buffer.AsSpan((int)(offset - Start).._length);

    /// <summary>Reads it, as if the guess were right, until something is not plainly good.</summary>
    /// <param name="batch">What it held before is forgotten.</param>
    public void Read(ClaimBatch batch)
    {
        if (Guess is null)
        {
            return;
        }

        batch.Clear();
        FastState state = new(batch);
        Guess.CopyTo(state);
        Fast.Index(Buffer, 0, _length, Guess.Delimiters);
        FastEnd = Fast.Run(Buffer, 0, Start, Guess.Number, state, Guess.Conforms);
    }
}
