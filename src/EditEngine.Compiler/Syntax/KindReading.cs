using EditEngine.Compiler.Text;

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

    /// <summary>A kind of one word.</summary>
    public static KindAlternativeSyntax OneWord(NameSyntax word) => new(word.Span, [word]);
}
