using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Stacks;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Links expressions of one type: what all types have is here, what the type alone has in its own linker.</summary>
/// <typeparam name="T">The type while steps run.</typeparam>
internal abstract class ValueLinker<T>(StepLinker steps) : KindLinker
    where T : struct, IAbsence<T>
{
    /// <summary>The linkers of all types.</summary>
    protected StepLinker Steps { get; } = steps;

    /// <summary>The step of an expression.</summary>
    /// <exception cref="MalformedPlanException">The record says what the type does not have.</exception>
    public Step<T> Of(Expression value)
    {
        Step<T> step = Steps.Nesting.Enter() ? new ValueWithRoom<T>(LinkedWithRoom(value)) : Linked(value);
        Steps.Nesting.Leave();
        return step;
    }

    /// <summary>The step of an expression; null for none.</summary>
    public Step<T>? OfOptional(Expression? value) => value is null ? null : Of(value);

    /// <inheritdoc/>
    public sealed override Step StepOf(Expression value) => Of(value);

    /// <inheritdoc/>
    public override Step<Truth> Present(Expression value) => new PresentStep<T>(Steps.Choices.Apart(() => Of(value)));

    /// <inheritdoc/>
    public override GroupKeyStep GroupKey(Expression value) => throw MalformedPlanException.Of(value);

    /// <inheritdoc/>
    public override OrderKey Order(OrderBy by) => new OrderKey<T>(Of(by.Value), by.IsDescending);

    /// <inheritdoc/>
    public override Step<Truth> Compare(Relation relation, Expression left, Expression right) => new CompareStep<T>(relation, Of(left), Of(right));

    /// <summary>A constant that is not none.</summary>
    /// <exception cref="MalformedPlanException">It does not read.</exception>
    protected abstract T Known(ConstantValue constant);

    /// <summary>What only this type has; null where it has no such expression.</summary>
    protected abstract Step<T>? Own(Expression value);

    /// <summary>A key of a group; null for other expressions, and where the type has no keys.</summary>
    protected virtual Step<T>? KeyOf(Expression value) => null;

    private Step<T> LinkedWithRoom(Expression value) => DeepStack.WithRoom(() => Linked(value));

    private Step<T> Linked(Expression value) => value switch
    {
        ConstantValue constant => new ConstantStep<T>(ValueOf(constant)),
        Choice choice => ChoiceOf(choice),
        DatedValue dated => DatedOf(dated),
        UniqueValue unique => UniqueOf(unique),
        OrElse orElse => new OrElseStep<T>(Of(orElse.First), Of(orElse.Second)),
        Operation operation => (Step<T>)OperationLinker.Of(Steps, operation),
        OfThing of => new OfThingStep<T>(Steps.Things.OfHeld(of), Steps.Slots.Checked(of.Slot), Of(of.Value)),
        _ => KeyOf(value) ?? Own(value) ?? throw MalformedPlanException.Of(value),
    };

    private T ValueOf(ConstantValue constant) => constant.Value is null ? T.None : Known(constant);

    private ChoiceStep<T> ChoiceOf(Choice choice)
    {
        ChoiceStep<T> step = new(choice.Id, [.. choice.Branches.Select(one => new Branch<T>(Steps.Conditions.OfOptional(one.Condition), Of(one.Value)))]);
        Steps.Choices.Add(step);
        return step;
    }

    private DatedStep<T> DatedOf(DatedValue dated)
    {
        DatedStep<T> step = new(dated.Id, Steps.Days.Of(dated.On), [.. dated.Values.Select(one => Day.Since(one.FromDay))], [.. dated.Values.Select(one => ValueOf(one.Value))]);
        Steps.Choices.Add(step);
        return step;
    }

    private UniqueValueStep<T> UniqueOf(UniqueValue unique)
    {
        Step<T> inner = Steps.Choices.Within(() => Of(unique.Value), out var choices);
        return new UniqueValueStep<T>(inner, choices);
    }
}
