using System.Text;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>Where each line begins and how its tokens are spaced, told by the clause or declaration it belongs to.</summary>
internal sealed class LineLayout
{
    private const int Step = 2;
    private const int ClauseColumn = 10;
    private const int WhereColumn = 6;

    private readonly SyntaxTree _tree;
    private readonly List<SourceLine> _lines;
    private readonly Dictionary<int, SyntaxNode> _starts = [];
    private readonly HashSet<int> _testLines = [];
    private readonly Dictionary<int, string> _gridRows;

    private DeclarationSyntax? _declaration;
    private SyntaxNode? _node;
    private int _clauseColumn;
    private int _shift;
    private int _depth;
    private bool _inBraces;
    private int? _testShift;

    public LineLayout(SyntaxTree tree, List<SourceLine> lines)
    {
        _tree = tree;
        _lines = lines;
        foreach (DeclarationSyntax declaration in tree.Declarations)
        {
            _starts[declaration.Span.Start] = declaration;
            _testLines.UnionWith(declaration is NamedClaimSyntax claim ? claim.Body.Select(line => line.Span.Start) : []);
            IEnumerable<ClauseSyntax> clauses = declaration switch
            {
                EditSyntax edit => edit.Clauses,
                ExtendSyntax extend => extend.Exceptions,
                _ => [],
            };
            foreach (ClauseSyntax clause in clauses)
            {
                _starts[clause.Span.Start] = clause;
                _testLines.UnionWith(clause is TestSyntax test ? test.Body.Select(line => line.Span.Start) : []);
            }
        }

        _gridRows = GridLayout.Rows(tree);
    }

    /// <summary>The text of a line, without its end. Lines are asked for in order.</summary>
    public string Layout(int index)
    {
        SourceLine line = _lines[index];
        if (line.IsComment)
        {
            return new string(' ', CommentIndent(index)) + line.First.Text;
        }

        if (_testLines.Contains(line.First.Start))
        {
            return TestLine(line);
        }

        if (_gridRows.TryGetValue(line.First.Start, out string? row))
        {
            return WithComment(new StringBuilder().Append(' ', Step).Append(row), line);
        }

        int indent = Indent(line);
        return Spaced(line, indent);
    }

    /// <summary>A comment of its own line stands as the line after it.</summary>
    private int CommentIndent(int index)
    {
        int next = index;
        while (next < _lines.Count && _lines[next].IsComment)
        {
            next++;
        }

        if (next == _lines.Count)
        {
            return 0;
        }

        SourceLine line = _lines[next];
        if (_starts.TryGetValue(line.First.Start, out SyntaxNode? node))
        {
            return node is DeclarationSyntax ? 0 : Step;
        }

        return line.First.Text == "end" ? Step : Math.Max(Step, line.First.Column + (_testLines.Contains(line.First.Start) ? _testShift ?? 0 : _shift));
    }

    /// <summary>Lines of a test keep their shape and move together. What they mean is another language's.</summary>
    private string TestLine(SourceLine line)
    {
        int indent = _declaration is NamedClaimSyntax ? Step : 2 * Step;
        _testShift ??= indent - line.First.Column;
        StringBuilder text = new StringBuilder().Append(' ', Math.Max(indent, line.First.Column + _testShift.Value));
        LineToken last = line.Tokens.LastOrDefault(token => token.Kind != TokenKind.Comment);
        text.Append(_tree.Source.Text, line.First.Start, last.Start + last.Text.Length - line.First.Start);
        return WithComment(text, line);
    }

    private static string WithComment(StringBuilder text, SourceLine line)
    {
        LineToken last = line.Tokens[^1];
        if (last.Kind == TokenKind.Comment)
        {
            int gap = line.Tokens.Count > 1 ? last.Column - line.Tokens[^2].EndColumn : 0;
            text.Append(' ', Math.Max(2, gap)).Append(last.Text);
        }

        return text.ToString();
    }

    private int Indent(SourceLine line)
    {
        LineToken first = line.First;
        if (_starts.TryGetValue(first.Start, out SyntaxNode? node))
        {
            _node = node;
            _declaration = node as DeclarationSyntax ?? _declaration;
            _clauseColumn = first.Column;
            _depth = 0;
            _testShift = null;
            int indent = node is DeclarationSyntax ? 0 : Step;
            Anchor(line, indent);
            return indent;
        }

        if (_declaration is EditSyntax && first.Text == "end" && _depth == 0)
        {
            return 0;
        }

        if (_declaration is ReasonsSyntax or TableSyntax)
        {
            return Step;
        }

        if (IsAnchored(first))
        {
            Anchor(line, Step);
            return Step;
        }

        return Math.Max(Step, first.Column + _shift);
    }

