using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Steps;
using EditEngine.Values;

namespace EditEngine.Compiler.Lowering;

/// <content>Conditions.</content>
internal sealed partial class EditLowering
{
    private Step<Truth> TruthOf(BoundExpression condition)
    {
        switch (condition)
        {
            case BoundAnd and:
                return new AndStep([.. and.Operands.Select(TruthOf)]);
            case BoundOr or:
                return new OrStep([.. or.Operands.Select(TruthOf)]);
            case BoundNot not:
                return new NotStep(TruthOf(not.Operand));
            case BoundUse use:
                Bind(use);
                return TruthOf(use.Body);
            case BoundVariable variable when _arguments.TryGetValue(variable.Variable.Slot, out BoundExpression? argument):
                return TruthOf(argument);
            case BoundOverlaps overlaps:
                return new AndStep(
                [
                    Atom(() => new CompareStep<Day>(Relation.LessOrEqual, DayOf(overlaps.FromA), DayOf(overlaps.ToB))),
                    Atom(() => new CompareStep<Day>(Relation.LessOrEqual, DayOf(overlaps.FromB), DayOf(overlaps.ToA))),
                ]);
            case BoundSame same:
                return new AndStep([.. same.Left.Zip(same.Right, (left, right) => Atom(() => Compare(BinaryOperator.Equal, left, right)))]);
            case BoundQuantified quantified:
                _cost += 100;
                return new QuantifyStep(
                    quantified.Quantifier switch { Quantifier.Any => Quantified.Any, Quantifier.Every => Quantified.Every, _ => Quantified.No },
                    Source(quantified.Source),
                    quantified.Body is null ? null : TruthOf(quantified.Body));
            case BoundIsPresent present:
                (List<IOpenChoice> outer, _choices) = (_choices, []);
                Step<Truth> step = Present(present.Value);
                _choices = outer;
                return step;
            default:
                return Atom(() => AtomOf(condition));
        }
    }

    /// <summary>A condition that is decided as a whole: with open choices, where all that could be decide it alike.</summary>
    private Step<Truth> Atom(Func<Step<Truth>> lower)
    {
        (List<IOpenChoice> outer, _choices) = (_choices, []);
        Step<Truth> step = lower();
        List<IOpenChoice> own = _choices;
        _choices = outer;
        return own.Count == 0 ? step : new OpenStep(step, [.. own]);
    }

    private Step<T> Single<T>(Func<Step<T>> lower)
        where T : struct, IAbsence<T>
    {
        (List<IOpenChoice> outer, _choices) = (_choices, []);
        Step<T> step = lower();
        List<IOpenChoice> own = _choices;
        _choices = outer;
        return own.Count == 0 ? step : new SingleStep<T>(step, [.. own]);
    }

    private Step<Truth> AtomOf(BoundExpression condition)
    {
        switch (condition)
        {
            case BoundCompare compare:
                return Compare(compare.Operator, compare.Left, compare.Right);
            case BoundInSet inSet:
                return InSet(inSet);
            case BoundInRange range:
                List<Step<Truth>> ends = [];
                if (range.From is not null)
                {
                    ends.Add(Compare(BinaryOperator.GreaterOrEqual, range.Value, range.From));
                }

                if (range.To is not null)
                {
                    ends.Add(Compare(BinaryOperator.LessOrEqual, range.Value, range.To));
                }

                return new AndStep([.. ends]);
            case BoundInList list:
                return new InListStep(CodeOf(list.Value), CodesOf(list.List));
            case BoundIsYes yes:
                return YesNo(yes.Value);
            case BoundIsIn isIn:
                return OnSlot(isIn.Thing, slot => new IsInStep(slot, StoresOf(isIn.Stores)));
            case BoundIsKind isKind:
                return OnSlot(isKind.Thing, slot => IsKind(isKind, slot));
            case BoundHas has:
                return Has(has);
            case BoundShares shares:
                return new SharesStep(CodesOf(shares.Left), CodesOf(shares.Right));
            case BoundIsFound found:
                return new IsFoundStep(Row(found.Row));
            case BoundSample sample:
                return new SampleStep(sample.Part, sample.Whole, TextOf(sample.By));
            case BoundIsPayable payable:
                return OnSlot(payable.Thing, slot => new IsPayableStep(slot));
            case BoundIsDecidedBy by:
                return OnSlot(by.Thing, slot => new IsDeniedByStep(slot, by.Edit));
            case BoundIsOnClaim on:
                return OnSlot(on.Suggestion, slot => new IsOnClaimStep(slot));
            case BoundIsOther other:
                return OnSlot(other.Thing, slot => new IsOtherStep(slot, [.. other.Others.Select(SlotOf).OfType<int>().Where(one => one >= 0).Select(Use)]));
            case BoundIsEarlier earlier:
                return OnSlot(earlier.Thing, slot => OnSlot(earlier.Than, than => new IsEarlierStep(slot, than)));
            default:
                return YesNo(condition);
        }
    }

