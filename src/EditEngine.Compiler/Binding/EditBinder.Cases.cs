using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <content>Cases, exceptions and messages.</content>
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
