using System.Collections.Immutable;
using Antlr4.Runtime.Tree;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Values;
using static EditEngine.Compiler.Syntax.Conversion.ContextReading;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>Choices, arithmetic, rounding and the phrases that are a whole operand.</summary>
internal sealed class ValueConverter(TreeConverter tree, SyntaxReport report)
{
    public ExpressionSyntax Part(Grammar.ChoiceContext context) => Choice(context);

    public ExpressionSyntax Choice(Grammar.ChoiceContext context)
    {
        Grammar.ChoiceItemContext[] items = context.choiceItem();
        if (items.Length == 1 && items[0].IF() is null && items[0].OTHERWISE() is null)
        {
            return tree.Conditions.Condition(items[0].condition(0));
        }

        if (items.All(item => item.IF() is null && item.OTHERWISE() is null))
        {
            return new TupleSyntax(SpanOf(context), [.. items.Select(item => tree.Conditions.Condition(item.condition(0)))]);
        }

        ImmutableArray<ChoiceBranchSyntax>.Builder branches = ImmutableArray.CreateBuilder<ChoiceBranchSyntax>(items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            branches.Add(Branch(items[i], isLast: i == items.Length - 1));
        }

        return new ChoiceSyntax(SpanOf(context), branches.MoveToImmutable());
    }

    private ChoiceBranchSyntax Branch(Grammar.ChoiceItemContext item, bool isLast)
    {
        Grammar.ConditionContext[] parts = item.condition();
        if (item.OTHERWISE() is { } otherwise && !isLast)
        {
            report.Add(SyntaxDiagnostics.OtherwiseNotLast(report.Place(Token(otherwise).Span)));
        }
        else if (item.OTHERWISE() is null && parts.Length == 1)
        {
            report.Add(isLast
                ? SyntaxDiagnostics.LastBranchBare(report.Place(SpanOf(item)))
                : SyntaxDiagnostics.BranchWithoutIf(report.Place(SpanOf(item))));
        }

        return new ChoiceBranchSyntax(SpanOf(item), tree.Conditions.Condition(parts[0]), parts.Length > 1 ? tree.Conditions.Condition(parts[1]) : null);
    }

    public ExpressionSyntax Value(Grammar.ValueContext context)
    {
        if (context.phrase() is { } phrase)
        {
            return Phrase(phrase);
        }

        Grammar.RangeContext[] options = context.range();
        ExpressionSyntax value = Range(options[^1]);
        for (int i = options.Length - 2; i >= 0; i--)
        {
            ExpressionSyntax first = Range(options[i]);
            value = new OrElseSyntax(Join(first.Span, value.Span), first, value);
        }

        return context.rounding() is { } rounding
            ? new RoundedSyntax(SpanOf(context), value, RoundingOf(rounding), tree.Primaries.Literal((EditToken)context.roundingUnit().Start))
            : value;
    }

    private static Rounding RoundingOf(Grammar.RoundingContext context) =>
        context.HALF() is not null ? Rounding.HalfUp : context.UP() is not null ? Rounding.Up : Rounding.Down;

    public ExpressionSyntax Range(Grammar.RangeContext context)
    {
        Grammar.SumContext[] ends = context.sum();
        if (context.DOTDOT() is null)
        {
            return Sum(ends[0]);
        }

        bool startsOpen = context.GetChild(0) is ITerminalNode;
        ExpressionSyntax? from = startsOpen ? null : Sum(ends[0]);
        ExpressionSyntax? to = startsOpen || ends.Length > 1 ? Sum(ends[^1]) : null;
        return new RangeSyntax(SpanOf(context), from, to);
    }

    public ExpressionSyntax Sum(Grammar.SumContext context)
    {
        ExpressionSyntax left = Product((Grammar.ProductContext)context.GetChild(0));
        for (int i = 1; i + 1 < context.ChildCount; i += 2)
        {
            left = Binary(left, Token((ITerminalNode)context.GetChild(i)), Product((Grammar.ProductContext)context.GetChild(i + 1)));
        }

        return left;
    }

    private ExpressionSyntax Product(Grammar.ProductContext context)
    {
        ExpressionSyntax left = Unary((Grammar.UnaryContext)context.GetChild(0));
        for (int i = 1; i + 1 < context.ChildCount; i += 2)
        {
            left = Binary(left, Token((ITerminalNode)context.GetChild(i)), Unary((Grammar.UnaryContext)context.GetChild(i + 1)));
        }

        return left;
    }

    public static BinarySyntax Binary(ExpressionSyntax left, EditToken sign, ExpressionSyntax right) =>
        new(Join(left.Span, right.Span), OperatorOf(sign.Type), sign.Span, left, right);