    private Step<Truth> OnSlot(BoundExpression thing, Func<int, Step<Truth>> step)
    {
        if (SlotOf(thing) is int slot)
        {
            return step(slot < 0 ? -1 : Use(slot));
        }

        int temporary = _slotCount++;
        return new OfThingStep<Truth>(Thing(thing), temporary, step(temporary));
    }

    /// <summary>A value of truth: a yes-or-no fact, a column, a choice. None is false.</summary>
    private Step<Truth> YesNo(BoundExpression value) => value switch
    {
        BoundField field => OfFact(field, fact => new YesNoFact(fact)),
        BoundColumn column => Dear(10, () => new YesNoColumn(Thing(column.Row), column.Column.Index)),
        BoundConstant or BoundVariable or BoundUse or BoundChoice or BoundOrElse or BoundParameter or BoundGroupKey or BoundFact =>
            new CompareStep<Number>(Relation.Equal, YesNoValue(value), new ConstantStep<Number>(Number.OfYesNo(true))),
        _ => throw Unexpected(value),
    };

    /// <summary>The same where none and no are not the same: in a comparison, before <c>or else</c>.</summary>
    private Step<Number> YesNoValue(BoundExpression value) =>
        Common(value, YesNoValue, static constant => Number.OfYesNo(constant is YesNoConstant { Value: true }))
        ?? value switch
        {
            BoundField { Type.Kind: TypeKind.YesNo } field => OfFact(field, fact => new YesNoNumberFact(fact)),
            BoundGroupKey key => KeyOf<Number>(key),
            BoundFact fact => FactOf(fact.Fact, static known => known.YesNo is bool yes ? Number.OfYesNo(yes) : Number.Missing),
            BoundColumn column => Dear(10, () => new YesNoNumberColumn(Thing(column.Row), column.Column.Index)),
            _ => new TruthNumber(TruthOf(value)),
        };

    private Step<Truth> Compare(BinaryOperator op, BoundExpression left, BoundExpression right)
    {
        Relation relation = op switch
        {
            BinaryOperator.Equal => Relation.Equal,
            BinaryOperator.NotEqual => Relation.NotEqual,
            BinaryOperator.Less => Relation.Less,
            BinaryOperator.LessOrEqual => Relation.LessOrEqual,
            BinaryOperator.Greater => Relation.Greater,
            _ => Relation.GreaterOrEqual,
        };
        TypeKind kind = left.Type.Kind == TypeKind.Error ? right.Type.Kind : left.Type.Kind;
        return kind switch
        {
            TypeKind.Number or TypeKind.Units or TypeKind.Money or TypeKind.Percent => new CompareStep<Number>(relation, NumberOf(left), NumberOf(right)),
            TypeKind.Date => new CompareStep<Day>(relation, DayOf(left), DayOf(right)),
            TypeKind.Instant => new CompareStep<Instant>(relation, InstantOf(left), InstantOf(right)),
            TypeKind.Code => new CompareStep<CodeKey>(relation, CodeOf(left), CodeOf(right)),
            TypeKind.Text => new CompareStep<TextValue>(relation, TextOf(left), TextOf(right)),
            TypeKind.Thing => new CompareStep<Slot>(relation, Thing(left), Thing(right)),
            TypeKind.YesNo or TypeKind.Condition => new CompareStep<Number>(relation, YesNoValue(left), YesNoValue(right)),
            TypeKind.Error => new ConstantStep<Truth>(relation.OfAbsent(Presence.None, Presence.None)),
            _ => throw Unexpected(left),
        };
    }

