using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Steps;

namespace EditEngine.Compiler.Lowering;

/// <content>Things by their slots, and their facts.</content>
internal sealed partial class EditLowering
{
    private int Use(int slot)
    {
        _used.Add(slot);
        return slot;
    }

    /// <summary>The slot of a thing that a name stands for; -1 for the claim; null for a thing that is found first.</summary>
    private int? SlotOf(BoundExpression thing) => thing switch
    {
        BoundClaim => -1,
        BoundVariable variable => _arguments.TryGetValue(variable.Variable.Slot, out BoundExpression? argument) ? SlotOf(argument) : variable.Variable.Slot,
        _ => null,
    };

    private Step<T> OfFact<T>(BoundField field, Func<FactRef, Step<T>> step)
    {
        BoundExpression receiver = Resolved(field.Receiver);
        BoundField? part = receiver as BoundField;
        BoundExpression owner = part is null ? receiver : Resolved(part.Receiver);

        // Codes and dates of lines stand in columns; all else is looked up, and facts of parts at two removes.
        _cost += part is not null ? 2 : field.Field.Name is "procedure" or "date" ? 0 : 1;
        if (SlotOf(owner) is int slot)
        {
            return step(new FactRef(field.Field.Row, slot < 0 ? -1 : Use(slot), part?.Field.Row));
        }

        int temporary = _slotCount++;
        return new OfThingStep<T>(Thing(owner), temporary, step(new FactRef(field.Field.Row, temporary, part?.Field.Row)));
    }

    private BoundExpression Resolved(BoundExpression expression)
    {
        while (true)
        {
            switch (expression)
            {
                case BoundVariable variable when _arguments.TryGetValue(variable.Variable.Slot, out BoundExpression? argument):
                    expression = argument;
                    break;
                case BoundUse use:
                    Bind(use);
                    expression = use.Body;
                    break;
                default:
                    return expression;
            }
        }
    }

    private FactRef ListRef(BoundField field)
    {
        BoundExpression receiver = Resolved(field.Receiver);
        BoundField? part = receiver as BoundField;
        int slot = SlotOf(part is null ? receiver : Resolved(part.Receiver)) ?? throw Unexpected(field);
        return new FactRef(field.Field.Row, slot < 0 ? -1 : Use(slot), part?.Field.Row);
    }

    private SourcePlan Source(BoundSource source) => new(
        source.Variable.Slot,
        [.. source.Alternatives.Select(one => new AlternativePlan(
            StoreKinds.BitsOf(one.Store), one.List is null ? null : List(one.List), [.. one.Conditions.SelectMany(BoundTree.Conjuncts).Select(Costed)]))]);

    private Step<Truth> Costed(BoundExpression condition)
    {
        int before = _cost;
        Step<Truth> step = Truth(condition);
        _costs[step] = _cost - before;
        return step;
    }

    private ListStep List(BoundExpression list)
    {
        switch (Resolved(list))
        {
            case BoundField { Field.Name: "evidence" } evidence:
                return new EvidenceList(ListRef(evidence));
            case BoundField certificates:
                return new CertificateList(ListRef(certificates));
            case BoundRows rows:
                KeyPart? key = rows.FirstKey is null ? null
                    : rows.FirstKey.Type.Kind == TypeKind.Code ? new CodeKeyPart(Single(() => CodeOf(rows.FirstKey))) : new TextKeyPart(Single(() => TextOf(rows.FirstKey)));
                return new RowList(rows.Table.Table!, rows.On is null ? null : Single(() => DayOf(rows.On)), key); // A pack without errors has its tables.
            case BoundMembers members when SlotOf(members.Group) is int group:
                return new MemberList(Use(group));
            case BoundRun run:
                SourcePlan source = Source(run.Source);
                return new RunList(source, OrderOf(run.By, isDescending: false), run.Previous.Slot, Truth(run.Broken));
            default:
                throw Unexpected(list);
        }
    }
}
