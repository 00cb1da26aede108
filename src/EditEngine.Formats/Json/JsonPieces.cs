using System.Runtime.ExceptionServices;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>What <see cref="JsonPieces.Next"/> found.</summary>
internal enum PieceKind
{
    /// <summary>The end of the file.</summary>
    End,

    /// <summary>The text of one claim, good or not.</summary>
    Claim,

    /// <summary>A claim beyond the limit; it was passed over.</summary>
    TooLong,

    /// <summary>A file in UTF-16; nothing can be read.</summary>
    Utf16,

    /// <summary>A file with zero bytes; nothing can be read.</summary>
    Binary,
}

/// <summary>Cuts a stream into the texts of its claims, holding one at a time.</summary>
/// <remarks>
/// The rule is one claim a line: a broken line then costs one claim only. People also hand in one JSON list, or an object printed over many
/// lines; the first bytes tell, and such a file is cut by its brackets instead.
/// </remarks>
internal sealed partial class JsonPieces(Stream stream, int limit) : IDisposable
{
    private const int FirstBufferLength = 64 * 1024;

    private byte[] _buffer = new byte[FirstBufferLength];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _begun;
    private bool _byBrackets;
    private int _openLists;
    private ExceptionDispatchInfo? _fault;
    private long _line = 1;
    private long _column;
    private int _pieceStart;
    private int _pieceLength;
    private long _pieceColumn;

    /// <summary>The text found last; good until the next call.</summary>
    public ReadOnlySpan<byte> Piece => _buffer.AsSpan(_pieceStart, _pieceLength);

    /// <summary>Line of the file on which the piece begins, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>True at the end of a file that is one list without its closing bracket.</summary>
    public bool IsListOpen => _openLists > 0;

    /// <summary>True where the rest of the file was given up, for the end of a claim was not found within the limit.</summary>
    public bool IsLost { get; private set; }

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The next claim's text.</summary>
    /// <exception cref="IOException">The stream failed.</exception>
    /// <exception cref="InvalidDataException">Its compression is broken.</exception>
    public PieceKind Next()
    {
        if (!_begun)
        {
            _begun = true;
            if (Begin() is PieceKind fault)
            {
                return fault;
            }
        }

        return _byBrackets ? NextByBrackets() : NextLine();
    }

    /// <summary>The place of a byte of the piece.</summary>
    public JsonPlace PlaceAt(string file, long offset, string? path)
    {
        ReadOnlySpan<byte> before = Piece[..(int)Math.Clamp(offset, 0, _pieceLength)];
        int lastBreak = before.LastIndexOf((byte)'\n');
        return lastBreak < 0
            ? new JsonPlace(file, Line, _pieceColumn + before.Length + 1, path)
            : new JsonPlace(file, Line + before.Count((byte)'\n'), before.Length - lastBreak, path);
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private PieceKind NextLine()
    {
        int scanned = 0;
        while (true)
        {
            int at = Unread[scanned..].IndexOf((byte)'\n');
            int length = at < 0 ? Unread.Length : scanned + at;
            if (at < 0 && length <= limit && Fill())
            {
                scanned = length;
                continue;
            }

            if (length > limit)
            {
                return PassOverLine();
            }

            if (length == 0 && at < 0)
            {
                return PieceKind.End;
            }

            bool isBlank = IsBlank(Unread[..length]);
            SetPiece(length);
            Consume(at < 0 ? length : length + 1);
            if (!isBlank)
            {
                return PieceKind.Claim;
            }

            scanned = 0;
        }
    }

    private PieceKind PassOverLine()
    {
        SetPiece(0);
        int at;
        while ((at = Unread.IndexOf((byte)'\n')) < 0)
        {
            Consume(Unread.Length);
            if (!Fill())
            {
                return PieceKind.TooLong;
            }
        }

        Consume(at + 1);
        return PieceKind.TooLong;
    }

    private void SetPiece(int length)
    {
        (_pieceStart, _pieceLength) = (_start, length);
        (Line, _pieceColumn) = (_line, _column);
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

    // As Fill, where more is only looked at: a stream that fails does so behind what it gave before.
    private bool FillAhead()
    {
        try
        {
            return Fill();
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
            return false;
        }
    }

    // More bytes behind the unread ones, which may move; false at the end of the stream.
    private bool Fill()
    {
        _fault?.Throw();
        if (_ended)
        {
            return false;
        }

        if (_end == _buffer.Length)
        {
            if (_start > 0)
            {
                Unread.CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }
            else
            {
                // INVARIANT: callers ask for more only while no more than the limit is unread, so there is always room for a byte.
                Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, limit + FirstBufferLength));
            }
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
        return !_ended;
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t\r\n"u8) < 0;
}
