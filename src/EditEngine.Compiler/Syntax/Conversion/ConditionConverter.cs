using Antlr4.Runtime.Tree;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Plans;
using static EditEngine.Compiler.Syntax.Conversion.ContextReading;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>Conditions: and, or, not, comparisons, has, is, quantifiers.</summary>
internal sealed class ConditionConverter(TreeConverter tree, SyntaxReport report)
{
    public ExpressionSyntax Condition(Grammar.ConditionContext context)
    {
        ExpressionSyntax left = Negation((Grammar.NegationContext)context.GetChild(0));
        ExpressionSyntax last = left;
        int first = 0;
        bool isReported = false;
        for (int i = 1; i + 1 < context.ChildCount; i += 2)
        {
            EditToken word = Token((ITerminalNode)context.GetChild(i));
            ExpressionSyntax right = Negation((Grammar.NegationContext)context.GetChild(i + 1));
            if (!isReported && Mixed(word, first, last, right) is { } mistake)
            {
                isReported = true;
                report.Add(mistake);
            }

            first = first == 0 ? word.Type : first;
            left = ValueConverter.Binary(left, word, right);
            last = right;
        }

        return left;
    }

    private Diagnostic? Mixed(EditToken word, int first, ExpressionSyntax last, ExpressionSyntax right)
    {
        if (right is AtomSyntax or TextLiteralSyntax or DateLiteralSyntax or MoneyLiteralSyntax or PercentLiteralSyntax)
        {
            string bare = report.Source.Slice(right.Span);
            string? meant = last is BinarySyntax { Operator: BinaryOperator.Equal } equal
                ? $"{report.Source.Slice(equal.Left.Span)} in {{ {report.Source.Slice(equal.Right.Span)}, {bare} }}"
                : null;
            return SyntaxDiagnostics.BareOr(report.Place(right.Span), word.Text, bare, meant);
        }

        return first != 0 && word.Type != first ? SyntaxDiagnostics.AndBesideOr(report.Place(word.Span)) : null;
    }

    private ExpressionSyntax Negation(Grammar.NegationContext context)
    {
        ExpressionSyntax condition = Predicate(context.predicate());
        for (int i = context.ChildCount - 2; i >= 0; i--)
        {
            EditToken word = Token((ITerminalNode)context.GetChild(i));
            condition = new NotSyntax(Join(word.Span, condition.Span), condition);
        }

        return condition;
    }

    private ExpressionSyntax Predicate(Grammar.PredicateContext context)
    {
        if (context.daysIn() is { } days)
        {
            return new DaysInSyntax(SpanOf(days), KindReading.QuantifierOf(days.Start.Type), tree.Values.Range(days.range()), days.outside is not null, Kind(days.words(), days.ofTarget()));
        }

        if (context.quantified() is { } quantified)
        {
            return Quantified(quantified);
        }

        ExpressionSyntax subject = tree.Values.Value(context.value());
        if (context.predicateTail() is not { } tail)
        {
            return subject;
        }

        TextSpan span = SpanOf(context);
        bool isNegated = tail.NOT() is not null;
        if (tail.comparison() is { } comparison)
        {
            return ValueConverter.Binary(subject, (EditToken)comparison.Start, tree.Values.Value(tail.value()));
        }

        if (tail.isWhat() is { } what)
        {
            return Is(span, subject, isNegated, what);
        }

        if (tail.hasTail() is { } has)
        {
            return Has(span, subject, has);
        }

        if (tail.IN() is not null)
        {
            ExpressionSyntax set = tree.Values.Value(tail.value());
            if (set is ParenthesizedSyntax { Inner: AtomSyntax or TextLiteralSyntax })
            {
                report.Add(SyntaxDiagnostics.ListInParentheses(report.Place(set.Span), tree.Primaries.Braced(set.Span)));
            }

            return new InSyntax(span, subject, isNegated, set) { On = tail.@base() is { } day ? tree.Primaries.Base(day) : null };
        }

        return tail.SHARES() is not null
            ? new SharesSyntax(span, subject, Name(tail.name()), tree.OfPhrases.OfTarget(tail.ofTarget(), null))
            : new OverlapsSyntax(span, subject, tree.Values.Value(tail.value()));
    }

    private IsSyntax Is(TextSpan span, ExpressionSyntax subject, bool isNegated, Grammar.IsWhatContext what)
    {
        NameSyntax word = Name(what);
        ExpressionSyntax? argument = word.Text switch
        {
            "on" when what.ON() is not null => PrimaryConverter.WordOrName(Name(what.name())),
            "valid" when what.ON() is not null => tree.Primaries.Base(what.@base()),
            _ => tree.OfPhrases.OptionalTarget(what.ofTarget()),
        };
        return new IsSyntax(span, subject, isNegated, word, argument, OptionalName(what.id()));
    }

    private ExpressionSyntax Has(TextSpan span, ExpressionSyntax? subject, Grammar.HasTailContext tail)
    {
        if (tail.SAME() is not null)
        {
            return new HasSameSyntax(span, subject, Name(tail.name()), tree.OfPhrases.OfTarget(tail.ofTarget(), null));
        }

        ExpressionSyntax? filter = tail.range() is { } set ? tree.Values.Range(set) : tail.code() is { } code ? tree.Primaries.Literal((EditToken)code.Start) : null;
        return new HasSyntax(span, subject, QuantityOf(tail.quantity()), NumberOf(tail.quantity()), Name(tail.name()), tail.OUTSIDE() is not null, filter);
    }

    private static Quantity QuantityOf(Grammar.QuantityContext? context) => context?.Start.Type switch
    {
        null => Quantity.Any,
        Grammar.NO => Quantity.No,
        Grammar.EXACTLY => Quantity.Exactly,
        Grammar.MORE_ => Quantity.MoreThan,
        _ => Quantity.AtLeast,
    };

    private static AtomSyntax? NumberOf(Grammar.QuantityContext? context) =>
        context?.ATOM() is { } number ? new AtomSyntax(Token(number).Span, Token(number).Text) : null;

    private QuantifiedSyntax Quantified(Grammar.QuantifiedContext context) =>
        new(SpanOf(context), KindReading.QuantifierOf(context.Start.Type), Kind(context.words(), context.ofTarget()), QuantifiedBody(context));

    private KindSyntax Kind(Grammar.WordsContext context, Grammar.OfTargetContext? target) => KindReading.Of(KindConverter.Alternative(context), tree.OfPhrases.OptionalTarget(target));

    private ExpressionSyntax? QuantifiedBody(Grammar.QuantifiedContext context)
    {
        if (context.condition() is { } condition)
        {
            return Condition(condition);
        }

        if (context.hasTail() is { } has)
        {
            return Has(TextSpan.FromTo(Token(context.HAS()).StartIndex, EndOf(context)), null, has);
        }

        if (context.isWhat() is not { } what)
        {
            return null;
        }

        int start = Token(context.IS()).StartIndex;
        NameExpressionSyntax thing = new(new TextSpan(start, 0), "");
        return Is(TextSpan.FromTo(start, EndOf(context)), thing, context.NOT() is not null, what);
    }
}
