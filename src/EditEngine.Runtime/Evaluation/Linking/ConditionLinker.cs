using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Stacks;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Conditions.</summary>
internal sealed class ConditionLinker(StepLinker steps) : KindLinker
{
    /// <summary>The step of a condition.</summary>
    /// <exception cref="MalformedPlanException">It is none.</exception>
    public Step<Truth> Of(Expression condition)
    {
        Step<Truth> step = steps.Nesting.Enter() ? new ConditionWithRoom(LinkedWithRoom(condition)) : Linked(condition);
        steps.Nesting.Leave();
        return step;
    }

    /// <summary>The step of a condition; null for none.</summary>
    public Step<Truth>? OfOptional(Expression? condition) => condition is null ? null : Of(condition);

    /// <inheritdoc/>
    public override Step StepOf(Expression value) => Of(value);

    /// <inheritdoc/>
    public override Step<Truth> Present(Expression value) => throw MalformedPlanException.Of(value);

    /// <inheritdoc/>
    public override ShowStep Show(Expression value, ValueStyle style) => throw MalformedPlanException.Of(value);

    /// <inheritdoc/>
    public override GroupKeyStep GroupKey(Expression value) => throw MalformedPlanException.Of(value);

    /// <inheritdoc/>
    public override OrderKey Order(OrderBy by) => throw MalformedPlanException.Of(by.Value);

    /// <inheritdoc/>
    public override Step<Truth> Compare(Relation relation, Expression left, Expression right) => throw MalformedPlanException.Of(left);

    private Step<Truth> LinkedWithRoom(Expression condition) => DeepStack.WithRoom(() => Linked(condition));

    private Step<Truth> Linked(Expression condition) => condition switch
    {
        ConstantValue { Type: ValueKind.Truth, Value: "true" or "false" } constant => new ConstantStep<Truth>(constant.Value == "true" ? Truth.True : Truth.False),
        And all => new AndStep([.. all.Operands.Select(Of)]),
        Or any => new OrStep([.. any.Operands.Select(Of)]),
        Not not => new NotStep(Of(not.Operand)),
        AllBranchesAgree agree => AgreeOf(agree),
        OfThing of => new OfThingStep<Truth>(steps.Things.OfHeld(of), steps.Slots.Checked(of.Slot), Of(of.Value)),
        Operation operation => (Step<Truth>)OperationLinker.Of(steps, operation),
        Quantified quantified => new QuantifyStep(quantified.Quantifier, steps.Sources.Of(quantified.Source), OfOptional(quantified.Body)),
        IsPresent present => steps.Of(present.Value.Kind).Present(present.Value),
        PartIsPresent part => new PartPresentStep(steps.Slots.Checked(part.Part)),
        ListIsPresent list => new ListPresentStep(steps.Sources.List(list.List)),
        IsFound found => new IsFoundStep(steps.Things.Of(found.Row)),
        FieldValue field => new YesNoFact(steps.Slots.Checked(field.Field)),
        ColumnValue column => new YesNoColumn(steps.Things.Of(column.Row), steps.Slots.Checked(column, ColumnType.YesNo)),
        _ => SetOf(condition) ?? ThingOf(condition) ?? throw MalformedPlanException.Of(condition),
    };

    private Step<Truth>? SetOf(Expression condition) => condition switch
    {
        InCodes codes => new InCodeSetStep(steps.Codes.Of(codes.Code), codes.Set, steps.Days.OfOptional(codes.On)),
        InTexts texts => new InTextSetStep(steps.Texts.Of(texts.Text), texts.Texts, texts.Prefixes),
        InNumbers numbers => new InNumberSetStep(steps.Numbers.Of(numbers.Number), numbers.Numbers),
        HasCodes has => new HasStep(
            steps.CodeLists.Of(has.List), has.Quantity, has.Number, has.Set, steps.Codes.OfOptional(has.Code), has.IsOutside, steps.Days.OfOptional(has.On)),
        Sample sample when sample.Whole > 0 => new SampleStep(sample.Part, sample.Whole, steps.Texts.Of(sample.By)),
        _ => null,
    };

    private Step<Truth>? ThingOf(Expression condition) => condition switch
    {
        IsOfKind kind => new IsOfKindStep(steps.Slots.Checked(kind.Slot), kind.Kinds),
        IsOther other => new IsOtherStep(steps.Slots.CheckedOwn(other.Slot), [.. other.Others.Select(steps.Slots.CheckedOwn)]),
        IsEarlier earlier => new IsEarlierStep(steps.Slots.CheckedOwn(earlier.Slot), steps.Slots.CheckedOwn(earlier.Than)),
        IsPayable payable => new IsPayableStep(steps.Slots.Checked(payable.Slot)),
        IsDeniedBy denied => new IsDeniedByStep(steps.Slots.Checked(denied.Slot), denied.Edit),
        IsOnClaim on => new IsOnClaimStep(steps.Slots.Checked(on.Slot)),
        _ => null,
    };

    private AllBranchesAgreeStep AgreeOf(AllBranchesAgree agree)
    {
        Step<Truth> inner = steps.Choices.Within(() => Of(agree.Operand), out var choices);
        return new AllBranchesAgreeStep(inner, choices);
    }
}
