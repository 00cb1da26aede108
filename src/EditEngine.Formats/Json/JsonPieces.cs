namespace EditEngine.Formats.Json;

/// <summary>What <see cref="JsonPieces.Next"/> found.</summary>
internal enum PieceKind
{
    /// <summary>More bytes are needed first: <see cref="JsonPieces.Room"/> and <see cref="JsonPieces.Took"/>.</summary>
    NeedsBytes,

    /// <summary>The end of the file.</summary>
    End,

    /// <summary>The source of the bytes failed; all claims that were whole before it came.</summary>
    Failed,

    /// <summary>The text of one claim, good or not.</summary>
    Claim,

    /// <summary>A claim beyond the limit; it was passed over.</summary>
    TooLong,

    /// <summary>A file in UTF-16; nothing can be read.</summary>
    Utf16,

    /// <summary>A file with zero bytes; nothing can be read.</summary>
    Binary,
}

/// <summary>Cuts the bytes of a file into the texts of its claims, holding one at a time. Where the bytes come from is its caller's: it asks for more.</summary>
/// <remarks>
/// The rule is one claim a line: a broken line then costs one claim only. People also hand in one JSON list, or an object printed over many
/// lines; the first bytes tell, and such a file is cut by its brackets instead.
/// </remarks>
internal sealed partial class JsonPieces(int limit)
{
    private const int FirstBufferLength = 64 * 1024;

    private byte[] _buffer = new byte[FirstBufferLength];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _failed; // then it ended too
    private bool _byBrackets;
    private bool _isPassingOver;
    private int _scanned; // of the unread bytes: looked at before more were asked for
    private int _openLists;
    private long _line = 1;
    private long _column;
    private int _pieceStart;
    private int _pieceLength;

    /// <summary>The text found last; good until the next call.</summary>
    public ReadOnlySpan<byte> Piece => _buffer.AsSpan(_pieceStart, _pieceLength);

    /// <summary>Line of the file on which the piece begins, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Bytes of that line before the piece.</summary>
    public long Column { get; private set; }

    /// <summary>True at the end of a file that is one list without its closing bracket.</summary>
    public bool IsListOpen => _openLists > 0;

    /// <summary>True where the rest of the file was given up, for the end of a claim was not found within the limit.</summary>
    public bool IsLost { get; private set; }

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The next claim's text, or what is needed for it.</summary>
    public PieceKind Next()
    {
        if (_beginning != Beginning.Known && Begin() is PieceKind kind)
        {
            return kind;
        }

        return _isPassingOver ? PassOverLine() : _byBrackets ? NextByBrackets() : NextLine();
    }

    /// <summary>Where more bytes may be put; never empty. What is unread may move.</summary>
    public Memory<byte> Room()
    {
        if (_end == _buffer.Length)
        {
            if (_start > 0)
            {
                Unread.CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }
            else
            {
                // INVARIANT: more is asked for only while no more than the limit is unread, so there is always room for a byte.
                Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, limit + FirstBufferLength));
            }
        }

        return _buffer.AsMemory(_end);
    }

    /// <summary>So many bytes were put there; 0: the file ended.</summary>
    public void Took(int count)
    {
        _end += count;
        _ended = count == 0;
    }

    /// <summary>The source of the bytes failed: what is whole still comes, and a claim that is cut off by it does not.</summary>
    public void Failed() => (_ended, _failed) = (true, true);

    private PieceKind NextLine()
    {
        while (true)
        {
            int at = Unread[_scanned..].IndexOf((byte)'\n');
            int length = at < 0 ? Unread.Length : _scanned + at;
            if (at < 0 && length <= limit && !_ended)
            {
                _scanned = length;
                return PieceKind.NeedsBytes;
            }

            if (at < 0 && _failed)
            {
                return PieceKind.Failed;
            }

            _scanned = 0;
            if (length > limit)
            {
                SetPiece(0);
                return PassOverLine();
            }

            if (length == 0 && at < 0)
            {
                return PieceKind.End;
            }

            bool isBlank = IsBlank(Unread[..length]);
            SetPiece(length);
            ConsumeLine(length, hasBreak: at >= 0);
            if (!isBlank)
            {
                return PieceKind.Claim;
            }
        }
    }

    private PieceKind PassOverLine()
    {
        int at = Unread.IndexOf((byte)'\n');
        Consume(at < 0 ? Unread.Length : at + 1);
        _isPassingOver = at < 0 && !_ended;
        return _isPassingOver ? PieceKind.NeedsBytes : at < 0 && _failed ? PieceKind.Failed : PieceKind.TooLong;
    }

    private void SetPiece(int length)
    {
        (_pieceStart, _pieceLength) = (_start, length);
        (Line, Column) = (_line, _column);
    }

    private void ConsumeLine(int length, bool hasBreak)
    {
        _start += length + (hasBreak ? 1 : 0);
        (_line, _column) = hasBreak ? (_line + 1, 0) : (_line, _column + length);
    }

    private void Consume(int count)
    {
        ReadOnlySpan<byte> taken = Unread[..count];
        int lastBreak = taken.LastIndexOf((byte)'\n');
        if (lastBreak < 0)
        {
            _column += count;
        }
        else
        {
            _line += taken.Count((byte)'\n');
            _column = count - lastBreak - 1;
        }

        _start += count;
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t\r\n"u8) < 0;
}
