using System.Collections.Immutable;
using EditEngine.Evaluation.Provenance;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>An operator on one value.</summary>
internal sealed class UnaryStep<TOperand, TResult>(Func<TOperand, TResult> apply, Step<TOperand> operand) : ValueStep<TResult>, IDependsOnAll
    where TResult : struct, IAbsence<TResult>
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [operand];

    /// <inheritdoc/>
    public override TResult Run(EvaluationContext context) => apply(operand.Run(context));
}

/// <summary>An operator on two values.</summary>
internal sealed class BinaryStep<TLeft, TRight, TResult>(Func<TLeft, TRight, TResult> apply, Step<TLeft> left, Step<TRight> right) : ValueStep<TResult>, IDependsOnAll
    where TResult : struct, IAbsence<TResult>
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [left, right];

    /// <inheritdoc/>
    public override TResult Run(EvaluationContext context) => apply(left.Run(context), right.Run(context));
}

/// <summary>An operator on one value after the other: the first that is missing decides.</summary>
internal sealed class FoldStep<T>(Func<T, T, T> apply, ImmutableArray<Step<T>> values) : ValueStep<T>, IDependsOnSome
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public ReadOnlySpan<Step> InputsIn(EvaluationContext context)
    {
        // What is missing by then stays so, as the least of two numbers that are beyond what can be compared: those behind it are not asked.
        int asked = 1;
        for (T all = values[0].Run(context); asked < values.Length && all.Presence != Presence.Missing; asked++)
        {
            all = apply(all, values[asked].Run(context));
        }

        return ImmutableArray<Step>.CastUp(values).AsSpan()[..asked];
    }

    /// <inheritdoc/>
    public override T Run(EvaluationContext context)
    {
        T all = values[0].Run(context);
        for (int i = 1; i < values.Length; i++)
        {
            all = apply(all, values[i].Run(context));
        }

        return all;
    }
}
