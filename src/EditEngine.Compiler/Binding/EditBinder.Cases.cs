using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Binding;

/// <content>Cases, exceptions, actions and messages.</content>
internal sealed partial class EditBinder
{
    private ImmutableArray<BoundCase> BindCases()
    {
        List<CaseClauses> written = [new CaseClauses()];
        foreach (ClauseSyntax clause in _edit.Syntax.Clauses)
        {
            switch (clause)
            {
                case LetSyntax let:
                    _scope.Add(let);
                    _expressions.BindValue(new NameExpressionSyntax(let.Name.Span, let.Name.Text), _scope);
                    break;
                case OtherwiseSyntax:
                    written.Add(new CaseClauses());
                    break;
                case WhenSyntax condition:
                    written[^1].When = condition;
                    break;
                case UnlessSyntax unless:
                    written[^1].Unless.Add((unless, null, _source));
                    break;
                case ThenSyntax then:
                    written[^1].Actions.Add(then.Action);
                    break;
                case AlsoSyntax also:
                    written[^1].Actions.Add(also.Action);
                    break;
                case MessageSyntax message:
                    written[^1].Message = message;
                    break;
            }
        }

        ImmutableArray<BoundCase>.Builder cases = ImmutableArray.CreateBuilder<BoundCase>();
        MessageSyntax? shared = written.LastOrDefault(one => one.Message is not null)?.Message;
        foreach (CaseClauses one in written)
        {
            if (one.Actions.Count == 0)
            {
                _diagnostics.Report(OutcomeDiagnostics.NoOutcome(_source.PlaceOf(_edit.Syntax.Id.Span), _edit.Syntax.Id.Text));
                return [];
            }

            one.Unless.AddRange(_edit.Exceptions);
            cases.Add(BindCase(one, one.Message ?? shared));
        }

        CheckTargets(cases);

        return cases.ToImmutable();
    }

    private void CheckTargets(IReadOnlyList<BoundCase> cases)
    {
        string[] first = TargetsOf(cases[0]);
        foreach (BoundCase one in cases.Skip(1).Where(one => !TargetsOf(one).SequenceEqual(first, StringComparer.Ordinal)))
        {
            _diagnostics.Report(OutcomeDiagnostics.TargetsDiffer(one.Actions[0].Place));
        }
    }

