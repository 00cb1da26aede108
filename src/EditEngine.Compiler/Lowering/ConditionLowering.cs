using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Operators;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Lowering;

/// <summary>Conditions.</summary>
internal sealed class ConditionLowering(ExpressionLowering lowering)
{
    private LoweringScope Scope => lowering.Scope;

    /// <summary>A condition.</summary>
    public Expression Of(BoundExpression condition)
    {
        switch (condition)
        {
            case BoundAnd and:
                return new And([.. and.Operands.Select(Of)]);
            case BoundOr or:
                return new Or([.. or.Operands.Select(Of)]);
            case BoundNot not:
                return new Not(Of(not.Operand));
            case BoundUse use:
                Scope.Bind(use);
                return Of(use.Body);
            case BoundVariable variable when Scope.ArgumentOf(variable) is BoundExpression argument:
                return Of(argument);
            case BoundOverlaps overlaps:
                return new And(
                [
                    Atom(() => Compare(BinaryOperator.LessOrEqual, overlaps.FromA, overlaps.ToB)),
                    Atom(() => Compare(BinaryOperator.LessOrEqual, overlaps.FromB, overlaps.ToA)),
                ]);
            case BoundSame same:
                return new And([.. same.Left.Zip(same.Right, (left, right) => Atom(() => Compare(BinaryOperator.Equal, left, right)))]);
            case BoundQuantified quantified:
                Scope.AddCost(100);
                return new Quantified(
                    quantified.Quantifier,
                    lowering.Sources.Of(quantified.Source),
                    quantified.Body is null ? null : Of(quantified.Body));
            case BoundIsPresent present:
                return Scope.Within(() => Present(present.Value), out _);
            default:
                return Atom(() => AtomOf(condition));
        }
    }

    /// <summary>A value of truth: a yes-or-no fact, a column, a choice. None is false.</summary>
    public Expression YesNo(BoundExpression value) => value switch
    {
        BoundField field => lowering.Things.Field(ValueKind.Truth, field, ValueForm.Plain),
        BoundColumn column => lowering.Values.Cell(ValueKind.Truth, column, ValueForm.Plain, cost: 10),
        BoundConstant or BoundVariable or BoundUse or BoundChoice or BoundOrElse or BoundParameter or BoundGroupKey or BoundFact =>
            new Operation(ComparisonOperators.Equal.Name, ValueKind.Truth, [lowering.Values.YesNo(value), new ConstantValue(ValueKind.Number, "1")]),
        _ => throw ExpressionLowering.Unexpected(value),
    };

    /// <summary>A condition that is decided as a whole: with open choices, where all that could be decide it alike.</summary>
    private Expression Atom(Func<Expression> lower)
    {
        Expression condition = Scope.Within(lower, out bool hasChoices);
        return hasChoices ? new AllBranchesAgree(condition) : condition;
    }

    private Expression AtomOf(BoundExpression condition) => condition switch
    {
        BoundCompare compare => Compare(compare.Operator, compare.Left, compare.Right),
        BoundInSet inSet => InSet(inSet),
        BoundInRange range => InRange(range),
        BoundInCategory under => new Operation(ListOperators.InCategory.Name, ValueKind.Truth, [lowering.Values.Of(ValueKind.Code, under.Value), lowering.Values.Of(ValueKind.Code, under.Category)]),
        BoundInList list => new Operation(ListOperators.InList.Name, ValueKind.Truth, [lowering.Values.Of(ValueKind.Code, list.Value), lowering.Values.Of(ValueKind.CodeList, list.List)]),
        BoundIsYes yes => YesNo(yes.Value),
        BoundHas has => Has(has),
        BoundSameCodes same => new Operation(ListOperators.Same.Name, ValueKind.Truth, [lowering.Values.Of(ValueKind.CodeList, same.Left), lowering.Values.Of(ValueKind.CodeList, same.Right)]),
        BoundShares shares => new Operation(ListOperators.Shares.Name, ValueKind.Truth, [lowering.Values.Of(ValueKind.CodeList, shares.Left), lowering.Values.Of(ValueKind.CodeList, shares.Right)]),
        BoundIsFound found => new IsFound(lowering.Things.Row(found.Row)),
        BoundSample sample => new Sample(sample.Part, sample.Whole, lowering.Values.Of(ValueKind.Text, sample.By)),
        BoundIsIn isIn => OnSlot(isIn.Thing, slot => new IsOfKind(slot, (int)isIn.Kinds)),
        BoundIsKind isKind => OnSlot(isKind.Thing, slot => IsKind(isKind, slot)),
        BoundIsPayable payable => OnSlot(payable.Thing, slot => new IsPayable(slot)),
        BoundIsDecidedBy by => OnSlot(by.Thing, slot => new IsDeniedBy(slot, by.Edit)),
        BoundIsOnClaim on => OnSlot(on.Suggestion, slot => new IsOnClaim(slot)),
        BoundIsOther other => OnSlot(other.Thing, slot => new IsOther(slot, [.. other.Others.Select(Scope.SlotOf).OfType<int>().Where(one => one >= 0).Select(Scope.Use)])),
        BoundIsEarlier earlier => OnSlot(earlier.Thing, slot => OnSlot(earlier.Than, than => new IsEarlier(slot, than))),
        _ => YesNo(condition),
    };

