using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax.Conversion;
using EditEngine.Compiler.Text;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>Reads one expression that takes up all of its tokens.</summary>
internal sealed class PartParser(List<EditToken> tokens, SyntaxReport report)
{
    public ExpressionSyntax Parse(TextSpan span)
    {
        if (tokens.Count == 0)
        {
            report.Add(SyntaxDiagnostics.Unexpected(report.Place(new TextSpan(span.Start, span.Length)), "nothing", null, null, null));
            return new ErrorExpressionSyntax(span);
        }

        if (!NestingBound.Holds(tokens, report))
        {
            return new ErrorExpressionSyntax(span);
        }

        Grammar.ChoiceContext? context = new SliceParser().Parse(parser => parser.choice(), tokens, 0, tokens.Count, out int failedAt);

        // The rule has no end of its own: what it left over did not fit.
        if (context?.Stop is EditToken stop && stop.TokenIndex < tokens.Count - 1)
        {
            failedAt = stop.TokenIndex + 1;
            context = null;
        }

        if (context is not null)
        {
            return new TreeConverter(report).Values.Part(context);
        }

        bool isCutShort = failedAt < 0 || failedAt >= tokens.Count;
        TextSpan place = isCutShort ? new TextSpan(tokens[^1].End, 0) : tokens[failedAt].Span;
        report.Add(SyntaxDiagnostics.Unexpected(report.Place(place), isCutShort ? "the end" : tokens[failedAt].Written, null, null, null));
        return new ErrorExpressionSyntax(span);
    }
}
