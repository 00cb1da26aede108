using System.Runtime.ExceptionServices;

namespace EditEngine.Formats.X12.Ahead;

/// <summary>A file for one who reads it in order, of which others may take the next stretch before that one comes to it. Where no one does, it is the stream itself.</summary>
/// <remarks>Stretches are cut off the stream in order, by whoever needs bytes; each is given in order too, taken or not. What is read is read once.</remarks>
/// <param name="inner">The stream; disposed with this one.</param>
/// <param name="most">How many bytes are read in one go at most.</param>
internal sealed class CutStream(Stream inner, int most) : ForwardStream(inner)
{
    // Behind each new transaction one or two stretches are read again.
    private const int MostOfStretch = SegmentSource.BufferBytes / 2;

    private readonly Lock _cutting = new();
    private readonly Lock _handing = new();
    private readonly Queue<Stretch> _ahead = [];
    private readonly Stack<Stretch> _free = [];
    private readonly int _capacity = Math.Min(MostOfStretch, most);
    private readonly Stream _inner = inner;
    private byte[] _left = [];
    private ExceptionDispatchInfo? _fault;
    private Delimiters _delimiters;
    private LevelHead? _head;
    private int _leftCount;
    private long _cutTo;
    private long _given;
    private long _segments;
    private bool _isPlentiful;
    private volatile bool _isOver;

    /// <summary>Takes the next stretch.</summary>
    /// <param name="delimiters">The signs that it is likely made with.</param>
    /// <returns>To be given back. Null at the end, and where the stream gives little at a time: nothing shall wait for what is yet to come.</returns>
    public Stretch? Take(in Delimiters delimiters)
    {
        lock (_cutting)
        {
            _delimiters = delimiters;
            if (_isOver || !_isPlentiful || Cut() is not Stretch next)
            {
                return null;
            }

            next.IsTaken = true;
            Hand(next);
            return next;
        }
    }

    /// <summary>Takes back a stretch that is not needed any more.</summary>
    public void GiveBack(Stretch stretch)
    {
        lock (_handing)
        {
            stretch.IsTaken = false;
            KeepFree(stretch);
        }
    }

    /// <summary>True where a thread has taken what comes next, or something behind it.</summary>
    public bool IsTaken
    {
        get
        {
            lock (_handing)
            {
                return _ahead.Any(stretch => stretch.IsTaken);
            }
        }
    }

    /// <summary>Goes on at a byte that was cut off already: who reads in order has read those before it elsewhere.</summary>
    public void PassTo(long offset)
    {
        lock (_handing)
        {
            _given = offset;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            if (TryGive(buffer, out int given))
            {
                return given;
            }

            lock (_cutting)
            {
                if (HasAhead)
                {
                    continue;
                }

                if (_leftCount == 0)
                {
                    int read = ReadOn(buffer[..Math.Min(buffer.Length, most)]);
                    _fault?.Throw();
                    (_cutTo, _given, _head) = (_cutTo + read, _given + read, null);
                    return read;
                }

                Hand(Cut()!); // What was left is something.
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        _isOver = true;
        base.Dispose(disposing);
    }

    private bool HasAhead
    {
        get
        {
            lock (_handing)
            {
                return _ahead.Count > 0;
            }
        }
    }

    private bool TryGive(Span<byte> buffer, out int given)
    {
        lock (_handing)
        {
            while (_ahead.TryPeek(out Stretch? stretch))
            {
                if (_given < stretch.End)
                {
                    ReadOnlySpan<byte> bytes = stretch.From(_given);
                    given = Math.Min(bytes.Length, buffer.Length);
                    bytes[..given].CopyTo(buffer);
                    _given += given;
                    return true;
                }

                stretch.IsPassed = true;
                KeepFree(_ahead.Dequeue());
            }
        }

        given = 0;
        return false;
    }

    // A stretch is filled anew when neither who reads in order nor the thread that took it looks at it.
    private void KeepFree(Stretch stretch)
    {
        if (stretch is { IsPassed: true, IsTaken: false })
        {
            _free.Push(stretch);
        }
    }

    /// <summary>Cuts off what was left and as much as can be read behind it. Null where that is nothing.</summary>
    private Stretch? Cut()
    {
        Stretch next = Free();
        Span<byte> room = next.Buffer.AsSpan(0, _capacity);
        _left.AsSpan(0, _leftCount).CopyTo(room);
        ReadOnlySpan<byte> filled = room[..(_leftCount + ReadOn(room[_leftCount..]))];
        if (filled.IsEmpty)
        {
            return null;
        }

        LevelHead? cut = LevelHead.TryFindLast(filled, _delimiters, out LevelHead found) ? found : null;
        int own = cut?.Position ?? filled.Length;
        _left = _left.Length == 0 ? new byte[_capacity] : _left;
        long segments = _segments + filled[..own].Count(_delimiters.Terminator);
        next.Begin(_cutTo, _head, _segments, segments, filled.Length, cut);
        filled[own..].CopyTo(_left);
        (_leftCount, _head) = (filled.Length - own, cut);
        (_cutTo, _segments) = (_cutTo + own, segments);
        return next;
    }

    // From here on it is given, and may be passed before who took it looks at it.
    private void Hand(Stretch stretch)
    {
        lock (_handing)
        {
            _ahead.Enqueue(stretch);
        }
    }

    private Stretch Free()
    {
        lock (_handing)
        {
            return _free.TryPop(out Stretch? free) ? free : new Stretch(this, _capacity);
        }
    }

    // Whoever comes to a fault, it is told to the one who reads in order, behind what came before it.
    private int ReadOn(Span<byte> room)
    {
        if (_isOver || room.IsEmpty)
        {
            return 0;
        }

        try
        {
            int read = _inner.Read(room);
            (_isPlentiful, _isOver) = (read == room.Length, read == 0);
            return read;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            (_fault, _isOver) = (ExceptionDispatchInfo.Capture(fault), true);
            return 0;
        }
    }
}
