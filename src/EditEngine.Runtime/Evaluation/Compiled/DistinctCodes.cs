using System.Numerics;

namespace EditEngine.Evaluation.Compiled;

/// <summary>The procedures of a claim's lines, each once, and the lines that have each. Arrays are used again.</summary>
internal sealed class DistinctCodes
{
    private ulong[] _codes = [];
    private int[] _ofLine = [];
    private ulong[] _lines = [];
    private int[] _places = [];
    private int _last;
    private int _shift;

    /// <summary>How many codes there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many lines have them.</summary>
    public int LineCount { get; private set; }

    /// <summary>How many words the lines of a claim take.</summary>
    public int Words { get; private set; }

    /// <summary>The codes, in the order of the lines that have them first.</summary>
    public ReadOnlySpan<ulong> Codes => _codes.AsSpan(0, Count);

    /// <summary>Which of the codes a line has.</summary>
    public int OfLine(int line) => _ofLine[line];

    /// <summary>The lines with a code, a bit a line.</summary>
    public ReadOnlySpan<ulong> LinesOf(int code) => _lines.AsSpan(code * Words, Words);

    /// <summary>Makes them anew.</summary>
    /// <param name="codes">The lines' procedures.</param>
    public void Make(ReadOnlySpan<ulong> codes)
    {
        Begin(codes.Length);
        for (int line = 0; line < codes.Length; line++)
        {
            ulong code = codes[line];
            int place = PlaceOf(code);
            if (_places[place] < 0)
            {
                _places[place] = Count;
                _codes[Count++] = code;
            }

            _ofLine[line] = _places[place];
            _lines[(_places[place] * Words) + (line >> 6)] |= 1UL << line;
        }
    }

    /// <summary>Which of the codes a code is; -1 for none of them.</summary>
    public int Find(ulong code) => _places[PlaceOf(code)];

    // Where a code stands, or would: at most half of all places are taken.
    private int PlaceOf(ulong code)
    {
        int place = (int)((code * 0x9E3779B97F4A7C15) >> _shift);
        while (_places[place] >= 0 && _codes[_places[place]] != code)
        {
            place = (place + 1) & _last;
        }

        return place;
    }

    private void Begin(int lines)
    {
        Count = 0;
        LineCount = lines;
        Words = (lines + 63) / 64;
        int places = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * lines, 2));
        if (_places.Length < places)
        {
            _places = new int[places];
            _codes = new ulong[places / 2];
            _ofLine = new int[places / 2];
        }

        _last = places - 1;
        _shift = 64 - BitOperations.Log2((uint)places);

        int words = lines * Words;
        _lines = _lines.Length >= words ? _lines : new ulong[words];
        _lines.AsSpan(0, words).Clear();
        _places.AsSpan(0, places).Fill(-1);
    }
}
