using System.Buffers;

namespace EditEngine.Formats.Json;

/// <summary>The first look at a file, and the cutting by brackets.</summary>
internal sealed partial class JsonPieces
{
    private const int FirstLook = 4096;

    private static readonly SearchValues<byte> Between = SearchValues.Create(" \t\r\n,[]"u8);

    private PieceKind? Begin()
    {
        while (Unread.Length < FirstLook && FillAhead())
        {
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

        int first = head.IndexOfAnyExcept(" \t\r\n"u8);
        _byBrackets = first >= 0 && (head[first] == '[' || (head[first] == '{' && IsPrintedOverLines(first)));
        return null;
    }

    // True where the first line stops between two tokens and the next goes on inside of the object. A line cut off by accident rarely stops
    // there, and the line after it begins a claim.
    private bool IsPrintedOverLines(int first)
    {
        int lineEnd;
        int scanned = first;
        while ((lineEnd = Unread[scanned..].IndexOf((byte)'\n')) < 0)
        {
            scanned = Unread.Length;
            if (scanned > limit || !FillAhead())
            {
                return false;
            }
        }

        int next = scanned + lineEnd;
        ReadOnlySpan<byte> line = Unread[first..next].TrimEnd(" \t\r"u8);
        if (!"{[,:"u8.Contains(line[^1]) || ObjectLength(line) >= 0)
        {
            return false;
        }

        int following;
        while ((following = Unread[next..].IndexOfAnyExcept(" \t\r\n"u8)) < 0)
        {
            if (Unread.Length > limit || !Fill())
            {
                return false;
            }
        }

        return line[^1] == '[' || Unread[next + following] != '{';
    }

    private PieceKind NextByBrackets()
    {
        if (!PassBetween())
        {
            return PieceKind.End;
        }

        while (true)
        {
            int length = Unread[0] == '{' ? ObjectLength(Unread) : Unread.IndexOfAny(",]\n"u8);
            if (length < 0 && Unread.Length <= limit && FillTwice())
            {
                continue;
            }

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
    }

    // Doubles what is held, so that looking again from the piece's start stays linear over all.
    private bool FillTwice()
    {
        int wanted = Math.Min(Unread.Length * 2, limit + 1);
        bool more = false;
        while (Unread.Length < wanted && Fill())
        {
            more = true;
        }

        return more;
    }

    // Blanks, commas and brackets between claims. False at the end of the file.
    private bool PassBetween()
    {
        while (true)
        {
            ReadOnlySpan<byte> between = Unread;
            int length = between.IndexOfAnyExcept(Between);
            ReadOnlySpan<byte> passed = length < 0 ? between : between[..length];
            _openLists += passed.Count((byte)'[') - passed.Count((byte)']');
            Consume(passed.Length);
            if (length >= 0)
            {
                return true;
            }

            if (!Fill())
            {
                return false;
            }
        }
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
