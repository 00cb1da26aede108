using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// Comments of other languages and texts in single quotes, before the text is cut into declarations: a comment is passed over, a text taken as one
/// in double quotes, each with one diagnostic. Lines of tests and rows of grids are left alone: their cells are free text.
/// </summary>
internal sealed class ForeignText
{
    private readonly List<EditToken> _tokens;
    private readonly SyntaxReport _report;
    private readonly List<EditToken> _kept = [];
    private int _testColumn = -1;

    // Several in one line are one habit.
    private int _lineTold = -1;

    private ForeignText(List<EditToken> tokens, SyntaxReport report)
    {
        _tokens = tokens;
        _report = report;
    }

    /// <summary>The tokens without what was a comment elsewhere.</summary>
    public static List<EditToken> Read(List<EditToken> tokens, SyntaxReport report) => new ForeignText(tokens, report).Read();

    private List<EditToken> Read()
    {
        if (!_tokens.Exists(token => token.Type is Grammar.BAD or Grammar.SLASH))
        {
            return _tokens;
        }

        for (int at = 0; at < _tokens.Count;)
        {
            EditToken token = _tokens[at];
            if (token.IsFirstInLine)
            {
                _testColumn = token.Type == Grammar.TEST || IsNamedClaim(at) ? token.Column : token.Column <= _testColumn ? -1 : _testColumn;
            }

            bool isFree = token.IsFirstInLine && (token.Type == Grammar.BAR || (_testColumn >= 0 && token.Type != Grammar.TEST));
            at = isFree ? Kept(at, EndOfLine(at)) : Next(at);
        }

        for (int i = 0; i < _kept.Count; i++)
        {
            _kept[i].TokenIndex = i;
            _kept[i].IsFirstInLine = i == 0 || _kept[i].Line != _kept[i - 1].Line;
        }

        return _kept;
    }

    private bool IsNamedClaim(int at) => (_testColumn < 0 || _tokens[at].Column <= _testColumn) && _tokens[at].Type == Grammar.CLAIM && at + 1 < _tokens.Count && _tokens[at + 1].Type == Grammar.STRING;

    private int Next(int at)
    {
        string? sign = CommentSign(at);
        if (sign is not null)
        {
            int end = sign == "/*" ? EndOfBlock(at) : EndOfLine(at);
            _report.Add(SlipDiagnostics.CommentSign(_report.Place(new TextSpan(_tokens[at].StartIndex, sign.Length)), sign));
            return end;
        }

        if (Is(at, "'") && Closing(at) is int last)
        {
            Quoted(at, last);
            return last + 1;
        }

        return Kept(at, at + 1);
    }

    private string? CommentSign(int at)
    {
        bool hasNext = at + 1 < _tokens.Count && _tokens[at + 1].StartIndex == _tokens[at].End;
        return Is(at, "#") ? "#"
            : _tokens[at].Type == Grammar.SLASH && hasNext && _tokens[at + 1].Type == Grammar.SLASH ? "//"
            : _tokens[at].Type == Grammar.SLASH && hasNext && _tokens[at + 1].Type == Grammar.STAR ? "/*"
            : Is(at, "'") && _tokens[at].IsFirstInLine && Closing(at) is null ? "'"
            : null;
    }

    private bool Is(int at, string sign) => _tokens[at].Type == Grammar.BAD && _tokens[at].Written == sign;

    private int EndOfLine(int at)
    {
        int line = _tokens[at].Line;
        while (at < _tokens.Count && _tokens[at].Line == line)
        {
            at++;
        }

        return at;
    }

    // To the sign that closes it; where there is none, to the end of its line.
    private int EndOfBlock(int at)
    {
        for (int i = at + 2; i + 1 < _tokens.Count; i++)
        {
            if (_tokens[i].Type == Grammar.STAR && _tokens[i + 1].Type == Grammar.SLASH && _tokens[i + 1].StartIndex == _tokens[i].End)
            {
                return i + 2;
            }
        }

        return EndOfLine(at);
    }

    private int? Closing(int at)
    {
        for (int i = at + 1; i < _tokens.Count && _tokens[i].Line == _tokens[at].Line; i++)
        {
            if (Is(i, "'"))
            {
                return i;
            }
        }

        return null;
    }

    private void Quoted(int at, int last)
    {
        TextSpan span = TextSpan.FromTo(_tokens[at].StartIndex, _tokens[last].End);
        string text = _report.Source.Slice(span)[1..^1].Replace('"', ' ');
        EditToken before = _tokens[Math.Max(0, at - 1)];
        bool isCode = text.Length > 0 && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '.') && text.Any(char.IsAsciiDigit);

        // A pattern after `like` is told with it.
        if (!before.Written.Equals("like", StringComparison.OrdinalIgnoreCase) && _tokens[at].Line != _lineTold)
        {
            _lineTold = _tokens[at].Line;
            SourceSpan place = _report.Place(span);
            _report.Add(SlipDiagnostics.SingleQuotes(place, isCode ? $"The code {text}" : "The text", isCode ? text : $"\"{text}\""));
        }

        _kept.Add(_tokens[at].Widened(isCode ? Grammar.ATOM : Grammar.STRING, span, isCode ? text : $"\"{text}\""));
    }

    private int Kept(int from, int to)
    {
        _kept.AddRange(_tokens[from..to]);
        return to;
    }
}