    /// <summary>and, or and where at the clause's own indentation carry on its column.</summary>
    private bool IsAnchored(LineToken first) => _depth == 0 && first.Text is "and" or "or" or "where"
        && first.Column <= _clauseColumn + Step && (_node is ClauseSyntax ? first.Text != "where" : _node is DefineKindSyntax);

    private void Anchor(SourceLine line, int indent)
    {
        int head = HeadLength(line);
        if (line.Tokens.Count > head && line.Tokens[head].Kind != TokenKind.Comment)
        {
            _shift = indent + HeadWidth(line, head) - line.Tokens[head].Column;
        }
        else
        {
            _shift = indent - line.First.Column;
        }
    }

    /// <summary>How many tokens stand before the column of what a clause says.</summary>
    private static int HeadLength(SourceLine line) => line.Tokens.Count > 1 && line.First.Text == "for" && line.Tokens[1].Text == "each" ? 2 : 1;

    private int HeadWidth(SourceLine line, int head)
    {
        int length = line.Tokens[head - 1].EndColumn - line.First.Column;
        if (head == 2)
        {
            length = "for each".Length;
        }

        return _node switch
        {
            TestSyntax or SkipSyntax => length + 1,
            ClauseSyntax => Math.Max(length + 1, ClauseColumn),
            DefineKindSyntax when line.First.Text != "define" => Math.Max(length + 1, WhereColumn),
            _ => length + 1,
        };
    }

    private string Spaced(SourceLine line, int indent)
    {
        StringBuilder text = new StringBuilder().Append(' ', indent);
        bool isHeadLine = _starts.ContainsKey(line.First.Start) || (indent == Step && IsAnchored(line.First));
        int head = isHeadLine ? HeadLength(line) : 0;
        for (int i = 0; i < line.Tokens.Count; i++)
        {
            LineToken token = line.Tokens[i];
            if (token.Kind == TokenKind.Comment)
            {
                return WithComment(text, line);
            }

            if (i > 0)
            {
                int written = token.Column - line.Tokens[i - 1].EndColumn;
                int gap = i == head ? indent + HeadWidth(line, head) - text.Length : Gap(line.Tokens, i, written);
                text.Append(' ', gap);
            }

            text.Append(token.Text);
            Count(token);
        }

        return text.ToString();
    }

    private void Count(LineToken token)
    {
        if (token.Kind != TokenKind.Sign)
        {
            return;
        }

        _depth += token.Text switch { "(" or "{" => 1, ")" or "}" => -1, _ => 0 };
        _inBraces = token.Text == "{" || (_inBraces && token.Text != "}");
    }

    private int Gap(List<LineToken> tokens, int at, int written)
    {
        LineToken before = tokens[at - 1];
        LineToken token = tokens[at];
        if (IsSign(token, ")") || IsSign(token, ",") || IsSign(token, ".") || IsSign(before, "(") || IsSign(before, ".") || (_inBraces && IsSign(token, "*")))
        {
            return 0;
        }

        if (IsSign(before, "-") && (at == 1 || !IsOperand(tokens[at - 2])))
        {
            return 0;
        }

        if (_depth == 0 && IsKept(token))
        {
            return Math.Max(1, written);
        }

        return _depth == 0 && token.Kind == TokenKind.Keyword && SectionWords.IsSection(_node, token.Text, before.Text) ? 2 : 1;
    }

    /// <summary>Before a colon, an equals sign and the parts of a list of files the writer may align.</summary>
    private bool IsKept(LineToken token) => token.Text switch
    {
        ":" => true,
        "=" => _node is LetSyntax or DefineKindSyntax or DefineValueSyntax or ReasonsSyntax or ParameterSyntax or ParameterClauseSyntax or CodesSyntax,
        "from" or "dated" or "column" => _node is CodesSyntax or CodeTableSyntax or FactSyntax or TableSyntax,
        _ => false,
    };

    private static bool IsSign(LineToken token, string text) => token.Kind == TokenKind.Sign && token.Text == text;

    private static bool IsOperand(LineToken token) =>
        token.Kind is TokenKind.Word or TokenKind.Atom or TokenKind.AtName or TokenKind.Text or TokenKind.Date or TokenKind.Money or TokenKind.Percent
        || (token.Kind == TokenKind.Sign && token.Text is ")" or "}")
        || (token.Kind == TokenKind.Keyword && !SectionWords.IsBeforeValue(token.Text));
}
