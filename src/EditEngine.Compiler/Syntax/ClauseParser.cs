using System.Collections.Immutable;
using Antlr4.Runtime;
using EditEngine.Compiler.Syntax.Conversion;
using EditEngine.Compiler.Text;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>Cuts the clauses of an edit and parses each by itself, so that a mistake stays in its clause.</summary>
internal sealed class ClauseParser(List<EditToken> tokens, Outline outline, TreeConverter converter, SyntaxReport report, SliceParser slices)
{
    private readonly TokenRepairs _tokenRepairs = new(report);
    private readonly MistakeFinder _mistakes = new(report, slices);

    /// <summary>What an entry rule finds in a stretch; null where a mistake was reported.</summary>
    public T? Slice<T>(Func<Grammar, T> rule, int from, int to)
        where T : ParserRuleContext
    {
        if (_tokenRepairs.Repair(tokens, from, to) is not { } slice)
        {
            return null;
        }

        T? context = slices.Parse(rule, slice, 0, slice.Count, out int failedAt);
        if (context is null && !_tokenRepairs.HasBadCharacters)
        {
            _mistakes.Report(rule, slice, failedAt);
        }

        return context;
    }

    /// <summary>Index of the first clause of the edit that starts at an index.</summary>
    public int HeadEnd(int from, int to)
    {
        int at = from + 1;
        while (at < to && !outline.IsClauseStart(at, from))
        {
            at++;
        }

        return at;
    }

    /// <summary>The clauses of a stretch, in order.</summary>
    public ImmutableArray<ClauseSyntax> Clauses(int from, int to)
    {
        ImmutableArray<ClauseSyntax>.Builder clauses = ImmutableArray.CreateBuilder<ClauseSyntax>();
        for (int at = from; at < to;)
        {
            int end = tokens[at].Type == Grammar.TEST ? TestEnd(at, to) : ClauseEnd(at, to);
            clauses.Add(tokens[at].Type == Grammar.TEST ? Test(at, end) : Clause(at, end));
            at = end;
        }

        return clauses.ToImmutable();
    }

    /// <summary>The lines of a test or of a claim with a name, from the first token of each to its last: no comment, no blanks around.</summary>
    public ImmutableArray<TestLineSyntax> Lines(int from, int to)
    {
        ImmutableArray<TestLineSyntax>.Builder lines = ImmutableArray.CreateBuilder<TestLineSyntax>();
        for (int at = from; at < to;)
        {
            int end = LineEnd(at, to);
            TextSpan span = SpanOf(at, end);
            lines.Add(new TestLineSyntax(span, report.Source.Slice(span)));
            at = end;
        }

        return lines.ToImmutable();
    }

    /// <summary>Index after the last token of the line of a token.</summary>
    public int LineEnd(int from, int to)
    {
        int at = from + 1;
        while (at < to && !tokens[at].IsFirstInLine)
        {
            at++;
        }

        return at;
    }

    private int ClauseEnd(int from, int to)
    {
        int at = from + 1;
        while (at < to && !outline.IsClauseStart(at, from))
        {
            at++;
        }

        return at;
    }

    private ClauseSyntax Clause(int from, int to)
    {
        ParserRuleContext? context = tokens[from].Type switch
        {
            Grammar.EFFECTIVE => Slice(parser => parser.effective(), from, to),
            Grammar.CITE => Slice(parser => parser.cite(), from, to),
            Grammar.OWNER => Slice(parser => parser.owner(), from, to),
            Grammar.PHASE => Slice(parser => parser.phase(), from, to),
            Grammar.MONITOR => Slice(parser => parser.monitor(), from, to),
            Grammar.RETRO => Slice(parser => parser.retro(), from, to),
            Grammar.DEPRECATED => Slice(parser => parser.deprecated(), from, to),
            Grammar.TAGS => Slice(parser => parser.tags(), from, to),
            Grammar.PRECEDENCE => Slice(parser => parser.precedence(), from, to),
            Grammar.PARAMETER => Slice(parser => parser.parameter(), from, to),
            Grammar.ON => Slice(parser => parser.skipPhases(), from, to),
            Grammar.FOR when outline.TypeAt(from + 1) == Grammar.EACH => Slice(parser => parser.forEach(), from, to),
            Grammar.FOR => Slice(parser => parser.scope(), from, to),
            Grammar.LET => Slice(parser => parser.let(), from, to),
            Grammar.WHEN => Slice(parser => parser.when(), from, to),
            Grammar.UNLESS => Slice(parser => parser.unless(), from, to),
            Grammar.OTHERWISE => Slice(parser => parser.otherwise(), from, to),
            Grammar.ALSO => Slice(parser => parser.also(), from, to),
            Grammar.MESSAGE => Slice(parser => parser.message(), from, to),
            _ => Slice(parser => parser.then(), from, to),
        };
        return context is null ? new ErrorClauseSyntax(SpanOf(from, to)) : converter.Clauses.Clause(context);
    }

    /// <summary>A test goes on to the next clause at the edit's indentation, or the next test.</summary>
    private int TestEnd(int from, int to)
    {
        int column = tokens[from].Column;
        int at = from + 1;
        while (at < to && !(tokens[at].IsFirstInLine && IsAfterTest(at, from, column)))
        {
            at++;
        }

        return at;
    }

    private bool IsAfterTest(int at, int from, int column) =>
        tokens[at].Type == Grammar.TEST
            ? outline.IsClauseStart(at, from)
            : tokens[at].Column <= column && outline.IsClauseStart(at, from);

    private ClauseSyntax Test(int from, int to)
    {
        int headEnd = from + 1;
        int open = 0;
        while (headEnd < to && (open > 0 || !tokens[headEnd].IsFirstInLine))
        {
            open += tokens[headEnd].Type switch { Grammar.LB => 1, Grammar.RB => -1, _ => 0 };
            headEnd++;
        }

        return Slice(parser => parser.test(), from, headEnd) is { } head
            ? converter.Clauses.Test(head, Lines(headEnd, to))
            : new ErrorClauseSyntax(SpanOf(from, to));
    }

    private TextSpan SpanOf(int from, int to) => TextSpan.FromTo(tokens[from].StartIndex, tokens[to - 1].End);
}
