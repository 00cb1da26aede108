using System.Buffers;

namespace EditEngine.Formats.Json;

/// <summary>The first look at a file, and the cutting by brackets.</summary>
internal sealed partial class JsonPieces
{
    private const int FirstLook = 4096;

    private static readonly SearchValues<byte> Between = SearchValues.Create(" \t\r\n,[]"u8);

    private Beginning _beginning;
    private int _firstBreak = -1; // where a first line ends that may go on in the next, once that was seen
    private bool _opensList;
    private int _wanted; // more than this many bytes are to be there before the end of a claim is looked for again

    private enum Beginning
    {
        Unseen,
        IsText,
        Known,
    }

    // Null: go on.
    private PieceKind? Begin()
    {
        if (_beginning == Beginning.Unseen && LookAtHead() is PieceKind kind)
        {
            return kind;
        }

        int first = Unread.IndexOfAnyExcept(" \t\r\n"u8);
        bool? isPrinted = first >= 0 && Unread[first] == '{' ? IsPrintedOverLines(first) : false;
        if (isPrinted is not bool printed)
        {
            return PieceKind.NeedsBytes;
        }

        _byBrackets = printed || (first >= 0 && Unread[first] == '[');
        (_beginning, _scanned) = (Beginning.Known, 0);
        return null;
    }

    private PieceKind? LookAtHead()
    {
        if (Unread.Length < FirstLook && !_ended)
        {
            return PieceKind.NeedsBytes;
        }

        ReadOnlySpan<byte> head = Unread;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return PieceKind.Utf16;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            Consume(3);
            head = Unread;
        }

        if (head[..Math.Min(head.Length, FirstLook)].Contains((byte)0))
        {
            return PieceKind.Binary;
        }

        _beginning = Beginning.IsText;
        return null;
    }

    // True where the first line stops between two tokens and the next goes on inside of the object. A line cut off by accident rarely stops
    // there, and the line after it begins a claim. Null: not enough is there to tell.
    private bool? IsPrintedOverLines(int first)
    {
        if (_firstBreak < 0)
        {
            _scanned = Math.Max(_scanned, first);
            int lineEnd = Unread[_scanned..].IndexOf((byte)'\n');
            if (lineEnd < 0)
            {
                _scanned = Unread.Length;
                return _scanned > limit || _ended ? false : null;
            }

            _scanned += lineEnd;
            ReadOnlySpan<byte> line = Unread[first.._scanned].TrimEnd(" \t\r"u8);
            if (!"{[,:"u8.Contains(line[^1]) || ObjectLength(line) >= 0)
            {
                return false;
            }

            (_firstBreak, _opensList) = (_scanned, line[^1] == '[');
        }

        int following = Unread[_scanned..].IndexOfAnyExcept(" \t\r\n"u8);
        if (following < 0)
        {
            _scanned = Unread.Length;
            return Unread.Length > limit || _ended ? false : null;
        }

        return _opensList || Unread[_scanned + following] != '{';
    }

    private PieceKind NextByBrackets()
    {
        if (PassBetween() is PieceKind kind)
        {
            return kind;
        }

        if (Unread.Length < _wanted && !_ended)
        {
            return PieceKind.NeedsBytes;
        }

        int length = Unread[0] == '{' ? ObjectLength(Unread) : Unread.IndexOfAny(",]\n"u8);
        if (length < 0 && Unread.Length <= limit && !_ended)
        {
            // Twice what is held, so that looking again from the piece's start stays linear over all.
            _wanted = Math.Min(Unread.Length * 2, limit + 1);
            return PieceKind.NeedsBytes;
        }

        if (length < 0 && _failed)
        {
            return PieceKind.Failed;
        }

        _wanted = 0;
        bool fits = (length < 0 ? Unread.Length : length) <= limit;
        IsLost = length < 0 && !fits;
        length = length < 0 ? Unread.Length : length;
        SetPiece(fits ? length : 0);
        Consume(length);
        if (IsLost)
        {
            // Where this claim ends is not known, so nothing behind it can be told apart.
            (_ended, _openLists) = (true, 0);
        }

        return fits ? PieceKind.Claim : PieceKind.TooLong;
    }

    // Blanks, commas and brackets between claims. Null: behind them a claim begins.
    private PieceKind? PassBetween()
    {
        ReadOnlySpan<byte> between = Unread;
        int length = between.IndexOfAnyExcept(Between);
        ReadOnlySpan<byte> passed = length < 0 ? between : between[..length];
        _openLists += passed.Count((byte)'[') - passed.Count((byte)']');
        Consume(passed.Length);
        return length >= 0 ? null : _failed ? PieceKind.Failed : _ended ? PieceKind.End : PieceKind.NeedsBytes;
    }

    /// <summary>Length of the object that the text begins with, by its brackets; -1 where it does not end.</summary>
    private static int ObjectLength(ReadOnlySpan<byte> text)
    {
        int depth = 0;
        for (int at = 0; at < text.Length; at++)
        {
            int step = text[at..].IndexOfAny("\"{}"u8);
            if (step < 0)
            {
                return -1;
            }

            at += step;
            if (text[at] == '"')
            {
                int quoted = StringLength(text[at..]);
                if (quoted < 0)
                {
                    return -1;
                }

                at += quoted - 1;
                continue;
            }

            depth += text[at] == '{' ? 1 : -1;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return -1;
    }

    private static int StringLength(ReadOnlySpan<byte> text)
    {
        int at = 1;
        while (at < text.Length)
        {
            int step = text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (step < 0)
            {
                return -1;
            }

            at += step;
            if (text[at] == '"')
            {
                return at + 1;
            }

            at += 2;
        }

        return -1;
    }
}
