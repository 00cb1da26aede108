using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds messages.</summary>
internal sealed class MessageBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>What stands between the braces of a message is a value, read by the same grammar.</summary>
    public BoundMessage Bind(MessageSyntax message, Scope scope)
    {
        string text = message.Text.Value;
        int offset = message.Text.Span.Start + 1;
        ImmutableArray<BoundMessagePart>.Builder parts = ImmutableArray.CreateBuilder<BoundMessagePart>();
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf('{', at);
            int close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                if (open >= 0)
                {
                    context.Diagnostics.Report(SyntaxDiagnostics.NotClosed(
                        context.Source.PlaceOf(new TextSpan(offset + text.Length, 0)), "{", context.Source.PlaceOf(new TextSpan(offset + open, 1)), "}"));
                }

                break;
            }

            parts.Add(new BoundMessagePart(text[at..open], null));
            ExpressionSyntax value = EditParser.ParseExpression(context.Source, TextSpan.FromTo(offset + open + 1, offset + close), out ImmutableArray<Diagnostic> problems);
            foreach (Diagnostic problem in problems)
            {
                context.Diagnostics.Report(problem);
            }

            parts.Add(new BoundMessagePart("", expressions.BindShown(value, scope)));
            at = close + 1;
        }

        parts.Add(new BoundMessagePart(text[at..], null));
        return new BoundMessage(parts.ToImmutable());
    }
}
