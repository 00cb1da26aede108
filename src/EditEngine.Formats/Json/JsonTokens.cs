using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace EditEngine.Formats.Json;

/// <summary>The tokens of one whole text of UTF-8, as <see cref="Utf8JsonReader"/> gives them, in half of its time: nothing is kept here for texts that come in parts.</summary>
/// <remarks>What is no JSON throws the framework's own exception: that reader is asked then, so its places are those that it always gave.</remarks>
internal ref struct JsonTokens(ReadOnlySpan<byte> text)
{
    /// <summary>How many objects and lists may be open at once: the framework's own bound.</summary>
    public const int MaxDepth = 64;

    private const int MostShort = 16;

    private static readonly SearchValues<byte> EndOfPlain = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    private static readonly SearchValues<byte> BehindNumbers = SearchValues.Create(",}] \n\r\t/"u8);

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;
    private int _start;
    private int _valueStart;
    private int _valueEnd;
    private int _depth;
    private ulong _lists; // a bit for each that is open, the innermost lowest: is it a list?

    /// <summary>How many objects and lists are open.</summary>
    public readonly int Depth => _depth;

    /// <summary>What the token is.</summary>
    public JsonTokenType TokenType { get; private set; }

    /// <summary>True where the text or name has escapes.</summary>
    public bool ValueIsEscaped { get; private set; }

    /// <summary>Where the token begins.</summary>
    public readonly int TokenStartIndex => _start;

    /// <summary>Where it ended.</summary>
    public readonly int BytesConsumed => _at;

    /// <summary>Its bytes, of a text or name without the quotes.</summary>
    public readonly ReadOnlySpan<byte> ValueSpan => _text[_valueStart.._valueEnd];

    /// <summary>Moves to the next token; false behind the last.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool Read()
    {
        byte next = NextByte();
        switch (TokenType)
        {
            case JsonTokenType.None or JsonTokenType.PropertyName:
                return ReadValue(next);
            case JsonTokenType.StartObject:
                return next == '}' ? Close(JsonTokenType.EndObject) : ReadName(next);
            case JsonTokenType.StartArray:
                return next == ']' ? Close(JsonTokenType.EndArray) : ReadValue(next);
            default:
                return ReadBehindValue(next);
        }
    }

    /// <summary>Moves to the end of the object or list that begins here; elsewhere not at all.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public void Skip()
    {
        if (TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            int outside = _depth - 1;
            while (_depth > outside)
            {
                Read();
            }
        }
    }

    /// <summary>The text or name without its escapes, which hold no half of a character.</summary>
    public readonly string GetString()
    {
        if (!ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(ValueSpan);
        }

        Utf8JsonReader quoted = new(_text[_start..(_valueEnd + 1)]);
        quoted.Read();
        return quoted.GetString()!; // a text
    }

    /// <summary>Whether the text is this word of letters without accents.</summary>
    public readonly bool ValueTextEquals(string word) => ValueIsEscaped ? GetString() == word : Ascii.Equals(ValueSpan, word);

    private bool ReadBehindValue(byte next)
    {
        if (_depth == 0)
        {
            return _at < _text.Length && Malformed();
        }

        bool isList = (_lists & 1) != 0;
        if (next == ',')
        {
            _at++;
            next = NextByte();
            return isList ? ReadValue(next) : ReadName(next);
        }

        return next == (isList ? ']' : '}') ? Close(isList ? JsonTokenType.EndArray : JsonTokenType.EndObject) : Malformed();
    }

    private bool ReadName(byte next)
    {
        if (next != '"')
        {
            return Malformed();
        }

        ReadQuoted();
        if (NextByte() != ':')
        {
            return Malformed();
        }

        _at++;
        TokenType = JsonTokenType.PropertyName;
        return true;
    }

    private bool ReadValue(byte next)
    {
        _start = _at;
        switch (next)
        {
            case (byte)'"':
                ReadQuoted();
                TokenType = JsonTokenType.String;
                return true;
            case (byte)'{':
                return Open(JsonTokenType.StartObject);
            case (byte)'[':
                return Open(JsonTokenType.StartArray);
            case (byte)'t':
                return ReadLiteral("true"u8, JsonTokenType.True);
            case (byte)'f':
                return ReadLiteral("false"u8, JsonTokenType.False);
            case (byte)'n':
                return ReadLiteral("null"u8, JsonTokenType.Null);
            default:
                return ReadNumber();
        }
    }

    private void ReadQuoted()
    {
        _start = _at;
        _valueStart = _at + 1;
        ValueIsEscaped = false;
        int at = _valueStart;
        while (true)
        {
            at = PlainEnd(at);
            if (_text[at] == '"')
            {
                break;
            }

            ValueIsEscaped = true;
            at += EscapeLength(at);
        }

        _valueEnd = at;
        _at = at + 1;
    }

    // The next quote, backslash or control character; throws where there is none. Most names and texts are short: for them a search costs more than a loop.
    private readonly int PlainEnd(int from)
    {
        ReadOnlySpan<byte> rest = _text[from..];
        int near = Math.Min(rest.Length, MostShort);
        for (int at = 0; at < near; at++)
        {
            if (rest[at] is (byte)'"' or (byte)'\\' or < 0x20)
            {
                return from + at;
            }
        }

        int step = rest[near..].IndexOfAny(EndOfPlain);
        if (step < 0)
        {
            Malformed();
        }

        return from + near + step;
    }

    // Throws where no escape is there.
    private readonly int EscapeLength(int at)
    {
        ReadOnlySpan<byte> rest = _text[at..];
        if (rest is [(byte)'\\', (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t', ..])
        {
            return 2;
        }

        if (rest is [(byte)'\\', (byte)'u', var a, var b, var c, var d, ..] && IsHex(a) && IsHex(b) && IsHex(c) && IsHex(d))
        {
            return 6;
        }

        Malformed();
        return 0;
    }

    private static bool IsHex(byte one) => char.IsAsciiHexDigit((char)one);

    private bool ReadLiteral(ReadOnlySpan<byte> literal, JsonTokenType type)
    {
        if (!_text[_at..].StartsWith(literal))
        {
            return Malformed();
        }

        return Take(literal.Length, type);
    }

    private bool ReadNumber()
    {
        ReadOnlySpan<byte> rest = _text[_at..];
        int at = rest is [(byte)'-', ..] ? 1 : 0;
        int whole = Digits(rest[at..]);
        bool isGood = whole == 1 || (whole > 1 && rest[at] != '0');
        at += whole;
        if (at < rest.Length && rest[at] == '.')
        {
            int decimals = Digits(rest[(at + 1)..]);
            isGood &= decimals > 0;
            at += 1 + decimals;
        }

        if (at < rest.Length && rest[at] is (byte)'e' or (byte)'E')
        {
            at += at + 1 < rest.Length && rest[at + 1] is (byte)'+' or (byte)'-' ? 2 : 1;
            int exponent = Digits(rest[at..]);
            isGood &= exponent > 0;
            at += exponent;
        }

        isGood &= at < rest.Length ? BehindNumbers.Contains(rest[at]) : _depth == 0;
        return isGood ? Take(at, JsonTokenType.Number) : Malformed();
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int count = 0;
        while (count < text.Length && (uint)(text[count] - '0') <= 9)
        {
            count++;
        }

        return count;
    }

    private bool Take(int length, JsonTokenType type)
    {
        (_valueStart, _valueEnd, _at) = (_at, _at + length, _at + length);
        ValueIsEscaped = false;
        TokenType = type;
        return true;
    }

    private bool Open(JsonTokenType type)
    {
        if (_depth == MaxDepth)
        {
            return Malformed();
        }

        _depth++;
        _lists = (_lists << 1) | (type == JsonTokenType.StartArray ? 1u : 0u);
        return Take(1, type);
    }

    private bool Close(JsonTokenType type)
    {
        _start = _at;
        _depth--;
        _lists >>= 1;
        return Take(1, type);
    }

    // The next byte that is no blank; 0, which begins nothing, at the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte NextByte() => _at < _text.Length && _text[_at] > ' ' ? _text[_at] : NextBehindBlanks();

    private byte NextBehindBlanks()
    {
        while (_at < _text.Length)
        {
            byte next = _text[_at];
            if (next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return next;
            }

            _at++;
        }

        return 0;
    }

    private readonly bool Malformed()
    {
        Utf8JsonReader json = new(_text);
        while (json.Read())
        {
        }

        throw new UnreachableException("The framework's reader takes this text.");
    }
}
