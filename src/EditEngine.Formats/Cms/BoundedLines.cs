using System.Globalization;
using System.Text;
using EditEngine.Files;

namespace EditEngine.Formats.Cms;

/// <summary>The lines of a text, none longer than lines are: a text without line breaks would be held as a whole.</summary>
internal sealed class BoundedLines(TextReader text)
{
    /// <summary>The longest line, in characters: as long as the reader of separated text allows.</summary>
    public const int Longest = 1 << 24;

    private readonly StringBuilder _line = new();
    private readonly char[] _buffer = new char[1 << 12];
    private int _next;
    private int _count;
    private bool _afterReturn;

    /// <summary>The next line; null after the last.</summary>
    /// <exception cref="TooLargeException">It is longer than lines are.</exception>
    public string? Read()
    {
        _line.Clear();
        bool any = false;
        while (Fill())
        {
            ReadOnlySpan<char> rest = _buffer.AsSpan(_next, _count - _next);
            if (_afterReturn && rest[0] == '\n')
            {
                _next++;
                _afterReturn = false;
                continue;
            }

            _afterReturn = false;
            any = true;
            int end = rest.IndexOfAny('\r', '\n');
            _line.Append(end < 0 ? rest : rest[..end]);
            _next += end < 0 ? rest.Length : end + 1;
            if (_line.Length > Longest)
            {
                throw new TooLargeException(string.Create(CultureInfo.InvariantCulture, $"A line has more than {Longest:#,0} characters."));
            }

            if (end >= 0)
            {
                _afterReturn = rest[end] == '\r';
                return _line.ToString();
            }
        }

        return any ? _line.ToString() : null;
    }

    private bool Fill()
    {
        if (_next == _count)
        {
            (_next, _count) = (0, text.Read(_buffer, 0, _buffer.Length));
        }

        return _count > 0;
    }
}
