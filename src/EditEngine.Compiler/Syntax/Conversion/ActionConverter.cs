using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using static EditEngine.Compiler.Syntax.Conversion.ContextReading;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>What stands after <c>then</c> and <c>also</c>.</summary>
internal sealed class ActionConverter(TreeConverter tree, SyntaxReport report)
{
    public ActionSyntax Action(Grammar.ActionContext context)
    {
        NameSyntax? reason = null;
        StringSyntax? queue = null;
        bool isOverridable = false;
        ExpressionSyntax? overridableWhere = null;
        ExpressionSyntax? pay = null;
        ExpressionSyntax? supports = null;
        HashSet<int> seen = [];
        foreach (Grammar.OptionContext option in context.option())
        {
            EditToken word = (EditToken)option.Start;
            if (!seen.Add(word.Type))
            {
                report.Add(SyntaxDiagnostics.OptionTwice(report.Place(SpanOf(option)), word.Text));
                continue;
            }

            switch (word.Type)
            {
                case Grammar.REASON:
                    reason = Name(option.id());
                    break;
                case Grammar.QUEUE:
                    queue = String(option.STRING());
                    break;
                case Grammar.UP:
                    break;
                case Grammar.PAY:
                    pay = tree.OfPhrases.Postfix(option.postfix());
                    break;
                case Grammar.SUPPORTS:
                    supports = PrimaryConverter.Path(option.path());
                    break;
                default:
                    isOverridable = true;
                    overridableWhere = option.condition() is { } condition ? tree.Conditions.Condition(condition) : null;
                    break;
            }

            if (context.ADD() is null && word.Type is (Grammar.PAY or Grammar.SUPPORTS))
            {
                report.Add(SyntaxDiagnostics.OnlyWithAddLine(report.Place(SpanOf(option)), word.Text));
            }
        }

        return new ActionSyntax(
            SpanOf(context), Name(context), context.path() is { } path ? PrimaryConverter.Path(path) : null, OptionalName(context.kindWord()),
            context.TO() is null ? null : tree.Values.Value(context.value(0)), context.WITH() is null ? null : tree.Values.Value(context.value()[^1]),
            context.option().FirstOrDefault(one => one.UP() is not null) is { } most ? (PercentLiteralSyntax)tree.Primaries.Literal(Token(most.PERCENT())) : null, reason, queue, isOverridable, overridableWhere, context.ADD() is null ? null : Added(context, pay, supports));
    }

    private AddedLineSyntax Added(Grammar.ActionContext context, ExpressionSyntax? pay, ExpressionSyntax? supports)
    {
        ImmutableArray<NameSyntax>.Builder modifiers = ImmutableArray.CreateBuilder<NameSyntax>();
        ExpressionSyntax? units = null;
        foreach (Grammar.AddedItemContext item in context.addedWith()?.addedItem() ?? [])
        {
            if (item.sum() is { } sum)
            {
                units = tree.Values.Sum(sum);
                continue;
            }

            if (item.WORD() is { } word && Token(word).Text != "modifier")
            {
                report.Add(SyntaxDiagnostics.AddedWithWhat(report.Place(Token(word).Span), Token(word).Text));
            }

            EditToken code = (EditToken)item.code().Start;
            modifiers.Add(new NameSyntax(code.Span, code.Type == Grammar.STRING ? Unquote(code.Text) : code.Text));
        }

        return new AddedLineSyntax(SpanOf(context), tree.OfPhrases.Postfix(context.postfix()), modifiers.ToImmutable(), units, pay, supports);
    }
}