    private Expression OnSlot(BoundExpression thing, Func<int, Expression> condition)
    {
        if (Scope.SlotOf(thing) is int slot)
        {
            return condition(slot < 0 ? -1 : Scope.Use(slot));
        }

        int temporary = Scope.NewSlot();
        return new OfThing(lowering.Things.Of(thing), temporary, condition(temporary));
    }

    private Operation Compare(BinaryOperator op, BoundExpression left, BoundExpression right)
    {
        ValueKind kind = KindOf(left, right);
        return Compare(op, kind, lowering.Values.Of(kind, left), right);
    }

    private Operation Compare(BinaryOperator op, ValueKind kind, Expression left, BoundExpression right) =>
        new(OperatorRows.Of(op).Name, ValueKind.Truth, [left, lowering.Values.Of(kind, right)]);

    private static ValueKind KindOf(BoundExpression left, BoundExpression right) =>
        ValueLowering.KindOf(left.Type.Kind == TypeKind.Error ? right.Type.Kind : left.Type.Kind) ?? throw ExpressionLowering.Unexpected(left);

    // The value is one plan in both comparisons: an open choice in it has one branch, not one for each end.
    private Expression InRange(BoundInRange range)
    {
        ValueKind kind = KindOf(range.Value, range.From ?? range.To ?? range.Value);
        Expression value = Scope.Measured(() => lowering.Values.Of(kind, range.Value), out int cost);
        Scope.AddCost(range.From is null || range.To is null ? 0 : cost); // It is run for each end.
        ImmutableArray<Expression>.Builder ends = ImmutableArray.CreateBuilder<Expression>();
        if (range.From is not null)
        {
            ends.Add(Compare(BinaryOperator.GreaterOrEqual, kind, value, range.From));
        }

        if (range.To is not null)
        {
            ends.Add(Compare(BinaryOperator.LessOrEqual, kind, value, range.To));
        }

        return new And(ends.ToImmutable());
    }

    private Expression InSet(BoundInSet inSet) => inSet.Set switch
    {
        CodeSetConstant codes => new InCodes(lowering.Values.Of(ValueKind.Code, inSet.Value), codes.Set, lowering.Values.Optional(ValueKind.Day, inSet.On)),
        TextSetConstant texts => new InTexts(lowering.Values.Of(ValueKind.Text, inSet.Value), [.. texts.Texts], texts.Prefixes),
        NumberSetConstant numbers => new InNumbers(lowering.Values.Of(ValueKind.Number, inSet.Value), numbers.Numbers),
        _ => throw ExpressionLowering.Unexpected(inSet),
    };

    private HasCodes Has(BoundHas has) => new(
        lowering.Values.Of(ValueKind.CodeList, has.List),
        has.Quantity,
        has.Number,
        has.IsOutside,
        (has.Set as CodeSetConstant)?.Set,
        lowering.Values.Optional(ValueKind.Code, has.Code),
        lowering.Values.Optional(ValueKind.Day, has.On));

    private Or IsKind(BoundIsKind isKind, int slot)
    {
        // The kind's own name stands for the thing that is asked about.
        Scope.Bind(isKind.Variable.Slot, slot < 0 ? new BoundClaim(isKind.Place) : new BoundVariable(isKind.Place, isKind.Variable with { Slot = slot }));
        return new Or([.. isKind.Alternatives.Select(one => IsOf(one, slot, isKind.Thing.Type.Table))]);
    }

    private And IsOf(BoundAlternative one, int slot, TableSymbol? table)
    {
        List<Expression> all = [new IsOfKind(slot, (int)one.Kind)];

        // A row is among the rows of its table that has no dates, and among those of a date it is found by its own key.
        BoundRows? own = one.List is BoundRows rows && rows.Table == table ? rows : null;
        if (one.List is not null && own is not ({ On: null } or { Table.IsDated: false }))
        {
            int member = Scope.NewSlot();
            ThingList list = own is not null ? lowering.Sources.RowsLike(own, slot) : lowering.Sources.List(one.List);
            Expression isIt = new Operation(ComparisonOperators.Equal.Name, ValueKind.Truth, [SlotThing.Of(member), SlotThing.Of(slot)]);
            all.Add(new Quantified(Quantifier.Any, new SourcePlan(member, [new AlternativePlan(-1, [], list)]), isIt));
        }

        all.AddRange(one.Conditions.Select(Of));
        return new And([.. all]);
    }

    private Expression Present(BoundExpression value) => value.Type.Kind switch
    {
        TypeKind.ThingList => new ListIsPresent(lowering.Sources.List(value)),

        // A list of texts that is absent is empty, and that is a value.
        TypeKind.TextList => new ConstantValue(ValueKind.Truth, "true"),
        TypeKind.Thing when Scope.Resolved(value) is BoundField part => new PartIsPresent(lowering.Things.Part(part)),
        TypeKind.Error => new ConstantValue(ValueKind.Truth, "false"),
        TypeKind kind => new IsPresent(lowering.Values.Of(ValueLowering.KindOf(kind) ?? ValueKind.Number, value)),
    };
}
