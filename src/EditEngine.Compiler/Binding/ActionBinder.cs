using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds actions: what they act on, and what they give.</summary>
/// <param name="context">The edit's.</param>
/// <param name="expressions">Binds their values.</param>
/// <param name="isRetro">Actions on history are wanted.</param>
internal sealed class ActionBinder(BindingContext context, ExpressionBinder expressions, bool isRetro)
{
    public BoundAction Bind(ActionSyntax syntax, Scope scope)
    {
        ActionRow row = ActionTable.Find(syntax.Verb.Text)!; // The grammar has no other verbs.
        CheckReason(syntax, row);
        if ((row.Needs & ActionParts.Queue) != 0 && syntax.Queue is null)
        {
            context.Diagnostics.Report(OutcomeDiagnostics.Queue(context.Place(syntax)));
        }

        (TargetPlan kind, BoundExpression? thing) = BindTarget(syntax, row, scope);
        AmountBinder amounts = new(context, expressions);
        BoundExpression? amount = amounts.Bind(syntax, row, scope);
        BoundExpression? with = BindPart(syntax.With, scope, LanguageType.CodeOf(Codes.CodeSystem.Procedure));
        BoundExpression? overridable = !syntax.IsOverridable ? null
            : syntax.OverridableWhere is null ? Always(syntax) : expressions.BindCondition(syntax.OverridableWhere, scope);
        return new BoundAction(
            context.Place(syntax), row.Action, kind, thing, amount, AmountBinder.MostOf(syntax.Most), with, syntax.Reason?.Text, syntax.Queue?.Value, overridable,
            syntax.Added is null ? null : BindAdded(syntax.Added, scope, amounts));
    }

    private BoundConstant Always(SyntaxNode syntax) => new(LanguageType.Condition, context.Place(syntax), new YesNoConstant(true));

    private void CheckReason(ActionSyntax syntax, ActionRow row)
    {
        if ((row.Needs & ActionParts.Reason) != 0 && syntax.Reason is null)
        {
            context.Diagnostics.Report(OutcomeDiagnostics.NoReason(context.Place(syntax), row.Verb, context.Symbols.ReasonKeys.Distinct()));
        }

        if (syntax.Reason is NameSyntax reason && !context.Symbols.HasReason(reason.Text))
        {
            context.Diagnostics.Report(NameDiagnostics.UnknownReason(context.Place(reason), reason.Text, context.Symbols.ReasonKeys, KeyOf(reason.Text)));
        }
    }

    // 97 and CO-97 are what some key gives.
    private string? KeyOf(string text) =>
        context.Symbols.Reasons.Find(known => text == known.Carc || text == $"{known.GroupCode}-{known.Carc}" || text == $"{known.GroupCode}{known.Carc}")?.Name;

    private (TargetPlan Kind, BoundExpression? Thing) BindTarget(ActionSyntax syntax, ActionRow row, Scope scope)
    {
        if (syntax.Added is not null || syntax.Target is null)
        {
            return (TargetPlan.Tuple, null);
        }

        if (row.Allows(ActionParts.NewCode) && syntax.Target is MemberSyntax { Name.Text: not "procedure" } other)
        {
            context.Diagnostics.Report(OutcomeDiagnostics.BadTarget(context.Place(other), syntax.Verb.Text, $"'{other.Name.Text}'", "the procedure of a line, as 'replace v.procedure'"));
            return (TargetPlan.Claim, null);
        }

        // `replace v.procedure`: the target is the line.
        ExpressionSyntax written = row.Allows(ActionParts.NewCode) && syntax.Target is MemberSyntax member ? member.Receiver : syntax.Target;
        BoundExpression target = expressions.BindValue(written, scope);
        if (target is BoundError)
        {
            return (TargetPlan.Claim, null);
        }

        if (syntax.EveryOf is not null)
        {
            if ((row.Targets & ThingKinds.Line) == 0)
            {
                context.Diagnostics.Report(OutcomeDiagnostics.BadTarget(context.Place(written), syntax.Verb.Text, "lines of the claim", ActionTable.PhraseOf(row.Targets)));
            }
            else if (!NamesLines(target))
            {
                context.Diagnostics.Report(OutcomeDiagnostics.BadTarget(context.Place(written), syntax.Verb.Text, target.Type.ToString(), "every line of a group or of a list of lines"));
            }

            return (TargetPlan.EveryLine, target);
        }

        if (target is BoundClaim || target.Type.Things == ThingKinds.Claim)
        {
            if ((row.Targets & ThingKinds.Claim) == 0)
            {
                context.Diagnostics.Report(OutcomeDiagnostics.BadTarget(context.Place(written), syntax.Verb.Text, "the claim", ActionTable.PhraseOf(row.Targets)));
            }

            return (TargetPlan.Claim, null);
        }

        bool fits = target.Type.Kind == TypeKind.Thing && target.Type.Things != ThingKinds.None && (target.Type.Things & ~(row.Targets & ~ThingKinds.Claim)) == 0;
        if (!fits)
        {
            context.Diagnostics.Report(OutcomeDiagnostics.BadTarget(context.Place(written), syntax.Verb.Text, target.Type.ToString(), ActionTable.PhraseOf(row.Targets)));
        }
        else if ((target.Type.Things & ThingKinds.History) != 0 && !isRetro)
        {
            context.Diagnostics.Report(OutcomeDiagnostics.BadTarget(context.Place(written), syntax.Verb.Text, "history here", "a history line, in an edit marked 'retro'"));
        }

        return (TargetPlan.Thing, target);
    }

    private BoundAddedLine BindAdded(AddedLineSyntax added, Scope scope, AmountBinder amounts)
    {
        BoundExpression? supports = added.Supports is null ? null : expressions.BindValue(added.Supports, scope);
        if (supports is not null && !NamesLines(supports))
        {
            context.Diagnostics.Report(TypeDiagnostics.Unexpected(supports.Place, supports.Type, "a line, a group or a list of lines"));
        }

        BoundExpression? pay = BindPart(added.Pay, scope, LanguageType.Percent);
        return new BoundAddedLine(
            BindPart(added.Code, scope, LanguageType.CodeOf(Codes.CodeSystem.Procedure))!, // A line that is added has a code.
            [.. added.Modifiers.Select(m => Codes.Code.From(Codes.CodeSystem.Modifier, m.Text))],
            BindPart(added.Units, scope, LanguageType.Units),
            pay,
            amounts.MostOf(pay),
            supports);
    }

    private static bool NamesLines(BoundExpression value) => value is BoundError
        || (value.Type.Kind is TypeKind.Thing or TypeKind.ThingList && (value.Type.Things & ~(ThingKinds.Line | ThingKinds.History | ThingKinds.Group)) == 0);

    private BoundExpression? BindPart(ExpressionSyntax? written, Scope scope, LanguageType fits)
    {
        BoundExpression? part = written is null ? null : expressions.BindValue(written, scope, fits);
        bool isOfUse = part is null or BoundError || (part.Type.Kind == fits.Kind && part.Type.System == fits.System)
            || (part.Type.Kind == TypeKind.Number && fits.Kind == TypeKind.Units);
        if (!isOfUse)
        {
            context.Diagnostics.Report(TypeDiagnostics.Unexpected(part!.Place, part.Type, fits.ToString())); // What is not there is of use.
        }

        return part;
    }
}
