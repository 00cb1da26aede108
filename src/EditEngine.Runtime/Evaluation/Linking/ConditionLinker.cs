using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Conditions.</summary>
internal sealed class ConditionLinker(StepLinker steps) : KindLinker
{
    /// <summary>The step of a condition.</summary>
    /// <exception cref="MalformedPlanException">It is none.</exception>
    public Step<Truth> Of(Expression condition) => condition switch
    {
        ConstantValue { Type: ValueKind.Truth, Value: "true" or "false" } constant => new ConstantStep<Truth>(constant.Value == "true" ? Truth.True : Truth.False),
        AllOf all => new AndStep([.. all.Conditions.Select(Of)]),
        AnyOf any => new OrStep([.. any.Conditions.Select(Of)]),
        Not not => new NotStep(Of(not.Operand)),
        AllBranchesAgree agree => AgreeOf(agree),
        OfThing of => new OfThingStep<Truth>(steps.Things.Of(of.Thing), of.Slot, Of(of.Value)),
        Operation operation => OperationOf(operation),
        Quantified quantified => new QuantifyStep(quantified.Quantifier, steps.Sources.Of(quantified.Source), OfOptional(quantified.Body)),
        IsPresent present => steps.Of(present.Value.Kind).Present(present.Value),
        PartIsPresent part => new PartPresentStep(part.Part),
        ListIsPresent list => new ListPresentStep(steps.Sources.List(list.List)),
        IsFound found => new IsFoundStep(steps.Things.Of(found.Row)),
        FieldValue field => new YesNoFact(field.Field),
        ColumnValue column => new YesNoColumn(steps.Things.Of(column.Row), column.Column),
        _ => SetOf(condition) ?? ThingOf(condition) ?? throw MalformedPlanException.Of(condition),
    };

    /// <summary>The step of a condition; null for none.</summary>
    public Step<Truth>? OfOptional(Expression? condition) => condition is null ? null : Of(condition);

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

    private static Step<Truth>? ThingOf(Expression condition) => condition switch
    {
        IsOfKind kind => new IsInStep(kind.Slot, kind.Kinds),
        IsOther other => new IsOtherStep(other.Slot, other.Others),
        IsEarlier earlier => new IsEarlierStep(earlier.Slot, earlier.Than),
        IsPayable payable => new IsPayableStep(payable.Slot),
        IsDeniedBy denied => new IsDeniedByStep(denied.Slot, denied.Edit),
        IsOnClaim on => new IsOnClaimStep(on.Slot),
        _ => null,
    };

    private OpenStep AgreeOf(AllBranchesAgree agree)
    {
        Step<Truth> inner = steps.Choices.Within(() => Of(agree.Operand), out var choices);
        return new OpenStep(inner, choices);
    }

    private Step<Truth> OperationOf(Operation operation) => (operation.Operator, operation.Operands) switch
    {
        ("in list", [var code, var list]) => new InListStep(steps.Codes.Of(code), steps.CodeLists.Of(list)),
        ("shares", [var left, var right]) => new SharesStep(steps.CodeLists.Of(left), steps.CodeLists.Of(right)),
        (_, [var left, var right]) when RelationOf(operation.Operator) is Relation relation => steps.Of(left.Kind).Compare(relation, left, right),
        _ => throw MalformedPlanException.Of(operation),
    };

    private static Relation? RelationOf(string name) => name switch
    {
        "=" => Relation.Equal,
        "<>" => Relation.NotEqual,
        "<" => Relation.Less,
        "<=" => Relation.LessOrEqual,
        ">" => Relation.Greater,
        ">=" => Relation.GreaterOrEqual,
        _ => null,
    };
}
