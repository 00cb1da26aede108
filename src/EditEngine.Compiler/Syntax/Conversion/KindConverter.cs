using System.Collections.Immutable;
using EditEngine.Compiler.Text;
using static EditEngine.Compiler.Syntax.Conversion.ContextReading;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>Kind phrases, bindings and groups.</summary>
internal sealed class KindConverter(TreeConverter tree)
{
    public KindSyntax KindPhrase(Grammar.KindPhraseContext context)
    {
        ExpressionSyntax? where = Where(context.where());
        return context.groupPhrase() is { } group
            ? new KindSyntax(SpanOf(context), [], null, Group(group), where)
            : new KindSyntax(SpanOf(context), Alternatives(context.kinds()), tree.OfPhrases.OptionalTarget(context.ofTarget()), null, where);
    }

    public KindSyntax Binding(Grammar.BindingContext context) =>
        new(SpanOf(context), Alternatives(context.kinds()), tree.OfPhrases.OptionalTarget(context.ofTarget()), null, Where(context.where()));

    public KindSyntax GroupBinding(Grammar.GroupBindingContext context)
    {
        ImmutableArray<KindAlternativeSyntax> member = context.variable() is { } variable ? [KindReading.OneWord(Name(variable))] : [];
        return new KindSyntax(SpanOf(context), member, null, Group(context.groupPhrase()), Where(context.where()));
    }

    private GroupSyntax Group(Grammar.GroupPhraseContext context)
    {
        ExpressionSyntax? of = tree.OfPhrases.OptionalTarget(context.ofTarget());
        TextSpan kinds = SpanOf(context.kinds());
        KindSyntax members = new(of is null ? kinds : Join(kinds, of.Span), Alternatives(context.kinds()), of, null, null);
        return new GroupSyntax(SpanOf(context), OptionalName(context.variable()), members, [.. context.path().Select(PrimaryConverter.Path)]);
    }

    public static ImmutableArray<KindAlternativeSyntax> Alternatives(Grammar.KindsContext context) => [.. context.words().Select(Alternative)];

    public static KindAlternativeSyntax Alternative(Grammar.WordsContext context) => new(SpanOf(context), Names(context.kindWord()));

    private ExpressionSyntax? Where(Grammar.WhereContext? context) => context is null ? null : tree.Conditions.Condition(context.condition());

    public ExpressionSyntax? ClosedWhere(Grammar.ClosedWhereContext? context) => context is null ? null : tree.Conditions.Condition(context.condition());
}
