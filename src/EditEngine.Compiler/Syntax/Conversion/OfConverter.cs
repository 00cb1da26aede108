using EditEngine.Compiler.Text;
using EditEngine.Values;
using static EditEngine.Compiler.Syntax.Conversion.ContextReading;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>Everything with <c>of</c>: values of things, look-ups, first and last, counts.</summary>
internal sealed class OfConverter(TreeConverter tree)
{
    public ExpressionSyntax Postfix(Grammar.PostfixContext context) => context.GetChild(0) switch
    {
        Grammar.DottedContext dotted => tree.Primaries.Dotted(dotted),
        Grammar.OfPhraseContext of => OfPhrase(of),
        Grammar.CountOfContext count => Count(count),
        Grammar.EdgeOfContext edge => Edge(edge),
        Grammar.DayOfPeriodContext day => Edge(day.period(), day.LAST() is not null) with { Span = SpanOf(day) },
        _ => new ErrorExpressionSyntax(SpanOf(context)),
    };

    private ExpressionSyntax OfPhrase(Grammar.OfPhraseContext context)
    {
        ExpressionSyntax? on = context.@base() is { } day ? tree.Primaries.Base(day) : null;
        return Of(SpanOf(context), Name(context), context.ofTarget(), on);
    }

    private ExpressionSyntax Of(TextSpan span, NameSyntax name, Grammar.OfTargetContext target, ExpressionSyntax? on)
    {
        if (target.key() is { } key)
        {
            return new LookupSyntax(span, name, At(target), tree.Values.Key(key), on);
        }

        if (name.Text is "least" or "greatest" && target.@base() is { } list && list.condition().Length > 1 && list.memberName().Length == 0)
        {
            return new ExtremeSyntax(span, name.Text == "greatest", [.. list.condition().Select(tree.Conditions.Condition)]);
        }

        bool endsInLookup = EndsInLookup(target);
        return name.Text is "least" or "greatest" && on is null && target.ofTarget() is not null && !endsInLookup ? new ExtremeOverSyntax(span, name.Text == "greatest", OfTarget(target, null), null)
            : endsInLookup ? new OfSyntax(span, name, OfTarget(target, on), null)
            : new OfSyntax(span, name, OfTarget(target, null), on);
    }

    /// <summary>The day after <c>on</c> belongs to the look-up at the end of a chain, where there is one.</summary>
    private static bool EndsInLookup(Grammar.OfTargetContext target)
    {
        while (target.ofTarget() is { } inner)
        {
            target = inner;
        }

        return target.key() is not null;
    }

    private static AtNameSyntax At(Grammar.OfTargetContext target)
    {
        EditToken token = Token(target.ATNAME());
        return new AtNameSyntax(token.Span, token.Text[1..]);
    }

    public ExpressionSyntax? OptionalTarget(Grammar.OfTargetContext? context) => context is null ? null : OfTarget(context, null);

    public ExpressionSyntax OfTarget(Grammar.OfTargetContext context, ExpressionSyntax? on)
    {
        if (context.ofTarget() is { } inner)
        {
            TextSpan span = on is null ? SpanOf(context) : Join(SpanOf(context), on.Span);
            return Of(span, Name(context), inner, on);
        }

        if (context.id() is { } system)
        {
            return new CodesOfSyntax(SpanOf(context), Name(system));
        }

        return context.@base() is { } thing ? tree.Primaries.Base(thing) : At(context);
    }

    public ExpressionSyntax Edge(Grammar.EdgeOfContext context)
    {
        NameSyntax name = Name(context);
        ExpressionSyntax list = OfTarget(context.ofTarget(), null);
        return context.BY() is null
            ? new OfSyntax(SpanOf(context), name, list, null)
            : new FirstSyntax(SpanOf(context), name.Text == "last", list, [.. context.orderKey().Select(OrderKey)]);
    }

    public PeriodEdgeSyntax Edge(Grammar.PeriodContext context, bool isLast)
    {
        CalendarPeriod period = context.BENEFIT() is not null ? CalendarPeriod.BenefitYear
            : context.MONTH() is not null ? CalendarPeriod.Month
            : context.QUARTER() is not null ? CalendarPeriod.Quarter : CalendarPeriod.Year;
        return new PeriodEdgeSyntax(SpanOf(context), isLast, period, OfTarget(context.ofTarget(), null), context.@base() is { } start ? tree.Primaries.Base(start) : null);
    }

    private static OrderKeySyntax OrderKey(Grammar.OrderKeyContext context) =>
        new(SpanOf(context), PrimaryConverter.Path(context.path()), context.DESCENDING() is not null);

    private ExpressionSyntax Count(Grammar.CountOfContext context)
    {
        ExpressionSyntax? where = tree.Kinds.ClosedWhere(context.closedWhere());
        if (context.kindWord().Length > 0)
        {
            TextSpan span = TextSpan.FromTo(context.kindWord(0).Start.StartIndex, EndOf(context));
            TextSpan words = TextSpan.FromTo(span.Start, EndOf(context.kindWord()[^1]));
            KindAlternativeSyntax kind = new(words, Names(context.kindWord()));
            return new CountSyntax(SpanOf(context), new KindSyntax(span, [kind], OptionalTarget(context.ofTarget()), null, where));
        }

        ExpressionSyntax list = OfTarget(context.ofTarget(), null);
        return where is null
            ? new OfSyntax(SpanOf(context), Name(context), list, null)
            : new CountSyntax(SpanOf(context), KindReading.Of(TextSpan.FromTo(list.Span.Start, EndOf(context)), list, where));
    }
}
