using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Evaluation;
using EditEngine.Numbers;
using EditEngine.Plans;

namespace EditEngine.Compiler.Lowering;

/// <summary>Derives what history a pack needs from its edits: wherever one runs over history lines, what it asks of them.</summary>
public static class HistoryNeeds
{
    /// <summary>One need for each place that reads history, by edit in the pack's order; needs that say the same are one.</summary>
    public static ImmutableArray<HistoryNeed> Of(BoundPack pack) =>
        DeepStack.Run<ImmutableArray<HistoryNeed>>(() => [.. pack.Edits.SelectMany(edit => Of(edit))]);

    /// <summary>The needs of one edit.</summary>
    public static ImmutableArray<HistoryNeed> Of(BoundEdit edit)
    {
        List<HistoryNeed> needs = [];
        IEnumerable<BoundExpression> ofTuple = edit.Joins.Concat(edit.Cases is [{ Condition: BoundExpression only }] ? BoundTree.Conjuncts(only) : []);
        foreach (object node in BoundTree.All(edit))
        {
            IEnumerable<BoundExpression> around = node switch
            {
                BoundThingBinding => ofTuple,
                BoundQuantified { Quantifier: not Quantifier.Every, Body: BoundExpression body } => BoundTree.Conjuncts(body),
                _ => [],
            };
            BoundSource? source = node switch
            {
                BoundThingBinding things => things.Source,
                BoundGroupBinding groups => groups.Members,
                BoundQuantified quantified => quantified.Source,
                BoundSum sum => sum.Source,
                BoundCount count => count.Source,
                BoundFirst first => first.Source,
                BoundRun run => run.Source,
                _ => null,
            };
            foreach (BoundAlternative one in source?.Alternatives.Where(one => one.Store == ThingKinds.History) ?? [])
            {
                HistoryNeed need = NeedOf(edit.Id, source!, [.. one.Conditions.SelectMany(BoundTree.Conjuncts), .. around], node as BoundGroupBinding); // It has alternatives.
                if (!needs.Any(known => Says(known) == Says(need)))
                {
                    needs.Add(need);
                }
            }
        }

        return [.. needs];
    }

    private static string Says(HistoryNeed need) =>
        $"{need.LookBack}|{need.SameClaimType}|{string.Join(',', need.Statuses)}|{string.Join(',', need.Keys)}|{(need.Codes is null ? "" : string.Join(',', need.Codes.Intervals))}";

