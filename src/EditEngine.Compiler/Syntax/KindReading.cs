using EditEngine.Compiler.Text;
using EditEngine.Plans;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>Lists that are read as kinds.</summary>
internal static class KindReading
{
    /// <summary>One word, or one word of something, read as a kind.</summary>
    public static KindSyntax Of(TextSpan span, ExpressionSyntax list, ExpressionSyntax where) => list switch
    {
        NameExpressionSyntax name => new KindSyntax(span, [OneWord(new NameSyntax(name.Span, name.Name))], null, null, where),
        OfSyntax of => new KindSyntax(span, [OneWord(of.Name)], of.Argument, null, where),
        _ => new KindSyntax(span, [], list, null, where),
    };

    /// <summary>How many are asked for, by the type of its token.</summary>
    public static Quantifier QuantifierOf(int type) => type switch { Grammar.ANY => Quantifier.Any, Grammar.EVERY => Quantifier.Every, _ => Quantifier.No };

    /// <summary>A kind, and what it is of.</summary>
    public static KindSyntax Of(KindAlternativeSyntax kind, ExpressionSyntax? of) =>
        new(of is null ? kind.Span : TextSpan.FromTo(kind.Span.Start, of.Span.End), [kind], of, null, null);

    /// <summary>A kind of one word.</summary>
    public static KindAlternativeSyntax OneWord(NameSyntax word) => new(word.Span, [word]);
}
