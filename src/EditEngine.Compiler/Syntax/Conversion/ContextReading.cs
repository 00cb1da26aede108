using System.Collections.Immutable;
using Antlr4.Runtime;
using Antlr4.Runtime.Tree;
using EditEngine.Compiler.Text;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>What stands in ANTLR's contexts and tokens: places, names and texts.</summary>
internal static class ContextReading
{
    public static TextSpan SpanOf(ParserRuleContext context) =>
        TextSpan.FromTo(context.Start.StartIndex, Math.Max(context.Start.StartIndex, EndOf(context)));

    public static TextSpan EndPoint(ParserRuleContext context) => new(EndOf(context), 0);

    public static int EndOf(ParserRuleContext context) => context.Stop is EditToken stop ? stop.End : context.Start.StartIndex;

    public static TextSpan Join(TextSpan first, TextSpan last) => TextSpan.FromTo(first.Start, last.End);

    public static EditToken Token(ITerminalNode node) => (EditToken)node.Symbol;

    public static NameSyntax Name(ITerminalNode node) => Name(Token(node));

    public static NameSyntax Name(EditToken token) => new(token.Span, token.Text);

    /// <summary>A name of one token, whatever rule found it.</summary>
    public static NameSyntax Name(ParserRuleContext context) => Name((EditToken)context.Start);

    public static NameSyntax? OptionalName(ParserRuleContext? context) => context is null ? null : Name(context);

    public static ImmutableArray<NameSyntax> Names(IReadOnlyList<ParserRuleContext> contexts)
    {
        ImmutableArray<NameSyntax>.Builder names = ImmutableArray.CreateBuilder<NameSyntax>(contexts.Count);
        foreach (ParserRuleContext context in contexts)
        {
            names.Add(Name(context));
        }

        return names.MoveToImmutable();
    }

    /// <summary>The part after the @.</summary>
    public static NameSyntax AtName(ITerminalNode node) => new(Token(node).Span, Token(node).Text[1..]);

    /// <summary>A text without its quotes.</summary>
    public static StringSyntax String(ITerminalNode node) => new(Token(node).Span, Unquote(Token(node).Text));

    public static StringSyntax? OptionalString(ITerminalNode? node) => node is null ? null : String(node);

    public static string Unquote(string text) => text[1..^1];

    public static BasisSyntax Basis(Grammar.BasisContext context)
    {
        string words = "";
        for (int i = 0; i < context.ChildCount; i++)
        {
            EditToken token = context.GetChild(i) is ITerminalNode sign ? Token(sign) : (EditToken)((ParserRuleContext)context.GetChild(i)).Start;
            words += token.Type switch { Grammar.DOT => ".", Grammar.OF => " of ", _ => token.Text };
        }

        return new BasisSyntax(SpanOf(context), words);
    }
}
