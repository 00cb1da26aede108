using System.Globalization;
using System.Text;

namespace EditEngine.Formats.X12.Guides;

/// <summary>Reads the notation of elements: what they are (<c>c2-3 t1-60 (c2 t1-48)</c>), and what a guide makes of them (<c>R:85 R S - S(R:HC R)</c>).</summary>
internal ref struct ElementNotation(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>The elements of a row of the directory, and the notes behind them.</summary>
    public static (ElementForm[] Elements, SyntaxNote[] Notes) Directory(ReadOnlySpan<char> text)
    {
        ElementNotation notation = new(text);
        ElementForm[] elements = notation.Kinds();
        return (elements, notation.Notes());
    }

    /// <summary>What a guide makes of the elements of a segment; those that it does not name are not used.</summary>
    public static ElementForm[] Usages(ReadOnlySpan<char> text, ElementForm[] standard)
    {
        ElementNotation notation = new(text);
        ElementForm[] elements = notation.Usages(standard);
        return notation._at == text.Length ? elements : throw notation.Wrong();
    }

    private ElementForm[] Kinds()
    {
        List<ElementForm> elements = [];
        while (Pass() && Peek() != ')' && !(char.IsAsciiLetterUpper(Peek())))
        {
            int times = Times();
            ElementForm element = Kind();
            elements.AddRange(Enumerable.Repeat(element, times));
        }

        return [.. elements];
    }

    private ElementForm Kind()
    {
        bool isVital = Take('!');
        if (Take('('))
        {
            ElementForm[] parts = Kinds();
            Expect(')');
            return new ElementForm(Usage.Situational, ElementKind.Composite, 1, short.MaxValue, isVital) { Parts = parts };
        }

        ElementKind kind = Next() switch
        {
            't' => ElementKind.Text,
            'b' => ElementKind.Filler,
            'c' => ElementKind.Code,
            'n' => ElementKind.WholeNumber,
            'r' => ElementKind.Number,
            'd' => ElementKind.Date,
            'h' => ElementKind.Time,
            _ => throw Wrong(),
        };
        isVital |= Take('!');
        short least = (short)Number();
        return new ElementForm(Usage.Situational, kind, least, Take('-') ? (short)Number() : least, isVital);
    }

    private SyntaxNote[] Notes()
    {
        List<SyntaxNote> notes = [];
        while (Pass())
        {
            char kind = Next();
            int start = _at;
            while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            {
                _at++;
            }

            string digits = new(_text[start.._at]);
            notes.Add("PRECL".Contains(kind, StringComparison.Ordinal) && digits.Length is >= 4 && digits.Length % 2 == 0
                ? new SyntaxNote(kind, [.. digits.Chunk(2).Select(two => int.Parse(two, NumberStyles.None, CultureInfo.InvariantCulture))])
                : throw Wrong());
        }

        return [.. notes];
    }

    private ElementForm[] Usages(ElementForm[] standard)
    {
        ElementForm[] elements = [.. standard.Select(element => element with { Usage = Usage.NotUsed })];
        int position = 0;
        while (Pass() && Peek() != ')')
        {
            int times = Times();
            ElementForm element = OfGuide(position < standard.Length ? standard[position] : throw Wrong());
            for (int i = 0; i < times; i++, position++)
            {
                ElementForm own = position < standard.Length ? standard[position] : throw Wrong();
                elements[position] = own with { Usage = element.Usage, Codes = element.Codes, Parts = own.Kind == ElementKind.Composite && element.Parts.Length > 0 ? element.Parts : own.Parts };
            }
        }

        return elements;
    }

    private ElementForm OfGuide(ElementForm standard)
    {
        Usage usage = Next() switch
        {
            'R' => Usage.Required,
            'S' => Usage.Situational,
            '-' => Usage.NotUsed,
            _ => throw Wrong(),
        };
        ElementForm element = standard with { Usage = usage };
        if (Take('('))
        {
            element = element with { Parts = Usages(standard.Parts) };
            Expect(')');
        }
        else if (Take(':'))
        {
            element = element with { Codes = Codes() };
        }

        return element;
    }

    private ulong[] Codes()
    {
        int start = _at;
        while (_at < _text.Length && _text[_at] is not (' ' or ')'))
        {
            _at++;
        }

        string[] codes = new string(_text[start.._at]).Split(',');
        return Array.TrueForAll(codes, code => code.Length is > 0 and <= ElementForm.LongestCode)
            ? [.. codes.Select(code => ElementForm.Packed(Encoding.ASCII.GetBytes(code)))]
            : throw Wrong();
    }

    /// <summary>Three elements alike are written <c>3*S</c>.</summary>
    private int Times()
    {
        int start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        if (start == _at)
        {
            return 1;
        }

        int times = int.Parse(_text[start.._at], NumberStyles.None, CultureInfo.InvariantCulture);
        Expect('*');
        return times;
    }

    private int Number()
    {
        int start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return start == _at ? throw Wrong() : int.Parse(_text[start.._at], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private bool Pass()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }

        return _at < _text.Length;
    }

    private readonly char Peek() => _text[_at];

    private char Next() => _at < _text.Length ? _text[_at++] : throw Wrong();

    private bool Take(char sign)
    {
        bool stands = _at < _text.Length && _text[_at] == sign;
        _at += stands ? 1 : 0;
        return stands;
    }

    private void Expect(char sign)
    {
        if (!Take(sign))
        {
            throw Wrong();
        }
    }

    private readonly FormatException Wrong() => new($"Column {_at + 1} of '{_text}' is no notation of elements.");
}
