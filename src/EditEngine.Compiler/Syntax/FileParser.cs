using System.Collections.Immutable;
using Antlr4.Runtime;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax.Conversion;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>Parses a file declaration by declaration; each is converted and its contexts dropped before the next begins.</summary>
internal sealed class FileParser
{
    private readonly List<EditToken> _tokens;
    private readonly SyntaxReport _report;
    private readonly Outline _outline;
    private readonly TreeConverter _converter;
    private readonly ClauseParser _clauses;
    private readonly ClauseOrder _order;

    public FileParser(List<EditToken> tokens, SyntaxReport report, SliceParser slices)
    {
        _tokens = tokens;
        _report = report;
        _outline = new Outline(tokens);
        _converter = new TreeConverter(report);
        _clauses = new ClauseParser(tokens, _outline, _converter, report, slices);
        _order = new ClauseOrder(report);
    }

    /// <summary>All declarations in the order written.</summary>
    public ImmutableArray<DeclarationSyntax> Parse()
    {
        ImmutableArray<DeclarationSyntax>.Builder declarations = ImmutableArray.CreateBuilder<DeclarationSyntax>();
        for (int at = 0; at < _tokens.Count;)
        {
            int end;
            if (_outline.IsDeclarationStart(at, int.MaxValue))
            {
                end = _outline.DeclarationEnd(at);
                declarations.Add(Declaration(at, end));
            }
            else
            {
                end = StrayEnd(at);
                SourceSpan place = _report.Place(_tokens[at].Span);
                _report.Add(_tokens[at].IsFirstInLine
                    ? SyntaxDiagnostics.OutsideDeclaration(place, _tokens[at].Written)
                    : SyntaxDiagnostics.AfterEnd(place, _tokens[at].Written));
                declarations.Add(new ErrorDeclarationSyntax(SpanOf(at, end)));
            }

            at = end;
        }

        return declarations.ToImmutable();
    }

    private int StrayEnd(int at)
    {
        int column = _tokens[at].Column;
        do
        {
            at++;
        }
        while (at < _tokens.Count && !_outline.IsDeclarationStart(at, column));
        return at;
    }

    private DeclarationSyntax Declaration(int from, int to)
    {
        if (_outline.IsEditStart(from))
        {
            return Edit(from, to);
        }

        return _tokens[from].Type switch
        {
            Grammar.REASONS => Reasons(from, to),
            Grammar.TABLE => Table(from, to),
            Grammar.EXTEND => Extend(from, to),
            Grammar.CLAIM => NamedClaim(from, to),
            Grammar.PACK => Whole(parser => parser.pack(), from, to),
            Grammar.DATES => Whole(parser => parser.dates(), from, to),
            Grammar.LIMIT => Whole(parser => parser.limit(), from, to),
            Grammar.PHASES => Whole(parser => parser.phases(), from, to),
            Grammar.CODES => Whole(parser => parser.codes(), from, to),
            Grammar.PARAMETER => Whole(parser => parser.parameter(), from, to),
            Grammar.FACT => Whole(parser => parser.fact(), from, to),
            Grammar.DEFINE => Whole(parser => parser.define(), from, to),
            Grammar.DISABLE => Whole(parser => parser.disable(), from, to),
            Grammar.OVERRIDE => Whole(parser => parser.@override(), from, to),
            _ => Whole(parser => parser.editHead(), from, to),
        };
    }

    private DeclarationSyntax Whole<T>(Func<Grammar, T> rule, int from, int to)
        where T : ParserRuleContext =>
        _clauses.Slice(rule, from, to) is { } context ? _converter.Declarations.Declaration(context) : new ErrorDeclarationSyntax(SpanOf(from, to));

    private EditSyntax Edit(int from, int to)
    {
        int count = _report.Count;
        bool hasEnd = to - from > 1 && _outline.IsEnd(to - 1);
        int bodyEnd = hasEnd ? to - 1 : to;
        int headEnd = _clauses.HeadEnd(from, bodyEnd);
        Grammar.EditHeadContext? head = _clauses.Slice(parser => parser.editHead(), from, headEnd);
        ImmutableArray<ClauseSyntax> clauses = _clauses.Clauses(headEnd, bodyEnd);
        if (!hasEnd)
        {
            _report.Add(SyntaxDiagnostics.NoEnd(_report.Place(new TextSpan(_tokens[to - 1].End, 0)), head?.id().Start.Text ?? ""));
        }

        if (head is null)
        {
            return Headless(from, to, clauses);
        }

        EditSyntax edit = _converter.Declarations.Edit(head, SpanOf(from, to), clauses);
        _order.Check(edit, new TextSpan(_tokens[headEnd - 1].End, 0));
        return edit with { HasErrors = _report.HasErrorsSince(count) || _report.HasEarlyErrorIn(edit.Span) };
    }

