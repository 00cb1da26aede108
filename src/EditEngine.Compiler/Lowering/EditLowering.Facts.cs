using System.Collections.Immutable;
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
        Role role = part is null ? Role.Self : Enum.Parse<Role>(Pascal(part.Field.Name));
        ThingKinds owners = part?.Field.Owners ?? field.Field.Owners;

        // Codes and dates of lines stand in columns; all else is looked up, and facts of parts at two removes.
        _cost += role != Role.Self ? 2 : field.Field.Name is "procedure" or "date" ? 0 : 1;
        if (SlotOf(owner) is int slot)
        {
            return step(RefOf(field.Field, slot < 0 ? -1 : Use(slot), role, owners));
        }

        int temporary = _slotCount++;
        return new OfThingStep<T>(Thing(owner), temporary, step(RefOf(field.Field, temporary, role, owners)));
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

    private static FactRef RefOf(FieldSymbol field, int slot, Role role, ThingKinds owners) =>
        new(FactOf(field), slot, role, field.Name, field.Absence == Absence.None, StoresOf(owners));

    private static Fact FactOf(FieldSymbol field)
    {
        string owner = field.Owners switch
        {
            ThingKinds.Claim => "Claim",
            ThingKinds.Line or (ThingKinds.Line | ThingKinds.History) => "Line",
            ThingKinds.ValueCode => "ValueCode",
            _ => field.Owners.ToString(),
        };
        return Enum.Parse<Fact>(owner + Pascal(field.Name));
    }

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>A bit for each store of the kinds.</summary>
    private static int StoresOf(ThingKinds kinds)
    {
        int stores = 0;
        foreach (Store store in Enum.GetValues<Store>())
        {
            if (store > Store.Missing && (kinds & Enum.Parse<ThingKinds>(store.ToString())) != 0)
            {
                stores |= 1 << (int)store;
            }
        }

        return stores;
    }

    private FactRef ListRef(BoundField field)
    {
        BoundExpression receiver = Resolved(field.Receiver);
        if (receiver is BoundField part)
        {
            int? owner = SlotOf(Resolved(part.Receiver));
            return RefOf(field.Field, owner is int known ? known < 0 ? -1 : Use(known) : throw Unexpected(field), Enum.Parse<Role>(Pascal(part.Field.Name)), part.Field.Owners);
        }

        int? slot = SlotOf(receiver);
        return RefOf(field.Field, slot is int at ? at < 0 ? -1 : Use(at) : throw Unexpected(field), Role.Self, field.Field.Owners);
    }

    private SourcePlan Source(BoundSource source) => new(source.Variable.Slot, [.. source.Alternatives.Select((one, i) => Alternative(source, i))]) { Access = AccessOf(source) };

    private AlternativePlan Alternative(BoundSource source, int position)
    {
        BoundAlternative one = source.Alternatives[position];
        if (one.List is BoundRows rows)
        {
            // What definitions stand for is known once the conditions are lowered.
            ImmutableArray<Step<Truth>> ofRow = [.. one.Conditions.SelectMany(BoundTree.Conjuncts).Select(Costed)];
            return new AlternativePlan(StoresOf(one.Store), Rows(rows, FirstKeyOf(source, position)), ofRow);
        }

        return new AlternativePlan(StoresOf(one.Store), one.List is null ? null : List(one.List), [.. one.Conditions.SelectMany(BoundTree.Conjuncts).Select(Costed)]);
    }

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
                return Rows(rows, null);
            case BoundMembers members when SlotOf(members.Group) is int group:
                return new MemberList(Use(group));
            case BoundRun run:
                SourcePlan source = Source(run.Source);
                return new RunList(source, OrderOf(run.By, isDescending: false), run.Previous.Slot, Truth(run.Broken));
            default:
                throw Unexpected(list);
        }
    }

    private RowList Rows(BoundRows rows, BoundExpression? firstKey)
    {
        KeyPart? key = firstKey is null ? null
            : firstKey.Type.Kind == TypeKind.Code ? new CodeKeyPart(Single(() => CodeOf(firstKey))) : new TextKeyPart(Single(() => TextOf(firstKey)));
        return new RowList(rows.Table.Table!, rows.On is null ? null : Single(() => DayOf(rows.On)), key); // A pack without errors has its tables.
    }
}