    private Step<Truth> InSet(BoundInSet inSet) => inSet.Set switch
    {
        CodeSetConstant codes => new InCodeSetStep(CodeOf(inSet.Value), codes.Set, inSet.On is null ? null : DayOf(inSet.On)),
        TextSetConstant texts => new InTextSetStep(TextOf(inSet.Value), [.. texts.Texts], texts.Prefixes),
        NumberSetConstant numbers => new InNumberSetStep(NumberOf(inSet.Value), numbers.Numbers),
        _ => throw Unexpected(inSet),
    };

    private HasStep Has(BoundHas has)
    {
        Quantity quantity = has.Quantity switch
        {
            HasQuantity.Any => Quantity.Any,
            HasQuantity.No => Quantity.No,
            HasQuantity.Exactly => Quantity.Exactly,
            HasQuantity.MoreThan => Quantity.MoreThan,
            _ => Quantity.AtLeast,
        };
        return new HasStep(
            CodesOf(has.List), quantity, has.Number, (has.Set as CodeSetConstant)?.Set, has.Code is null ? null : CodeOf(has.Code), has.IsOutside, has.On is null ? null : DayOf(has.On));
    }

    private OrStep IsKind(BoundIsKind isKind, int slot)
    {
        // The kind's own name stands for the thing that is asked about.
        _arguments[isKind.Variable.Slot] = slot < 0 ? new BoundClaim(isKind.Place) : new BoundVariable(isKind.Place, isKind.Variable with { Slot = slot });
        List<Step<Truth>> alternatives = [];
        foreach (BoundAlternative one in isKind.Alternatives)
        {
            List<Step<Truth>> all = [new IsInStep(slot, StoresOf(one.Store))];
            if (one.List is not null)
            {
                int member = _slotCount++;
                Step<Truth> isIt = new CompareStep<Slot>(Relation.Equal, new SlotStep(member), new SlotStep(slot));
                all.Add(new QuantifyStep(Quantified.Any, new SourcePlan(member, [new AlternativePlan(-1, List(one.List), [])]), isIt));
            }

            all.AddRange(one.Conditions.Select(TruthOf));
            alternatives.Add(new AndStep([.. all]));
        }

        return new OrStep([.. alternatives]);
    }

    private Step<Truth> Present(BoundExpression value) => value.Type.Kind switch
    {
        TypeKind.Number or TypeKind.Units or TypeKind.Money or TypeKind.Percent => new PresentStep<Number>(NumberOf(value)),
        TypeKind.Date => new PresentStep<Day>(DayOf(value)),
        TypeKind.Instant => new PresentStep<Instant>(InstantOf(value)),
        TypeKind.Period => new PresentStep<Period>(PeriodOf(value)),
        TypeKind.Code => new PresentStep<CodeKey>(CodeOf(value)),
        TypeKind.Text => new PresentStep<TextValue>(TextOf(value)),
        TypeKind.CodeList => new PresentStep<CodeList>(CodesOf(value)),
        TypeKind.ThingList => new ListPresentStep(List(value)),

        // A list of texts that is absent is empty, and that is a value.
        TypeKind.TextList => new ConstantStep<Truth>(Truth.True),
        TypeKind.Thing when Resolved(value) is BoundField { Field: FieldSymbol part } field => PartPresent(part, PartSlot(field)),
        TypeKind.Thing => new PresentStep<Slot>(Thing(value)),
        TypeKind.Error => new ConstantStep<Truth>(Truth.False),
        _ => new PresentStep<Number>(YesNoValue(value)),
    };

    // A part is asked for itself, and not for a fact of it: which fact the reference names does not matter.
    private static PartPresentStep PartPresent(FieldSymbol part, int slot) =>
        new(new FactRef(default, slot, Enum.Parse<Role>(Pascal(part.Name)), part.Name, part.Absence == Absence.None, StoresOf(part.Owners)));

    private int PartSlot(BoundField field) => SlotOf(Resolved(field.Receiver)) is int slot ? slot < 0 ? -1 : Use(slot) : throw Unexpected(field);
}
