using System.Text;

namespace EditEngine.Compiler.Text;

/// <summary>How an editor counts the columns of a line.</summary>
internal enum ColumnUnit
{
    /// <summary>In UTF-16 characters, as the texts of .NET and JavaScript are.</summary>
    Utf16,

    /// <summary>In bytes of UTF-8.</summary>
    Utf8,
}

/// <summary>A place in a text as editors have it.</summary>
/// <param name="Line">Line, from 0.</param>
/// <param name="Column">Column, from 0.</param>
internal readonly record struct TextPosition(int Line, int Column);

/// <summary>Offsets of a text as lines and columns, and back. A line ends with LF, CR LF or CR, as the protocol of language servers has it.</summary>
internal sealed class LinePositions
{
    private readonly string _text;
    private readonly ColumnUnit _unit;
    private readonly List<int> _starts = [0];

    /// <summary>The lines of a text.</summary>
    public LinePositions(string text, ColumnUnit unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        _unit = unit;
        for (int i = text.AsSpan().IndexOfAny('\n', '\r'); i >= 0;)
        {
            int next = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
            _starts.Add(next);
            int further = text.AsSpan(next).IndexOfAny('\n', '\r');
            i = further < 0 ? -1 : next + further;
        }
    }

    /// <summary>Number of lines; a text without a line end has one.</summary>
    public int Count => _starts.Count;

    /// <summary>The place of an offset; one past the end is the end.</summary>
    public TextPosition Of(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        int found = _starts.BinarySearch(offset);
        int line = found >= 0 ? found : ~found - 1;
        ReadOnlySpan<char> before = _text.AsSpan(_starts[line], offset - _starts[line]);
        return new TextPosition(line, _unit == ColumnUnit.Utf16 ? before.Length : Encoding.UTF8.GetByteCount(before));
    }

    /// <summary>The offset of a place: past the end of a line it is the end of the line, past the last line the end of the text, within a character its start.</summary>
    public int OffsetOf(TextPosition position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= _starts.Count)
        {
            return _text.Length;
        }

        int start = _starts[position.Line];
        int end = EndOf(position.Line);
        if (_unit == ColumnUnit.Utf16)
        {
            return start + Math.Clamp(position.Column, 0, end - start);
        }

        int left = position.Column;
        int at = start;
        while (at < end)
        {
            Rune.DecodeFromUtf16(_text.AsSpan(at, end - at), out Rune rune, out int taken);
            left -= rune.Utf8SequenceLength;
            if (left < 0)
            {
                break;
            }

            at += taken;
        }

        return at;
    }

    /// <summary>Where the characters of a line begin.</summary>
    public int StartOf(int line) => _starts[line];

    /// <summary>Where the characters of a line end, its line end not counted.</summary>
    public int EndOf(int line)
    {
        int end = line + 1 < _starts.Count ? _starts[line + 1] : _text.Length;
        while (end > _starts[line] && _text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return end;
    }
}
