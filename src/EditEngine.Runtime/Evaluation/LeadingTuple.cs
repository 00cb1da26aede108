using System.Collections.Immutable;
using System.Text;
using EditEngine.Claims;
using EditEngine.Evaluation.Provenance;
using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Outcomes;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>What a tuple gives its finding, taken while its things still stand in the slots.</summary>
internal sealed class LeadingTuple
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
    public bool IsWhole { get; private set; } = true;

    /// <summary>Fields that its outcome lacks.</summary>
    public ImmutableArray<string> Lacking => _lacking.ToImmutable();

    public static LeadingTuple Take(EditRun run, CaseSteps one, ActionSteps action, in Slot thing)
    {
        Frame frame = run.Frame;
        LeadingTuple tuple = new();
        tuple._rows = RowsOf(frame, one);
        tuple._message = one.Message.IsEmpty ? null : MessageOf(frame, one.Message);
        tuple._overridable = action.Overridable is null ? null : action.Overridable.Run(frame) == Truth.True;
        tuple._field = thing.Store == Store.None ? null : Paths.Of(frame, thing).TrimEnd(' ', '.');
        if (action.Amount is not null)
        {
            Number amount = action.Amount.Run(frame);
            tuple._amount = amount.ToDecimal();
            tuple.Require(frame, action.Amount, tuple._amount is not null);
        }

        if (action.ReplaceWith is not null)
        {
            tuple._replacement = action.ReplaceWith.Run(frame);
            tuple.Require(frame, action.ReplaceWith, tuple._replacement.IsKnown);
        }

        if (action.Added is not null)
        {
            tuple._added = tuple.AddedOf(frame, run.Plan.Header.Id, action.Added);
        }

        return tuple;
    }

    /// <summary>Whether the outcome's values are known, without rendering anything.</summary>
    public static bool IsWholeNow(EditRun run, ActionSteps action) =>
        (action.Amount is null || action.Amount.Run(run.Frame).ToDecimal() is not null)
        && (action.ReplaceWith is null || action.ReplaceWith.Run(run.Frame).IsKnown)
        && (action.Added is null || IsWholeNow(run.Frame, action.Added));

    private static bool IsWholeNow(Frame frame, AddedLineSteps added) =>
        added.Code.Run(frame).IsKnown
        && (added.Units is null || added.Units.Run(frame).Presence == Presence.Known)
        && (added.Pay is null || added.Pay.Run(frame).Presence == Presence.Known);

    public FindingDraft ToDraft(
        EditPlan plan, CaseSteps one, ActionPlan action, FindingState state, FindingLevel level, in Slot thing, int exception, RelatedLines? related) => new()
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

    private static ImmutableArray<RowUsed> RowsOf(Frame frame, CaseSteps one)
    {
        ImmutableArray<RowUsed>.Builder rows = ImmutableArray.CreateBuilder<RowUsed>();
        foreach (RowStep step in one.Rows)
        {
            Slot row = step.Run(frame);
            if (row.Store == Store.Row)
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

    private static string MessageOf(Frame frame, ImmutableArray<MessageSteps> message)
    {
        StringBuilder text = new();
        foreach (MessageSteps part in message)
        {
            text.Append(part.Value is null ? part.Text : part.Value.Show(frame));
        }

        return text.ToString();
    }

    private void Require<T>(Frame frame, Step<T> step, bool isKnown)
    {
        if (!isKnown)
        {
            IsWhole = false;
            MissingProvenance.Collect(frame, step, _lacking);
        }
    }

    private AddedLine? AddedOf(Frame frame, string edit, AddedLineSteps added)
    {
        CodeKey code = added.Code.Run(frame);
        Require(frame, added.Code, code.IsKnown);
        if (!code.IsKnown)
        {
            return null;
        }

        SortedSet<int> supports = [];
        if (added.Supports is SourceSteps source)
        {
            SourceCursor cursor = default;
            while (cursor.Next(frame, source))
            {
                if (frame.Slots[source.Slot].Facts is ServiceLine line)
                {
                    supports.Add(line.Number);
                }
            }
        }

        return new AddedLine
        {
            Procedure = code.Code,
            Modifiers = added.Plan.Modifiers,
            Units = DecimalOf(frame, added.Units, 1m),
            PayPercent = DecimalOf(frame, added.Pay, 100m),
            Supports = [.. supports],
            Edit = edit,
        };
    }

    private decimal DecimalOf(Frame frame, Step<Number>? step, decimal none)
    {
        if (step is null)
        {
            return none;
        }

        Number value = step.Run(frame);
        Require(frame, step, value.Presence == Presence.Known);
        return value.ToDecimal() ?? none;
    }
}
