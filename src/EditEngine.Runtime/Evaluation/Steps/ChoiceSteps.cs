using System.Collections.Immutable;
using EditEngine.Evaluation.Provenance;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>A step whose value may hang on something unknown: then it may have any of several values.</summary>
internal interface IConditionalValue
{
    /// <summary>Its number in the edit.</summary>
    int Id { get; }

    /// <summary>What decides it, in order: nothing behind a condition that holds is asked.</summary>
    ImmutableArray<Step> DecidedBy { get; }
}

/// <summary>One branch of a choice.</summary>
/// <typeparam name="T">Type of its value.</typeparam>
/// <param name="Condition">null: always.</param>
/// <param name="Value">Its value.</param>
internal sealed record Branch<T>(Step<Truth>? Condition, Step<T> Value);

/// <summary>The value of the first branch that holds; with unknown conditions, any that could be taken.</summary>
/// <typeparam name="T">Type of its values.</typeparam>
internal sealed class ChoiceStep<T>(int id, ImmutableArray<Branch<T>> branches) : ValueStep<T>, IConditionalValue, IChooses
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public int Id { get; } = id;

    /// <inheritdoc/>
    public ImmutableArray<Step> DecidedBy { get; } = [.. branches.Select(branch => branch.Condition).TakeWhile(condition => condition is not null).OfType<Step>()];

    /// <inheritdoc/>
    public override T Run(EvaluationContext context)
    {
        for (int i = 0; i < branches.Length; i++)
        {
            Truth condition = Holds(context, i);
            if (condition == Truth.True)
            {
                return branches[i].Value.Run(context);
            }

            if (condition == Truth.Unknown)
            {
                return Open(context, i);
            }
        }

        return T.None;
    }

    private Truth Holds(EvaluationContext context, int branch) => branches[branch].Condition?.Run(context) ?? Truth.True;

    private T Open(EvaluationContext context, int first)
    {
        Step<T>? taken = TakenFrom(context, first);
        return taken is null ? T.None : taken.Run(context);
    }

    /// <inheritdoc/>
    public Step? TakenIn(EvaluationContext context)
    {
        for (int i = 0; i < branches.Length; i++)
        {
            Truth condition = Holds(context, i);
            if (condition != Truth.False)
            {
                return condition == Truth.True ? branches[i].Value : TakenFrom(context, i);
            }
        }

        return null;
    }

    // The branches that could be taken, from the first unknown one to the first that surely holds; past the last there is none.
    private Step<T>? TakenFrom(EvaluationContext context, int first)
    {
        int count = 0;
        bool ends = false;
        for (int i = first; i < branches.Length && !ends; i++)
        {
            Truth condition = Holds(context, i);
            count += condition == Truth.False ? 0 : 1;
            ends = condition == Truth.True;
        }

        int answer = context.Answer(Id, ends ? count : count + 1);
        for (int i = first; i < branches.Length; i++)
        {
            if (Holds(context, i) != Truth.False && answer-- == 0)
            {
                return branches[i].Value;
            }
        }

        return null;
    }
}

/// <summary>A condition with open choices: decided where all that could be decide it alike.</summary>
internal sealed class AllBranchesAgreeStep(Step<Truth> inner, ImmutableArray<IConditionalValue> choices) : ConditionStep, ITriesBranches
{
    /// <inheritdoc/>
    public Step Inner => inner;

    /// <inheritdoc/>
    public ImmutableArray<IConditionalValue> Choices => choices;

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        int start = context.BeginPaths();
        Truth all = inner.Run(context);
        while (context.NextPath(start))
        {
            all = inner.Run(context) == all ? all : Truth.Unknown;
        }

        return all;
    }
}

/// <summary>Whether there is a value, on every path.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal sealed class PresentStep<T>(Step<T> value) : ConditionStep
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        int start = context.BeginPaths();
        bool all = true;
        do
        {
            all &= !value.Run(context).Presence.IsAbsent();
        }
        while (context.NextPath(start));
        return Truth.Of(all);
    }
}

/// <summary>The one value of a step with open choices; missing where several are possible and differ.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal sealed class UniqueValueStep<T>(Step<T> inner, ImmutableArray<IConditionalValue> choices) : ValueStep<T>, ITriesBranches
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public Step Inner => inner;

    /// <inheritdoc/>
    public ImmutableArray<IConditionalValue> Choices => choices;

    /// <inheritdoc/>
    public override T Run(EvaluationContext context)
    {
        int start = context.BeginPaths();
        T first = inner.Run(context);
        bool alike = true;
        while (context.NextPath(start))
        {
            alike &= first.Equals(inner.Run(context));
        }

        return alike ? first : T.Missing;
    }
}
