using Antlr4.Runtime;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// Repairs the first words of lines before the outline is cut: a misspelt or capitalised keyword, a word of other languages, an outcome
/// without <c>then</c>. Each gives one diagnostic with a fix, and the parse goes on as if it were written right.
/// </summary>
internal sealed class LineRepairs
{
    private static readonly string[] DeclarationWords =
        ["edit", "define", "codes", "table", "parameter", "reasons", "pack", "phases", "dates", "limit", "fact", "disable", "override", "extend", "replace"];

    private static readonly string[] ClauseWords =
    [
        "when", "then", "unless", "otherwise", "let", "for", "also", "message", "test", "end", "effective", "cite", "owner", "phase", "retro", "monitor",
        "deprecated", "tags", "precedence", "parameter",
    ];

    private static readonly string[] InnerWords = ["and", "or", "because", "where", "with"];

    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["except"] = "unless",
        ["given"] = "when",
        ["elseif"] = "otherwise when",
        ["elsif"] = "otherwise when",
        ["do"] = "then",
        ["foreach"] = "for each",
        ["rule"] = "edit",
        ["endedit"] = "end",
    };

    private readonly List<EditToken> _tokens;
    private readonly List<EditToken> _repaired = [];
    private readonly SyntaxReport _report;
    private readonly Outline _outline;
    private int _declarationColumn = -1;
    private bool _isEdit;
    private int _testColumn = -1;
    private int _clause;
    private int _open;
    private EditToken? _second;

    private LineRepairs(List<EditToken> tokens, SyntaxReport report)
    {
        _tokens = tokens;
        _report = report;
        _outline = new Outline(tokens);
    }

    /// <summary>Whether a word starts a declaration or a clause.</summary>
    public static bool StartsSomething(string word) => DeclarationWords.Contains(word, StringComparer.Ordinal) || ClauseWords.Contains(word, StringComparer.Ordinal);

    /// <summary>The tokens with their lines' first words repaired.</summary>
    public static List<EditToken> Repair(List<EditToken> tokens, SyntaxReport report) => new LineRepairs(tokens, report).Repair();

    private List<EditToken> Repair()
    {
        for (int i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].IsFirstInLine)
            {
                Line(i);
            }

            _open = Math.Max(0, _open + (_tokens[i].Type switch { Grammar.LP or Grammar.LB => 1, Grammar.RP or Grammar.RB => -1, _ => 0 }));
            _repaired.Add(_tokens[i]);
            if (_second is not null)
            {
                _repaired.Add(_second);
                _second = null;
            }
        }

        for (int i = 0; i < _repaired.Count; i++)
        {
            _repaired[i].TokenIndex = i;
        }

        return _repaired;
    }

    private void Line(int at)
    {
        EditToken token = _tokens[at];
        if (IsRepairable(at))
        {
            Repair(at);
        }

        if (_outline.IsDeclarationStart(at, _declarationColumn < 0 ? int.MaxValue : _declarationColumn))
        {
            _isEdit = _outline.IsEditStart(at);
            _declarationColumn = token.Column;
            _testColumn = token.Type == Grammar.CLAIM ? token.Column : -1; // What stands below is what stands in a test.
            _clause = token.Type;
            _open = 0;
        }
        else if (_isEdit && _outline.IsEnd(at))
        {
            _isEdit = false;
            _declarationColumn = -1;
        }
        else if (_isEdit && Outline.IsClauseWord(token.Type) && (_testColumn < 0 || token.Column <= _testColumn || token.Type == Grammar.TEST))
        {
            _testColumn = token.Type == Grammar.TEST ? token.Column : -1;
            _clause = token.Type;
            _open = 0;
        }
    }

    /// <summary>A place where a line's first word should start something: nothing before it asks for more, and it is no line of a test.</summary>
    private bool IsRepairable(int at)
    {
        bool isInside = _testColumn >= 0 && _tokens[at].Column > _testColumn;
        return !isInside && !Outline.AsksForMore(_outline.TypeAt(at - 1))
            && _outline.TypeAt(at + 1) is not (Grammar.DOT or Grammar.EQ or Grammar.NE or Grammar.COLON or Grammar.COMMA);
    }

    private void Repair(int at)
    {
        EditToken token = _tokens[at];
        bool isTop = token.Column <= _declarationColumn || _declarationColumn < 0;
        if (_isEdit && _open == 0 && _outline.IsVerb(at) && _outline.TypeAt(at + 1) == Grammar.THEN)
        {
            Swapped(token, _tokens[at + 1]);
        }
        else if (_isEdit && _open == 0 && _outline.IsVerb(at) && _outline.TypeAt(at - 1) is not (Grammar.THEN or Grammar.ALSO or Grammar.WITH))
        {
            Outcome(token);
        }
        else if (_isEdit && token.Type == Grammar.FOR && at + 1 < _tokens.Count && _tokens[at + 1].Written is "every" or "all" or "any")
        {
            Each(token, _tokens[at + 1]);
        }
        else if (token.Type == Grammar.WORD)
        {
            Word(at, isTop);
        }
        else if (_isEdit && token.Type == Grammar.IF && _open == 0 && _clause is not (Grammar.LET or Grammar.PARAMETER))
        {
            If(token);
        }
        else if (_isEdit && token.Type == Grammar.ELSE && _clause is Grammar.THEN or Grammar.ALSO or Grammar.MESSAGE)
        {
            Else(token, _tokens[at + 1 < _tokens.Count ? at + 1 : at]);
        }
    }

    private void If(EditToken token)
    {
        if (_clause is not (Grammar.EDIT or Grammar.EFFECTIVE or Grammar.CITE or Grammar.OWNER or Grammar.PHASE))
        {
            Retag(token, token.Span, "when");
            return;
        }

        _report.AddWithoutThings(SlipDiagnostics.IfThen(_report.Place(token.Span)));
        token.ReadAs = "when";
        token.Type = Grammar.WHEN;
    }

    private void Else(EditToken token, EditToken next)
    {
        if (next.Type != Grammar.IF)
        {
            bool isOutcome = next.Line == token.Line && _outline.IsVerb(_tokens.IndexOf(next));
            Retag(token, token.Span, isOutcome ? "otherwise then" : "otherwise");
            return;
        }

        Retag(token, TextSpan.FromTo(token.StartIndex, next.End), "otherwise");
        next.ReadAs = "when";
        next.Type = Grammar.WHEN;
    }

    /// <summary>Puts the missing word before the verb, with no width.</summary>
    private void Outcome(EditToken verb)
    {
        bool isSecond = _clause is Grammar.THEN or Grammar.ALSO;
        EditToken word = new("", isSecond ? Grammar.ALSO : Grammar.THEN, TokenConstants.DefaultChannel, verb.StartIndex, verb.StartIndex - 1, verb.Line, verb.Column)
        {
            IsFirstInLine = true,
            ReadAs = isSecond ? "also" : "then",
        };
        verb.IsFirstInLine = false;
        _repaired.Add(word);
        _clause = word.Type;
        _report.Add(isSecond
            ? SignDiagnostics.NeedsAlso(_report.Place(verb.Span), verb.Written)
            : SignDiagnostics.NeedsThen(_report.Place(verb.Span), verb.Written));
    }

    /// <summary><c>deny then v</c>.</summary>
    private void Swapped(EditToken verb, EditToken then)
    {
        TextSpan both = TextSpan.FromTo(verb.StartIndex, then.End);
        _report.Add(SignDiagnostics.VerbBeforeThen(_report.Place(both), verb.Written));
        (verb.ReadAs, then.ReadAs) = (then.Written, verb.Written);
        (verb.Type, then.Type) = (then.Type, verb.Type);
    }

    private void Word(int at, bool isTop)
    {
        EditToken token = _tokens[at];
        string small = token.Text.ToLowerInvariant();
        if (small != token.Text && at + 1 < _tokens.Count && small == "for" && _tokens[at + 1].Written.Equals("each", StringComparison.OrdinalIgnoreCase) && _isEdit)
        {
            ForEach(token, _tokens[at + 1]);
            return;
        }

        if (small != token.Text && Words(isTop).Concat(InnerWords).Contains(small, StringComparer.Ordinal))
        {
            _report.Add(SignDiagnostics.CapitalWord(_report.Place(token.Span), token.Written, small));
            token.ReadAs = small;
            token.Type = TokenKinds.TypeOf(small);
            return;
        }

        string? meant = Synonyms.TryGetValue(small, out string? synonym) && (_isEdit || (isTop && synonym == "edit"))
            ? synonym
            : Spelling.Nearest(small, Words(isTop));
        if (meant is not null && Fits(meant, at + 1))
        {
            Retag(token, token.Span, meant);
        }
    }

    /// <summary><c>for every line v</c>.</summary>
    private void Each(EditToken word, EditToken each)
    {
        TextSpan both = TextSpan.FromTo(word.StartIndex, each.End);
        _report.Add(SignDiagnostics.MisspeltWord(_report.Place(both), _report.Source.Slice(both), "for each"));
        (each.Type, each.ReadAs) = (Grammar.EACH, "each");
    }

    private void ForEach(EditToken word, EditToken each)
    {
        TextSpan both = TextSpan.FromTo(word.StartIndex, each.End);
        _report.Add(SignDiagnostics.CapitalWord(_report.Place(both), _report.Source.Slice(both), "for each"));
        (word.Type, word.ReadAs) = (Grammar.FOR, "for");
        (each.Type, each.ReadAs) = (Grammar.EACH, "each");
    }

    /// <summary>What follows is not something that could never follow the word: <c>the</c> before <c>end</c> is no <c>then</c>.</summary>
    private bool Fits(string meant, int next) => meant switch
    {
        "then" => _outline.IsVerb(next) || _outline.TypeAt(next) == Grammar.WORD,
        "end" => next >= _tokens.Count || _tokens[next].IsFirstInLine,
        _ => true,
    };

    private IEnumerable<string> Words(bool isTop) => (_isEdit, isTop) switch
    {
        (true, true) => ClauseWords.Concat(DeclarationWords),
        (true, false) => ClauseWords,
        (false, true) => DeclarationWords,
        _ => [],
    };

    private void Retag(EditToken token, TextSpan written, string meant)
    {
        _report.Add(SignDiagnostics.MisspeltWord(_report.Place(written), _report.Source.Slice(written), meant));
        string[] words = meant.Split(' ');
        token.ReadAs = words[0];
        token.Type = TokenKinds.TypeOf(words[0]);
        if (words.Length > 1)
        {
            _second = new EditToken("", TokenKinds.TypeOf(words[1]), TokenConstants.DefaultChannel, token.End, token.StopIndex, token.Line, token.Column)
            {
                ReadAs = words[1],
            };
        }
    }
}
