using System.Collections.Immutable;
using System.Globalization;
using Antlr4.Runtime;
using Antlr4.Runtime.Tree;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// Turns ANTLR's contexts into the tree's records, one clause at a time, so that the contexts can be dropped at once. Reports what the
/// grammar admits and the language does not mean.
/// </summary>
internal sealed partial class TreeConverter(SyntaxReport report)
{
    private static TextSpan SpanOf(ParserRuleContext context) =>
        TextSpan.FromTo(context.Start.StartIndex, Math.Max(context.Start.StartIndex, EndOf(context)));

    private static TextSpan EndPoint(ParserRuleContext context) => new(EndOf(context), 0);

    private static int EndOf(ParserRuleContext context) => context.Stop is EditToken stop ? stop.End : context.Start.StartIndex;

    private static TextSpan Join(TextSpan first, TextSpan last) => TextSpan.FromTo(first.Start, last.End);

    private static EditToken Token(ITerminalNode node) => (EditToken)node.Symbol;

    private static NameSyntax Name(ITerminalNode node) => Name(Token(node));

    private static NameSyntax Name(EditToken token) => new(token.Span, token.Text);

    /// <summary>A name of one token, whatever rule found it.</summary>
    private static NameSyntax Name(ParserRuleContext context) => Name((EditToken)context.Start);

    private static NameSyntax? OptionalName(ParserRuleContext? context) => context is null ? null : Name(context);

    private static ImmutableArray<NameSyntax> Names(IReadOnlyList<ParserRuleContext> contexts)
    {
        ImmutableArray<NameSyntax>.Builder names = ImmutableArray.CreateBuilder<NameSyntax>(contexts.Count);
        foreach (ParserRuleContext context in contexts)
        {
            names.Add(Name(context));
        }

        return names.MoveToImmutable();
    }

    /// <summary>The part after the @.</summary>
    private static NameSyntax AtName(ITerminalNode node) => new(Token(node).Span, Token(node).Text[1..]);

    /// <summary>A text without its quotes.</summary>
    public static StringSyntax String(ITerminalNode node) => new(Token(node).Span, Unquote(Token(node).Text));

    private static StringSyntax? OptionalString(ITerminalNode? node) => node is null ? null : String(node);

    private static string Unquote(string text) => text[1..^1];

    private DateSyntax Date(ITerminalNode node) => new(Token(node).Span, Day(Token(node)) ?? DateOnly.MinValue);

    private DateSyntax? OptionalDate(ITerminalNode? node) => node is null ? null : Date(node);

    private DateOnly? Day(EditToken token)
    {
        if (DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        report.Add(SyntaxDiagnostics.NoSuchDay(report.Place(token.Span), token.Text));
        return null;
    }

    private DateRangeSyntax DateRange(Grammar.DateRangeContext context)
    {
        bool startsOpen = context.GetChild(0) is ITerminalNode { Symbol.Type: Grammar.DOTDOT };
        ITerminalNode[] days = context.DATE();
        DateSyntax? from = startsOpen ? null : Date(days[0]);
        DateSyntax? through = startsOpen || days.Length > 1 ? Date(days[^1]) : null;
        return new DateRangeSyntax(SpanOf(context), from, through);
    }

    private static BasisSyntax Basis(Grammar.BasisContext context)
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
