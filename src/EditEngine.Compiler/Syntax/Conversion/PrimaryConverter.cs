using Antlr4.Runtime;
using Antlr4.Runtime.Tree;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using static EditEngine.Compiler.Syntax.Conversion.ContextReading;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>Literals, names, paths and sets.</summary>
internal sealed class PrimaryConverter(TreeConverter tree, SyntaxReport report)
{
    public ExpressionSyntax Dotted(Grammar.DottedContext context)
    {
        ExpressionSyntax receiver = context.ChildCount > 1 ? Receiver(context.primary()) : Primary(context.primary());
        return context.ChildCount > 1 ? Members(receiver, context.memberName()) : receiver;
    }

    private ExpressionSyntax Receiver(Grammar.PrimaryContext context) =>
        context.ATOM() is { } atom ? new NameExpressionSyntax(Token(atom).Span, Token(atom).Text) : Primary(context);

    private static ExpressionSyntax Members(ExpressionSyntax receiver, IReadOnlyList<ParserRuleContext> names)
    {
        foreach (ParserRuleContext context in names)
        {
            NameSyntax name = Name(context);
            receiver = new MemberSyntax(Join(receiver.Span, name.Span), receiver, name);
        }

        return receiver;
    }

    private ExpressionSyntax Primary(Grammar.PrimaryContext context)
    {
        if (context.GetChild(0) is not ITerminalNode node)
        {
            return context.set() is { } set ? Set(set) : WordOrName(Name(context.name()));
        }

        EditToken token = Token(node);
        switch (token.Type)
        {
            case Grammar.LP:
                return Parenthesized(SpanOf(context), context.condition(), isKey: false);
            case Grammar.CODES:
                return new CodesOfSyntax(SpanOf(context), Name(context.id()));
            case Grammar.ATOM when context.unit() is { } unit:
                return new QuantitySyntax(SpanOf(context), new AtomSyntax(token.Span, token.Text), Name(unit));
            default:
                return Literal(token);
        }
    }

    public ExpressionSyntax Literal(EditToken token) => token.Type switch
    {
        Grammar.ATNAME => new AtNameSyntax(token.Span, token.Text[1..]),
        Grammar.STRING => new TextLiteralSyntax(token.Span, Unquote(token.Text)),
        Grammar.PERCENT => new PercentLiteralSyntax(token.Span, token.Text[..^1]),
        Grammar.MONEY => new MoneyLiteralSyntax(token.Span, token.Text[1..].Replace(",", "", StringComparison.Ordinal)),
        Grammar.DATE => tree.Dates.Day(token) is DateOnly day ? new DateLiteralSyntax(token.Span, day) : new ErrorExpressionSyntax(token.Span),
        Grammar.ATOM => Atom(token),
        _ => new NameExpressionSyntax(token.Span, token.Text),
    };

    /// <summary>A run that starts with a small letter (<c>h2</c>) can only be a name: codes are written in capitals.</summary>
    private static ExpressionSyntax Atom(EditToken token) =>
        char.IsAsciiLetterLower(token.Text[0]) || token.Text[0] == '_'
            ? new NameExpressionSyntax(token.Span, token.Text)
            : new AtomSyntax(token.Span, token.Text);

    public static NameExpressionSyntax WordOrName(NameSyntax name) => new(name.Span, name.Text);

    private ExpressionSyntax Parenthesized(TextSpan span, Grammar.ConditionContext[] parts, bool isKey)
    {
        if (parts.Length == 1)
        {
            return new ParenthesizedSyntax(span, tree.Conditions.Condition(parts[0]));
        }

        if (!isKey)
        {
            report.Add(SyntaxDiagnostics.ListInParentheses(report.Place(span), Braced(span)));
        }

        return new TupleSyntax(span, [.. parts.Select(tree.Conditions.Condition)]);
    }

    public string Braced(TextSpan span) => $"{{ {report.Source.Slice(span)[1..^1].Trim()} }}";

    public ExpressionSyntax Base(Grammar.BaseContext context, bool isKey = false)
    {
        ExpressionSyntax receiver = context.GetChild(0) switch
        {
            ITerminalNode { Symbol.Type: Grammar.LP } => Parenthesized(
                TextSpan.FromTo(context.Start.StartIndex, Token(context.RP()).End), context.condition(), isKey),
            ITerminalNode { Symbol: EditToken token } => Literal(token),
            _ => WordOrName(Name(context.name())),
        };
        return Members(receiver, context.memberName());
    }

    public static ExpressionSyntax Path(Grammar.PathContext context)
    {
        NameSyntax first = Name(context);
        return Members(new NameExpressionSyntax(first.Span, first.Text), context.memberName());
    }

    public SetSyntax Set(Grammar.SetContext context) => new(SpanOf(context), [.. context.setItem().Select(SetItem)]);

    private SetItemSyntax SetItem(Grammar.SetItemContext context)
    {
        Grammar.SetWordContext[] words = context.setWord();
        EditToken first = (EditToken)words[0].Start;
        bool isText = first.Type == Grammar.STRING;
        string text = isText ? Unquote(first.Text) : first.Text;
        if (words.Length > 1)
        {
            text = $"{text}-{((EditToken)words[1].Start).Text}";
        }

        ITerminalNode[] days = context.DATE();
        DateSyntax? from = context.FROM() is null ? null : tree.Dates.Date(days[0]);
        DateSyntax? through = context.UNTIL() is null ? null : tree.Dates.Date(days[^1]);
        return new SetItemSyntax(SpanOf(context), text, isText, context.STAR() is not null, from, through);
    }
}