    // An added line is its tuple's own.
    private static string[] TargetsOf(BoundCase one) =>
    [
        .. one.Actions.Where(action => action.Target != TargetKind.Tuple).Select(action => action.Thing is BoundVariable thing ? $"{action.Target} {thing.Variable.Name}" : action.Target.ToString())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private BoundCase BindCase(CaseClauses written, MessageSyntax? message)
    {
        Scope scope = _scope;
        BoundExpression? condition = written.When is null ? null : _expressions.BindCondition(written.When.Condition, scope);
        ImmutableArray<BoundRow> rows = condition is null ? [] : [.. RowsOf(condition)];
        ImmutableArray<BoundException>.Builder exceptions = ImmutableArray.CreateBuilder<BoundException>();
        foreach ((UnlessSyntax unless, ExpressionSyntax? only, SourceText source) in written.Unless)
        {
            ExpressionBinder binder = ReferenceEquals(source, _source)
                ? _expressions
                : new ExpressionBinder(_symbols, _diagnostics, _parameters, _slots, source) { ScopedParameters = _scoped };
            BoundExpression excuse = binder.BindCondition(unless.Condition, scope);
            exceptions.Add(new BoundException(
                only is null ? excuse : new BoundAnd(excuse.Place, [binder.BindCondition(ScopeNames.AsClaimFields(only), Scope.Root(_slots)), excuse]), unless.Because?.Value ?? "", unless.Owner?.Value, unless.Until?.Value.DayNumber));
        }

        ImmutableArray<BoundAction> actions = [.. written.Actions.Select(action => BindAction(action, scope))];
        return new BoundCase(condition, rows, exceptions.ToImmutable(), actions, message is null ? null : BindMessage(message, scope));
    }

    /// <summary>Rows that a condition found, in text order: those of its own conjuncts.</summary>
    private static IEnumerable<BoundRow> RowsOf(BoundExpression condition) => condition switch
    {
        BoundAnd and => and.Operands.SelectMany(RowsOf),
        BoundIsFound found => [found.Row],
        _ => [],
    };

    private BoundAction BindAction(ActionSyntax syntax, Scope scope)
    {
        EditAction action = ActionOf(syntax.Verb.Text);
        CheckReason(syntax);
        if (action == EditAction.Pend && syntax.Queue is null)
        {
            _diagnostics.Report(OutcomeDiagnostics.Queue(_source.PlaceOf(syntax.Span)));
        }

        (TargetKind kind, BoundExpression? thing) = BindTarget(syntax, action, scope);
        BoundExpression? amount = syntax.Amount is null ? null : _expressions.BindValue(syntax.Amount, scope, LanguageType.Units);
        if (action == EditAction.Reduce && amount?.Type.Kind is not (TypeKind.Percent or TypeKind.Units or TypeKind.Number or TypeKind.Error))
        {
            _diagnostics.Report(OutcomeDiagnostics.Amount(_source.PlaceOf(syntax.Span), amount?.Type.ToString() ?? "no amount"));
        }

        BoundExpression? with = syntax.With is null ? null : _expressions.BindValue(syntax.With, scope, LanguageType.CodeOf(Codes.CodeSystem.Procedure));
        BoundExpression? overridable = !syntax.IsOverridable ? null
            : syntax.OverridableWhere is null ? Always(syntax) : _expressions.BindCondition(syntax.OverridableWhere, scope);
        return new BoundAction(
            _source.PlaceOf(syntax.Span), action, kind, thing, amount, with, syntax.Reason?.Text, syntax.Queue?.Value, overridable,
            syntax.Added is null ? null : BindAdded(syntax.Added, scope));
    }

    private BoundConstant Always(SyntaxNode syntax) => new(LanguageType.Condition, _source.PlaceOf(syntax.Span), new YesNoConstant(true));

    private void CheckReason(ActionSyntax syntax)
    {
        if (syntax.Reason is NameSyntax reason && !_symbols.Reasons.Any(known => known.Name == reason.Text))
        {
            _diagnostics.Report(NameDiagnostics.UnknownReason(_source.PlaceOf(reason.Span), reason.Text, _symbols.Reasons.Select(known => known.Name)));
        }
    }

    private static EditAction ActionOf(string verb) => verb switch
    {
        "reject" => EditAction.Reject,
        "deny" => EditAction.Deny,
        "return" => EditAction.Return,
        "pend" => EditAction.Pend,
        "review" => EditAction.Review,
        "reduce" => EditAction.Reduce,
        "replace" => EditAction.Replace,
        "add" => EditAction.Add,
        "recoup" => EditAction.Recoup,
        "warn" => EditAction.Warn,
        _ => EditAction.Inform,
    };

    private (TargetKind Kind, BoundExpression? Thing) BindTarget(ActionSyntax syntax, EditAction action, Scope scope)
    {
        if (syntax.Added is not null || syntax.Target is null)
        {
            return (TargetKind.Tuple, null);
        }

        if (action == EditAction.Replace && syntax.Target is MemberSyntax { Name.Text: not "procedure" } other)
        {
            _diagnostics.Report(OutcomeDiagnostics.BadTarget(_source.PlaceOf(other.Span), syntax.Verb.Text, $"'{other.Name.Text}'", "the procedure of a line, as 'replace v.procedure'"));
            return (TargetKind.Claim, null);
        }

        // `replace v.procedure`: the target is the line.
        ExpressionSyntax written = action == EditAction.Replace && syntax.Target is MemberSyntax member ? member.Receiver : syntax.Target;
        BoundExpression target = _expressions.BindValue(written, scope);
        if (target is BoundError)
        {
            return (TargetKind.Claim, null);
        }

        if (syntax.EveryOf is not null)
        {
            return (TargetKind.EveryLine, target);
        }

        if (target is BoundClaim || target.Type.Things == ThingKinds.Claim)
        {
            return (TargetKind.Claim, null);
        }

        const ThingKinds Allowed = ThingKinds.Line | ThingKinds.History | ThingKinds.Diagnosis | ThingKinds.Procedure | ThingKinds.Suggestion;
        bool fits = target.Type.Kind == TypeKind.Thing && target.Type.Things != ThingKinds.None && (target.Type.Things & ~Allowed) == 0;
        if (!fits || (action == EditAction.Recoup && target.Type.Things != ThingKinds.History))
        {
            string acts = action == EditAction.Recoup ? "a history line" : "a line, the claim, a history line, a diagnosis, a procedure or a suggestion";
            _diagnostics.Report(OutcomeDiagnostics.BadTarget(_source.PlaceOf(written.Span), syntax.Verb.Text, target.Type.ToString(), acts));
        }
        else if ((target.Type.Things & ThingKinds.History) != 0 && !IsRetro)
        {
            _diagnostics.Report(OutcomeDiagnostics.BadTarget(_source.PlaceOf(written.Span), syntax.Verb.Text, "history here", "a history line, in an edit marked 'retro'"));
        }

        return (TargetKind.Thing, target);
    }

    private BoundAddedLine BindAdded(AddedLineSyntax added, Scope scope)
    {
        ImmutableArray<Codes.Code> modifiers = [.. added.Modifiers.Select(m => Codes.Code.From(Codes.CodeSystem.Modifier, m.Text))];
        return new BoundAddedLine(
            _expressions.BindValue(added.Code, scope, LanguageType.CodeOf(Codes.CodeSystem.Procedure)),
            modifiers,
            added.Units is null ? null : _expressions.BindValue(added.Units, scope, LanguageType.Units),
            added.Pay is null ? null : _expressions.BindValue(added.Pay, scope, LanguageType.Percent),
            added.Supports is null ? null : _expressions.BindValue(added.Supports, scope));
    }

    /// <summary>What stands between the braces of a message is a value, read by the same grammar.</summary>
    private BoundMessage BindMessage(MessageSyntax message, Scope scope)
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
                    _diagnostics.Report(SyntaxDiagnostics.NotClosed(
                        _source.PlaceOf(new TextSpan(offset + text.Length, 0)), "{", _source.PlaceOf(new TextSpan(offset + open, 1)), "}"));
                }

                break;
            }

            parts.Add(new BoundMessagePart(text[at..open], null));
            ExpressionSyntax value = EditParser.ParseExpression(_source, TextSpan.FromTo(offset + open + 1, offset + close), out ImmutableArray<EditEngine.Diagnostics.Diagnostic> problems);
            foreach (EditEngine.Diagnostics.Diagnostic problem in problems)
            {
                _diagnostics.Report(problem);
            }

            parts.Add(new BoundMessagePart("", _expressions.BindShown(value, scope)));
            at = close + 1;
        }

        parts.Add(new BoundMessagePart(text[at..], null));
        return new BoundMessage(parts.ToImmutable());
    }

    private sealed class CaseClauses
    {
        public WhenSyntax? When { get; set; }

        public List<(UnlessSyntax Unless, ExpressionSyntax? Scope, SourceText Source)> Unless { get; } = [];

        public List<ActionSyntax> Actions { get; } = [];

        public MessageSyntax? Message { get; set; }
    }
}