    /// <summary>An edit whose first line cannot be read still shows its clauses, under the id that stands there, if any.</summary>
    private EditSyntax Headless(int from, int to, ImmutableArray<ClauseSyntax> clauses)
    {
        int word = _tokens[from].Type == Grammar.REPLACE ? from + 1 : from;
        EditToken id = word + 1 < to && _tokens[word + 1].Type is Grammar.WORD or Grammar.ATOM ? _tokens[word + 1] : _tokens[word];
        NameSyntax name = id == _tokens[word] ? new NameSyntax(new TextSpan(id.End, 0), "") : new NameSyntax(id.Span, id.Text);
        return new EditSyntax(SpanOf(from, to), name, null, false, word != from, clauses, true);
    }

    private DeclarationSyntax Extend(int from, int to)
    {
        int headEnd = Find(Grammar.UNLESS, from, to);
        Grammar.ExtendContext? head = _clauses.Slice(parser => parser.extend(), from, headEnd);
        ImmutableArray<ClauseSyntax> clauses = _clauses.Clauses(headEnd, to);
        foreach (ClauseSyntax clause in clauses.Where(clause => clause is not (UnlessSyntax or ErrorClauseSyntax)))
        {
            _report.Add(SyntaxDiagnostics.OnlyUnless(_report.Place(clause.Span)));
        }

        ImmutableArray<UnlessSyntax> exceptions = [.. clauses.OfType<UnlessSyntax>()];
        return head is null ? new ErrorDeclarationSyntax(SpanOf(from, to)) : _converter.Declarations.Extend(head, SpanOf(from, to), exceptions);
    }

    private DeclarationSyntax NamedClaim(int from, int to)
    {
        int headEnd = _clauses.LineEnd(from, to);
        return _clauses.Slice(parser => parser.namedClaim(), from, headEnd) is { } head
            ? new NamedClaimSyntax(SpanOf(from, to), ContextReading.String(head.STRING()), _clauses.Lines(headEnd, to))
            : new ErrorDeclarationSyntax(SpanOf(from, to));
    }

    private DeclarationSyntax Reasons(int from, int to)
    {
        int headEnd = NextRow(from + 1, to);
        Grammar.ReasonsContext? head = _clauses.Slice(parser => parser.reasons(), from, headEnd);
        ImmutableArray<ReasonRowSyntax>.Builder rows = ImmutableArray.CreateBuilder<ReasonRowSyntax>();
        for (int at = headEnd; at < to;)
        {
            int end = NextRow(at + 1, to);
            if (_clauses.Slice(parser => parser.reasonRow(), at, end) is { } row)
            {
                rows.Add(DeclarationConverter.ReasonRow(row));
            }

            at = end;
        }

        return head is null ? new ErrorDeclarationSyntax(SpanOf(from, to)) : _converter.Declarations.Reasons(head, SpanOf(from, to), rows.ToImmutable());
    }

    /// <summary>The next token at line start with an equals sign after it.</summary>
    private int NextRow(int at, int to)
    {
        while (at < to && !(_tokens[at].IsFirstInLine && _outline.TypeAt(at + 1) == Grammar.EQ))
        {
            at++;
        }

        return at;
    }

    private DeclarationSyntax Table(int from, int to)
    {
        int headEnd = Find(Grammar.BAR, from, to);
        Grammar.TableContext? head = _clauses.Slice(parser => parser.table(), from, headEnd);
        ImmutableArray<GridRowSyntax>.Builder rows = ImmutableArray.CreateBuilder<GridRowSyntax>();
        for (int at = headEnd; at < to;)
        {
            int end = at + 1;
            while (end < to && !_tokens[end].IsFirstInLine)
            {
                end++;
            }

            rows.Add(_converter.Tables.GridRow(_tokens, at, end, rows.Count == 0 ? 0 : rows[0].Cells.Length));
            at = end;
        }

        return head is null ? new ErrorDeclarationSyntax(SpanOf(from, to)) : TableConverter.Table(head, SpanOf(from, to), rows.ToImmutable());
    }

    private int Find(int type, int from, int to)
    {
        while (from < to && _tokens[from].Type != type)
        {
            from++;
        }

        return from;
    }

    private TextSpan SpanOf(int from, int to) => TextSpan.FromTo(_tokens[from].StartIndex, _tokens[to - 1].End);
}