    private static HistoryNeed NeedOf(string edit, BoundSource source, ImmutableArray<BoundExpression> conditions, BoundGroupBinding? group)
    {
        HistoryConditions asked = new(source.Variable.Slot);
        foreach (BoundExpression condition in conditions)
        {
            asked.Add(condition);
        }

        // A group holds lines of the claim only together with history of equal keys.
        IEnumerable<string> keys = asked.Keys.Concat(group?.Keys.Select(key => key.Name) ?? []);
        bool isSameDay = keys.Contains("date");
        return new HistoryNeed(
            edit, asked.Codes, asked.Statuses, asked.SameClaimType, isSameDay ? new LookBack(0, null) : asked.LookBack ?? LookBack.Ever,
            [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}

/// <summary>What conditions ask of the history line in a slot.</summary>
internal sealed class HistoryConditions(int slot)
{
    private readonly Dictionary<int, BoundExpression> _arguments = [];

    public CodeSet? Codes { get; private set; }

    public ImmutableArray<string> Statuses { get; private set; } = [];

    public bool SameClaimType { get; private set; }

    public LookBack? LookBack { get; private set; }

    public List<string> Keys { get; } = [];

    public void Add(BoundExpression condition)
    {
        switch (condition)
        {
            case BoundAnd and:
                foreach (BoundExpression operand in and.Operands)
                {
                    Add(operand);
                }

                break;
            case BoundUse use:
                for (int i = 0; i < use.Arguments.Length; i++)
                {
                    _arguments[use.Parameters[i].Slot] = use.Arguments[i];
                }

                Add(use.Body);
                break;
            case BoundInSet { Set: TextSetConstant texts } inSet when FieldOf(inSet.Value) == "status":
                Statuses = [.. texts.Texts];
                break;
            case BoundInSet { Set: CodeSetConstant codes } inSet when FieldOf(inSet.Value) == "procedure":
                Codes = Codes is null ? codes.Set : Codes.Intersect(codes.Set);
                break;
            case BoundCompare { Operator: BinaryOperator.Equal } equal when FieldOf(equal.Left) == "claim_type" || FieldOf(equal.Right) == "claim_type":
                SameClaimType |= Resolved(equal.Left) is BoundField { Receiver: BoundClaim } || Resolved(equal.Right) is BoundField { Receiver: BoundClaim };
                break;
            case BoundCompare { Operator: BinaryOperator.Equal } equal:
                AddKey(equal.Left, equal.Right);
                break;
            case BoundCompare { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual } compare:
                AddWindow(compare.Right);
                AddMonths(compare);
                break;
            case BoundSame same:
                for (int i = 0; i < same.Left.Length; i++)
                {
                    AddKey(same.Left[i], same.Right[i]);
                }

                break;
            case BoundInRange { To: BoundExpression to } range:
                AddWindow(to);
                AddDays(range.Value, to);
                AddPeriod(range);
                break;
        }
    }

    private void AddKey(BoundExpression left, BoundExpression right)
    {
        (string? own, BoundExpression other) = FieldOf(left) is string name ? (name, right) : (FieldOf(right), left);
        if (own is not null && FieldOf(other) is null && Resolved(other) is BoundField)
        {
            Keys.Add(own);
        }
    }

    // `v.date < h.date + 36 months`: no further back than that.
    private void AddWindow(BoundExpression end)
    {
        if (Resolved(end) is BoundArithmetic { Operator: BinaryOperator.Add, Right: BoundConstant { Value: PeriodConstant period } } sum && FieldOf(sum.Left) == "date")
        {
            Limit(period.Months != 0 ? new LookBack(null, period.Months) : new LookBack(period.Days, null));
        }
    }

    private void AddMonths(BoundCompare compare)
    {
        if (Resolved(compare.Left) is BoundMonthsBetween between && FieldOf(between.From) == "date" && compare.Right is BoundConstant { Value: NumberConstant number })
        {
            Limit(new LookBack(null, (int)(number.Value.Numerator / number.Value.Denominator) + 1));
        }
    }

    // `days from h.date to d in 0 .. 3`
    private void AddDays(BoundExpression value, BoundExpression to)
    {
        if (Resolved(value) is BoundDaysBetween between && FieldOf(between.From) == "date" && Resolved(to) is BoundConstant { Value: NumberConstant { Value: Rational days } })
        {
            Limit(new LookBack((int)(days.Numerator / days.Denominator), null));
        }
    }

    // `h.date in calendar year of v.date`, and the other way round: no further back than the period is long.
    private void AddPeriod(BoundInRange range)
    {
        bool isOwn = range.From is BoundPeriodEdge first && (FieldOf(range.Value) == "date" || FieldOf(first.Date) == "date");
        if (isOwn && range is { From: BoundPeriodEdge { IsLast: false } from, To: BoundPeriodEdge { IsLast: true } to } && from.Period == to.Period)
        {
            Limit(new LookBack(null, from.Period switch { CalendarPeriod.Month => 1, CalendarPeriod.Quarter => 3, _ => 12 }));
        }
    }

    private void Limit(LookBack limit) =>
        LookBack = LookBack is null || limit.AtMostDays < LookBack.AtMostDays ? limit : LookBack;

    private string? FieldOf(BoundExpression value) =>
        Resolved(value) is BoundField field && Root(field.Receiver) == slot ? field.Field.Name : null;

    private int? Root(BoundExpression receiver) => Resolved(receiver) switch
    {
        BoundVariable variable => variable.Variable.Slot,
        BoundField field => Root(field.Receiver),
        _ => null,
    };

    private BoundExpression Resolved(BoundExpression expression) => expression switch
    {
        BoundVariable variable when _arguments.TryGetValue(variable.Variable.Slot, out BoundExpression? argument) => Resolved(argument),
        BoundUse { Arguments.IsEmpty: true } use => Resolved(use.Body),
        BoundUse use => Resolved(WithArguments(use)),
        _ => expression,
    };

    private BoundExpression WithArguments(BoundUse use)
    {
        for (int i = 0; i < use.Arguments.Length; i++)
        {
            _arguments[use.Parameters[i].Slot] = use.Arguments[i];
        }

        return use.Body;
    }
}
