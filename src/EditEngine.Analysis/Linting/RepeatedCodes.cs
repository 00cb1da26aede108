using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Linting;

/// <summary>Codes that stand twice between one pair of braces. Those with dates of their own are several spans of one code, and are left alone.</summary>
internal static class RepeatedCodes
{
    /// <summary>A lint for each repetition, at its place.</summary>
    public static IEnumerable<Diagnostic> In(SyntaxTree tree)
    {
        HashSet<string>? seen = null;
        List<SyntaxToken> item = [];
        foreach (SyntaxToken token in tree.Tokens.Where(token => token.Kind is not (TokenKind.Blank or TokenKind.Comment)))
        {
            string text = token.Kind == TokenKind.Sign ? tree.Source.Slice(token.Span) : "";
            if (text == "{")
            {
                seen = new HashSet<string>(StringComparer.Ordinal);
                item.Clear();
            }
            else if (seen is not null && text is "," or "}")
            {
                if (item is [var code] && !seen.Add(tree.Source.Slice(code.Span)))
                {
                    yield return LintDiagnostics.CodeTwice(tree.Source.PlaceOf(code.Span), tree.Source.Slice(code.Span));
                }

                item.Clear();
                seen = text == "}" ? null : seen;
            }
            else if (seen is not null)
            {
                item.Add(token);
            }
        }
    }
}
