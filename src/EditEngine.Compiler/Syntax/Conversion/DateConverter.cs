using System.Globalization;
using Antlr4.Runtime.Tree;
using EditEngine.Compiler.Diagnostics;
using static EditEngine.Compiler.Syntax.Conversion.ContextReading;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>Days, and stretches of them.</summary>
internal sealed class DateConverter(SyntaxReport report)
{
    public DateSyntax Date(ITerminalNode node) => new(Token(node).Span, Day(Token(node)) ?? DateOnly.MinValue);

    public DateSyntax? OptionalDate(ITerminalNode? node) => node is null ? null : Date(node);

    public DateOnly? Day(EditToken token)
    {
        if (DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        report.Add(SyntaxDiagnostics.NoSuchDay(report.Place(token.Span), token.Text));
        return null;
    }

    public DateRangeSyntax DateRange(Grammar.DateRangeContext context)
    {
        bool startsOpen = context.GetChild(0) is ITerminalNode { Symbol.Type: Grammar.DOTDOT };
        ITerminalNode[] days = context.DATE();
        DateSyntax? from = startsOpen ? null : Date(days[0]);
        DateSyntax? through = startsOpen || days.Length > 1 ? Date(days[^1]) : null;
        return new DateRangeSyntax(SpanOf(context), from, through);
    }
}
