using System.Collections.Immutable;
using System.Text;
using EditEngine.Claims;
using EditEngine.Evaluation.Provenance;
using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Outcomes;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>What a tuple gives its finding, taken while its things still stand in the slots.</summary>
internal sealed class FindingValues
{
    private readonly MissingFields _lacking = new();

    private decimal? _amount;
    private CodeKey _replacement;
    private AddedLine? _added;
    private bool? _overridable;
    private string? _message;
    private ImmutableArray<RowUsed> _rows = [];
    private string? _field;

    /// <summary>Every value its outcome needs is known.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Fields that its outcome lacks.</summary>
    public ImmutableArray<string> Lacking => _lacking.ToImmutable();

    public static FindingValues Capture(EditRun run, CaseSteps one, ActionSteps action, in BoundThing thing)
    {
        EvaluationContext context = run.Context;
        FindingValues tuple = new();
        tuple._rows = RowsOf(context, one);
        tuple._message = one.Message.IsEmpty ? null : MessageOf(context, one.Message);
        tuple._overridable = action.Overridable is null ? null : action.Overridable.Run(context) == Truth.True;
        tuple._field = thing.Kind == ThingKind.None ? null : Paths.Of(context, thing).TrimEnd(' ', '.');
        if (action.Amount is not null)
        {
            Number amount = action.Amount.Run(context);
            tuple._amount = amount.ToDecimal() is not decimal known ? null : action.Plan.AmountIsPercent ? PayLimits.Percent(known, action.Plan.MostPercent) : PayLimits.Units(known);
            tuple.Require(context, action.Amount, tuple._amount is not null);
        }

        if (action.ReplaceWith is not null)
        {
            tuple._replacement = action.ReplaceWith.Run(context);
            tuple.Require(context, action.ReplaceWith, tuple._replacement.IsKnown);
        }

        if (action.Added is not null)
        {
            tuple._added = tuple.AddedOf(context, run.Plan.Header.Id, action.Added);
        }

        return tuple;
    }

    /// <summary>Whether the outcome's values are known, without rendering anything.</summary>
    public static bool IsCompleteNow(EditRun run, ActionSteps action) =>
        (action.Amount is null || action.Amount.Run(run.Context).ToDecimal() is not null)
        && (action.ReplaceWith is null || action.ReplaceWith.Run(run.Context).IsKnown)
        && (action.Added is null || IsCompleteNow(run.Context, action.Added));

    private static bool IsCompleteNow(EvaluationContext context, AddedLineSteps added) =>
        added.Code.Run(context).IsKnown
        && (added.Units is null || added.Units.Run(context).Presence == Presence.Known)
        && (added.Pay is null || added.Pay.Run(context).Presence == Presence.Known);

    public FindingDraft ToDraft(
        EditPlan plan, CaseSteps one, ActionPlan action, FindingState state, FindingLevel level, in BoundThing thing, int exception, RelatedLines? related) => new()
        {
            Edit = plan.Header,
            Action = action.Action,
            State = state,
            Level = level,
            Line = (thing.Facts as ServiceLine)?.Number,
            Field = _field,
            HistoryLine = thing.Facts is HistoryLine history ? new RelatedLine(history.ClaimId, history.Line.Number) : null,
            AllowedUnits = action.AmountIsPercent ? null : _amount,
            PayPercent = action.AmountIsPercent ? _amount : null,
            Replacement = _replacement.Code,
            Added = _added,
            Reason = action.Reason,
            Queue = action.Queue,
            Overridable = _overridable,
            Message = _message,
            Bypass = state == FindingState.Bypassed && exception >= 0 ? BypassOf(one.Exceptions[exception].Plan) : null,
            Related = related?.ToImmutable() ?? [],
            RelatedOmitted = related?.Omitted ?? 0,
            Rows = _rows,
        };

    private static Bypass BypassOf(ExceptionPlan exception) =>
        new(exception.Because, exception.Owner, exception.UntilDay is int until ? DateOnly.FromDayNumber(until) : null);

    private static ImmutableArray<RowUsed> RowsOf(EvaluationContext context, CaseSteps one)
    {
        ImmutableArray<RowUsed>.Builder rows = ImmutableArray.CreateBuilder<RowUsed>();
        foreach (RowStep step in one.Rows)
        {
            BoundThing row = step.Run(context);
            if (row.Kind == ThingKind.Row)
            {
                int from = step.Table.GetFrom(row.Index);
                int through = step.Table.GetThrough(row.Index);
                rows.Add(new RowUsed(
                    step.Name,
                    step.Table.GetKeyText(row.Index),
                    from == int.MinValue ? null : DateOnly.FromDayNumber(from),
                    through == int.MaxValue ? null : DateOnly.FromDayNumber(through)));
            }
        }

        return rows.ToImmutable();
    }

    private static string MessageOf(EvaluationContext context, ImmutableArray<MessageSteps> message)
    {
        StringBuilder text = new();
        foreach (MessageSteps part in message)
        {
            text.Append(part.Value is null ? part.Text : part.Value.Show(context));
        }

        return text.ToString();
    }

    private void Require<T>(EvaluationContext context, Step<T> step, bool isKnown)
    {
        if (!isKnown)
        {
            IsComplete = false;
            MissingProvenance.Collect(context, step, _lacking);
        }
    }

    private AddedLine? AddedOf(EvaluationContext context, string edit, AddedLineSteps added)
    {
        CodeKey code = added.Code.Run(context);
        Require(context, added.Code, code.IsKnown);
        if (!code.IsKnown)
        {
            return null;
        }

        SortedSet<int> supports = [];
        if (added.Supports is SourceSteps source)
        {
            SourceCursor cursor = default;
            while (cursor.Next(context, source))
            {
                if (context.Slots[source.Slot].Facts is ServiceLine line)
                {
                    supports.Add(line.Number);
                }
            }
        }

        return new AddedLine
        {
            Procedure = code.Code,
            Modifiers = added.Plan.Modifiers,
            Units = PayLimits.Units(DecimalOf(context, added.Units, 1m)),
            PayPercent = PayLimits.Percent(DecimalOf(context, added.Pay, PayLimits.AllOfIt), added.Plan.MostPay),
            Supports = [.. supports],
            Edit = edit,
        };
    }

    private decimal DecimalOf(EvaluationContext context, Step<Number>? step, decimal none)
    {
        if (step is null)
        {
            return none;
        }

        Number value = step.Run(context);
        Require(context, step, value.Presence == Presence.Known);
        return value.ToDecimal() ?? none;
    }
}
