using System.Collections.Immutable;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Syntax;

/// <summary>stub until the parser is merged</summary>
public static class EditParser
{
    /// <summary>stub</summary>
    public static ExpressionSyntax ParseExpression(SourceText source, TextSpan span, out ImmutableArray<Diagnostic> problems)
    {
        problems = [];
        return new ErrorExpressionSyntax(span);
    }
}
