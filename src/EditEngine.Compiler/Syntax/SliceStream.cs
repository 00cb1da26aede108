using Antlr4.Runtime;
using Antlr4.Runtime.Misc;

namespace EditEngine.Compiler.Syntax;

/// <summary>A stretch of the file's visible tokens, as ANTLR's parser wants to read it, with an end of its own.</summary>
internal sealed class SliceStream : ITokenStream
{
    private IReadOnlyList<EditToken> _tokens = [];
    private int _from;
    private int _to;
    private int _at;
    private EditToken? _end;

    public int Index => _at - _from;

    public int Size => _to - _from + 1;

    public string SourceName => "";

    public ITokenSource? TokenSource => null;

    /// <summary>Reads the tokens from one index up to another, at least one.</summary>
    public void Open(IReadOnlyList<EditToken> tokens, int from, int to)
    {
        _tokens = tokens;
        _from = from;
        _to = to;
        _at = from;
        _end = EditToken.EndAt(tokens[to - 1], to);
    }

    public IToken LT(int k)
    {
        if (k < 0)
        {
            int before = _at + k;
            return before >= _from ? _tokens[before] : null!; // ANTLR's own streams give null before the start
        }

        int wanted = _at + k - 1;
        return wanted < _to ? _tokens[wanted] : _end!; // Open has set it
    }

    public int LA(int i) => LT(i)?.Type ?? TokenConstants.InvalidType;

    public void Consume() => _at++;

    public int Mark() => 0;

    public void Release(int marker)
    {
    }

    public void Seek(int index) => _at = _from + index;

    public IToken Get(int i) => _from + i < _to ? _tokens[_from + i] : _end!; // Open has set it

    public string GetText(Interval interval) => "";

    public string GetText() => "";

    public string GetText(RuleContext ctx) => "";

    public string GetText(IToken start, IToken stop) => "";
}