    private static BinaryOperator OperatorOf(int type) => type switch
    {
        Grammar.AND => BinaryOperator.And,
        Grammar.OR => BinaryOperator.Or,
        Grammar.EQ => BinaryOperator.Equal,
        Grammar.NE => BinaryOperator.NotEqual,
        Grammar.LT => BinaryOperator.Less,
        Grammar.LE => BinaryOperator.LessOrEqual,
        Grammar.GT => BinaryOperator.Greater,
        Grammar.GE => BinaryOperator.GreaterOrEqual,
        Grammar.PLUS => BinaryOperator.Add,
        Grammar.MINUS => BinaryOperator.Subtract,
        Grammar.STAR => BinaryOperator.Multiply,
        Grammar.SLASH => BinaryOperator.Divide,
        _ => BinaryOperator.Intersect,
    };

    private ExpressionSyntax Unary(Grammar.UnaryContext context)
    {
        ExpressionSyntax value = tree.OfPhrases.Postfix(context.postfix());
        return context.MINUS() is null ? value : new NegateSyntax(SpanOf(context), value);
    }

    private ExpressionSyntax Phrase(Grammar.PhraseContext context) => context switch
    {
        Grammar.RowPhraseContext row => Row(row),
        Grammar.SumPhraseContext sum => SumOf(sum),
        Grammar.ExtremePhraseContext extreme => ExtremeOver(extreme),
        Grammar.RunPhraseContext run => Run(run),
        Grammar.DaysPhraseContext days => new DaysBetweenSyntax(SpanOf(days), Sum(days.sum(0)), Sum(days.sum(1))),
        Grammar.MinutesPhraseContext minutes => new MinutesBetweenSyntax(SpanOf(minutes), Sum(minutes.sum(0)), Sum(minutes.sum(1))),
        Grammar.MonthsPhraseContext months => new MonthsBetweenSyntax(SpanOf(months), Sum(months.sum(0)), Sum(months.sum(1))),
        Grammar.PeriodPhraseContext whole => new RangeSyntax(SpanOf(context), tree.OfPhrases.Edge(whole.period(), false), tree.OfPhrases.Edge(whole.period(), true)),
        _ => Sample((Grammar.SamplePhraseContext)context),
    };

    private static SampleSyntax Sample(Grammar.SamplePhraseContext context)
    {
        EditToken part = Token(context.ATOM(0));
        EditToken whole = Token(context.ATOM(1));
        return new SampleSyntax(SpanOf(context), new AtomSyntax(part.Span, part.Text), new AtomSyntax(whole.Span, whole.Text), PrimaryConverter.Path(context.path()));
    }

    private RowSyntax Row(Grammar.RowPhraseContext context)
    {
        EditToken table = Token(context.ATNAME());
        ExpressionSyntax? on = context.@base() is { } day ? tree.Primaries.Base(day) : null;
        return new RowSyntax(SpanOf(context), OptionalName(context.variable()), new AtNameSyntax(table.Span, table.Text[1..]), Key(context.key()), on);
    }

    public ExpressionSyntax Key(Grammar.KeyContext context) =>
        context.STRING() is { } text ? tree.Primaries.Literal(Token(text)) : tree.Primaries.Base(context.@base(), isKey: true);

    private SumSyntax SumOf(Grammar.SumPhraseContext context)
    {
        ExpressionSyntax value = Sum(context.sum());
        if (context.OVER() is null)
        {
            if (value is BinarySyntax)
            {
                report.Add(SyntaxDiagnostics.SumNotAlone(report.Place(SpanOf(context))));
            }

            return new SumSyntax(SpanOf(context), value, null);
        }

        return new SumSyntax(SpanOf(context), value, Over(context, context.words(), context.ofTarget(), context.closedWhere()));
    }

    private ExtremeOverSyntax ExtremeOver(Grammar.ExtremePhraseContext context) =>
        new(SpanOf(context), context.GREATEST() is not null, Sum(context.sum()), Over(context, context.words(), context.ofTarget(), context.closedWhere()));

    private KindSyntax Over(Antlr4.Runtime.ParserRuleContext phrase, Grammar.WordsContext words, Grammar.OfTargetContext? of, Grammar.ClosedWhereContext? where) =>
        new(TextSpan.FromTo(words.Start.StartIndex, EndOf(phrase)), [KindConverter.Alternative(words)], tree.OfPhrases.OptionalTarget(of), null, tree.Kinds.ClosedWhere(where));

    private RunSyntax Run(Grammar.RunPhraseContext context)
    {
        ExpressionSyntax? of = tree.OfPhrases.OptionalTarget(context.ofTarget());
        TextSpan span = of is null ? SpanOf(context.kinds()) : Join(SpanOf(context.kinds()), of.Span);
        KindSyntax kind = new(span, KindConverter.Alternatives(context.kinds()), of, null, null);
        return new RunSyntax(SpanOf(context), kind, PrimaryConverter.Path(context.path()), tree.Conditions.Condition(context.closedWhere().condition()));
    }
}
