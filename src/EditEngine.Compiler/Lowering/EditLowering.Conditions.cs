using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Steps;

namespace EditEngine.Compiler.Lowering;

/// <content>Conditions.</content>
internal sealed partial class EditLowering
{
    private Step<Truth> Truth(BoundExpression condition)
    {
        switch (condition)
        {
            case BoundAnd and:
                return new AndStep([.. and.Operands.Select(Truth)]);
            case BoundOr or:
                return new OrStep([.. or.Operands.Select(Truth)]);
            case BoundNot not:
                return new NotStep(Truth(not.Operand));
            case BoundUse use:
                Bind(use);
                return Truth(use.Body);
            case BoundVariable variable when _arguments.TryGetValue(variable.Variable.Slot, out BoundExpression? argument):
                return Truth(argument);
            case BoundOverlaps overlaps:
                return new AndStep(
                [
                    Atom(() => new CompareStep<int>(Relation.LessOrEqual, DayOf(overlaps.FromA), DayOf(overlaps.ToB))),
                    Atom(() => new CompareStep<int>(Relation.LessOrEqual, DayOf(overlaps.FromB), DayOf(overlaps.ToA))),
                ]);
            case BoundSame same:
                return new AndStep([.. same.Left.Zip(same.Right, (left, right) => Atom(() => Compare(BinaryOperator.Equal, left, right)))]);
            case BoundQuantified quantified:
                _cost += 100;
                return new QuantifyStep(
                    quantified.Quantifier switch { Quantifier.Any => Quantified.Any, Quantifier.Every => Quantified.Every, _ => Quantified.No },
                    Source(quantified.Source),
                    quantified.Body is null ? null : Truth(quantified.Body));
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
                return OnSlot(isIn.Thing, slot => new IsInStep(slot, StoreKinds.BitsOf(isIn.Stores)));
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
        BoundFact fact => FactOf(fact.Fact, static known => known.YesNo is bool yes ? yes ? Evaluation.Truth.True : Evaluation.Truth.False : Evaluation.Truth.Unknown),
        BoundColumn column => Dear(10, () => new YesNoColumn(Thing(column.Row), column.Column.Index)),
        BoundConstant or BoundVariable or BoundUse or BoundChoice or BoundOrElse or BoundParameter or BoundGroupKey =>
            new CompareStep<Num>(Relation.Equal, YesNoValue(value), new ConstantStep<Num>(YesNoNumber.Yes)),
        _ => throw Unexpected(value),
    };

    /// <summary>The same where none and no are not the same: in a comparison, before <c>or else</c>.</summary>
    private Step<Num> YesNoValue(BoundExpression value) =>
        Common(value, YesNoValue, static constant => YesNoNumber.Of(constant is YesNoConstant { Value: true }))
        ?? value switch
        {
            BoundField { Type.Kind: TypeKind.YesNo } field => OfFact(field, fact => new YesNoNumberFact(fact)),
            BoundColumn column => Dear(10, () => new YesNoNumberColumn(Thing(column.Row), column.Column.Index)),
            _ => new TruthNumber(Truth(value)),
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
            TypeKind.Number or TypeKind.Units or TypeKind.Money or TypeKind.Percent => new CompareStep<Num>(relation, Number(left), Number(right)),
            TypeKind.Date => new CompareStep<int>(relation, DayOf(left), DayOf(right)),
            TypeKind.Instant => new CompareStep<long>(relation, InstantOf(left), InstantOf(right)),
            TypeKind.Code => new CompareStep<ulong>(relation, CodeOf(left), CodeOf(right)),
            TypeKind.Text => new CompareStep<string?>(relation, TextOf(left), TextOf(right)),
            TypeKind.Thing => new CompareStep<Slot>(relation, Thing(left), Thing(right)),
            TypeKind.YesNo or TypeKind.Condition => new CompareStep<Num>(relation, YesNoValue(left), YesNoValue(right)),
            TypeKind.Error => new ConstantStep<Truth>(NumMath.OfNone(relation, both: true)),
            _ => throw Unexpected(left),
        };
    }

    private Step<Truth> InSet(BoundInSet inSet) => inSet.Set switch
    {
        CodeSetConstant codes => new InCodeSetStep(CodeOf(inSet.Value), codes.Set, inSet.On is null ? null : DayOf(inSet.On)),
        TextSetConstant texts => new InTextSetStep(TextOf(inSet.Value), [.. texts.Texts], texts.Prefixes),
        NumberSetConstant numbers => new InNumberSetStep(Number(inSet.Value), numbers.Numbers),
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
            List<Step<Truth>> all = [new IsInStep(slot, StoreKinds.BitsOf(one.Store))];
            if (one.List is not null)
            {
                int member = _slotCount++;
                Step<Truth> isIt = new CompareStep<Slot>(Relation.Equal, new SlotStep(member), new SlotStep(slot));
                all.Add(new QuantifyStep(Quantified.Any, new SourcePlan(member, [new AlternativePlan(-1, List(one.List), [])]), isIt));
            }

            all.AddRange(one.Conditions.Select(Truth));
            alternatives.Add(new AndStep([.. all]));
        }

        return new OrStep([.. alternatives]);
    }

    private Step<Truth> Present(BoundExpression value) => value.Type.Kind switch
    {
        TypeKind.Number or TypeKind.Units or TypeKind.Money or TypeKind.Percent => new PresentStep<Num>(Number(value)),
        TypeKind.Date => new PresentStep<int>(DayOf(value)),
        TypeKind.Instant => new PresentStep<long>(InstantOf(value)),
        TypeKind.Period => new PresentStep<EditEngine.Evaluation.Steps.Span>(SpanOf(value)),
        TypeKind.Code => new PresentStep<ulong>(CodeOf(value)),
        TypeKind.Text => new PresentStep<string?>(TextOf(value)),
        TypeKind.CodeList => new PresentStep<CodeList>(CodesOf(value)),
        TypeKind.ThingList => new ListPresentStep(List(value)),

        // A list of texts that is absent is empty, and that is a value.
        TypeKind.TextList => new ConstantStep<Truth>(Evaluation.Truth.True),
        TypeKind.Thing when Resolved(value) is BoundField { Field: FieldSymbol part } field => new PartPresentStep(FactRef.OfPart(part.Row, PartSlot(field))),
        TypeKind.Thing => new PresentStep<Slot>(Thing(value)),
        TypeKind.Error => new ConstantStep<Truth>(Evaluation.Truth.False),
        _ => new PresentStep<Num>(YesNoValue(value)),
    };

    private int PartSlot(BoundField field) => SlotOf(Resolved(field.Receiver)) is int slot ? slot < 0 ? -1 : Use(slot) : throw Unexpected(field);
}
