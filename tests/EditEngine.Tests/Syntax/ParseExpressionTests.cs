using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Syntax;

public sealed class ParseExpressionTests
{
    [Theory]
    [InlineData("\"[v.procedure] is included\"")]
    [InlineData("\"by [start + limit of start]\"")]
    [InlineData("\"[1 month if v has diagnosis in { O24* }, otherwise 3 months]\"")]
    public void A_stretch_of_a_text_is_one_expression_in_its_place(string text)
    {
        (SourceText source, TextSpan span) = Bracketed(text);
        ExpressionSyntax expression = EditParser.ParseExpression(source, span, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        Assert.IsNotType<ErrorExpressionSyntax>(expression);
        Assert.Equal(span, expression.Span);
    }

    [Theory]
    [InlineData("first line\n  x [v.procedure is] y", 2, 20)]
    [InlineData("[v.procedure v] y", 1, 14)]
    [InlineData("[] y", 1, 2)]
    [InlineData("[ ] y", 1, 2)]
    public void A_stretch_that_is_no_expression_gets_one_diagnostic_at_its_place(string text, int line, int column)
    {
        (SourceText source, TextSpan span) = Bracketed(text);
        ExpressionSyntax expression = EditParser.ParseExpression(source, span, out ImmutableArray<Diagnostic> diagnostics);
        Assert.IsType<ErrorExpressionSyntax>(expression);
        SourceSpan place = Assert.IsType<SourceSpan>(Assert.Single(diagnostics).Place);
        Assert.Equal((line, column), (place.Line, place.Column));
    }

    private static (SourceText Source, TextSpan Span) Bracketed(string text) =>
        (new SourceText("a.edit", text), TextSpan.FromTo(text.IndexOf('[', StringComparison.Ordinal) + 1, text.LastIndexOf(']')));
}
