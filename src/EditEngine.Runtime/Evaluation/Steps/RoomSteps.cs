using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EditEngine.Evaluation.Provenance;
using EditEngine.Stacks;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>
/// A value that is run where there is room for it. Steps stand on the stack inside one another, and how much of it one takes is the runtime's choice: what runs often is compiled anew with all that it
/// calls in it, and then forty quantifiers take a quarter of a megabyte.
/// </summary>
internal sealed class ValueWithRoom<T>(Step<T> inner) : ValueStep<T>, IDependsOnAll
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [inner];

    /// <inheritdoc/>
    public override T Run(EvaluationContext context) => RuntimeHelpers.TryEnsureSufficientExecutionStack() ? inner.Run(context) : RunDeep(context);

    private T RunDeep(EvaluationContext context) => DeepStack.Run(() => inner.Run(context));
}

/// <summary>A condition that is run where there is room for it, as <see cref="ValueWithRoom{T}"/>.</summary>
internal sealed class ConditionWithRoom(Step<Truth> inner) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [inner];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context) => RuntimeHelpers.TryEnsureSufficientExecutionStack() ? inner.Run(context) : RunDeep(context);

    private Truth RunDeep(EvaluationContext context) => DeepStack.Run(() => inner.Run(context));
}
