using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Plans;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds the cases of an edit: conditions, exceptions, actions and messages.</summary>
/// <param name="context">The edit's.</param>
/// <param name="expressions">Binds its values.</param>
/// <param name="edit">The edit as written.</param>
/// <param name="actions">Binds its actions.</param>
internal sealed class CaseBinder(BindingContext context, ExpressionBinder expressions, EditSource edit, ActionBinder actions)
{
    private readonly MessageBinder _messages = new(context, expressions);

    /// <summary>The cases, in order; empty where one has no action (reported).</summary>
    /// <param name="scope">What the edit's names stand for; its lets are added.</param>
    public ImmutableArray<BoundCase> Bind(Scope scope)
    {
        List<CaseClauses> written = [new CaseClauses()];
        foreach (ClauseSyntax clause in edit.Syntax.Clauses)
        {
            switch (clause)
            {
                case LetSyntax let:
                    scope.Add(let, context.Source);
                    expressions.BindValue(new NameExpressionSyntax(let.Name.Span, let.Name.Text), scope);
                    break;
                case OtherwiseSyntax:
                    written.Add(new CaseClauses());
                    break;
                case WhenSyntax condition:
                    written[^1].When = condition;
                    break;
                case UnlessSyntax unless:
                    written[^1].Unless.Add((unless, null, context.Source));
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
                context.Diagnostics.Report(OutcomeDiagnostics.NoOutcome(context.Source.PlaceOf(edit.Syntax.Id.Span), edit.Syntax.Id.Text));
                return [];
            }

            one.Unless.AddRange(edit.Exceptions);
            cases.Add(BindCase(one, one.Message ?? shared, scope));
        }

        CheckTargets(cases);

        return cases.ToImmutable();
    }

    private void CheckTargets(IReadOnlyList<BoundCase> cases)
    {
        string[] first = TargetsOf(cases[0]);
        foreach (BoundCase one in cases.Skip(1).Where(one => !TargetsOf(one).SequenceEqual(first, StringComparer.Ordinal)))
        {
            context.Diagnostics.Report(OutcomeDiagnostics.TargetsDiffer(one.Actions[0].Place));
        }
    }

    // An added line is its tuple's own.
    private static string[] TargetsOf(BoundCase one) =>
    [
        .. one.Actions.Where(action => action.Target != TargetPlan.Tuple).Select(action => action.Thing is BoundVariable thing ? $"{action.Target} {thing.Variable.Name}" : action.Target.ToString())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private BoundCase BindCase(CaseClauses written, MessageSyntax? message, Scope scope)
    {
        BoundExpression? condition = written.When is null ? null : expressions.BindCondition(written.When.Condition, scope);
        ImmutableArray<BoundRow> rows = condition is null ? [] : [.. RowsOf(condition)];
        ImmutableArray<BoundException>.Builder exceptions = ImmutableArray.CreateBuilder<BoundException>();
        foreach ((UnlessSyntax unless, ExpressionSyntax? only, SourceText source) in written.Unless)
        {
            ExpressionBinder binder = ReferenceEquals(source, context.Source)
                ? expressions
                : new ExpressionBinder(context with { Source = source, Effective = DayRange.Always });
            BoundExpression excuse = binder.BindCondition(unless.Condition, scope);
            exceptions.Add(new BoundException(
                only is null ? excuse : new BoundAnd(excuse.Place, [binder.BindCondition(ScopeNames.AsClaimFields(only), Scope.Root(context.Slots)), excuse]), unless.Because?.Value ?? "", unless.Owner?.Value, unless.Until?.Value.DayNumber));
        }

        ImmutableArray<BoundAction> bound = [.. written.Actions.Select(action => actions.Bind(action, scope))];
        return new BoundCase(condition, rows, exceptions.ToImmutable(), bound, message is null ? null : _messages.Bind(message, scope));
    }

    /// <summary>Rows that a condition found, in text order: those of its own conjuncts.</summary>
    private static IEnumerable<BoundRow> RowsOf(BoundExpression condition) => condition switch
    {
        BoundAnd and => and.Operands.SelectMany(RowsOf),
        BoundIsFound found => [found.Row],
        _ => [],
    };

    private sealed class CaseClauses
    {
        public WhenSyntax? When { get; set; }

        public List<(UnlessSyntax Unless, ExpressionSyntax? Scope, SourceText Source)> Unless { get; } = [];

        public List<ActionSyntax> Actions { get; } = [];

        public MessageSyntax? Message { get; set; }
    }
}
